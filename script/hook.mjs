// What the pre-commit hook runs: `aeraki validate` with the arguments of the hook and then the changed files.
//
// pre-commit puts the names of files behind the arguments with nothing between them, and the names are chosen by whoever
// made the change: `--context=evil.yaml` is a name. The hook's own arguments end with `--`, but a user's may not. Every
// file that pre-commit names is there, relative to the working directory; so an argument that is there as a file is a file.
import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The arguments with every one that came as a file written so that it cannot be a flag, nor the standard input.
 *
 * @param {readonly string[]} args
 * @returns {string[]}
 */
export function withoutFlagsOfFiles(args) {
  return args.map((arg) => (arg.startsWith('-') && isThere(`./${arg}`) ? `./${arg}` : arg));
}

/** Also a link that leads nowhere. @param {string} path */
function isThere(path) {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}

/**
 * A program to start and its arguments: the single program that AERAKI_SINGLE_PROGRAM names (script/action-program.mjs), else this checkout.
 *
 * @param {readonly string[]} args
 * @returns {[string, readonly string[]]}
 */
export function aeraki(args) {
  const { AERAKI_SINGLE_PROGRAM: single = '' } = process.env;
  if (single !== '') return [single, args];
  return [process.execPath, [join(fileURLToPath(import.meta.url), '..', '..', 'bin', 'run.js'), ...args]];
}

/** @param {readonly string[]} args */
export function validate(args) {
  const [program, given] = aeraki(['validate', ...args]);
  // This checkout needs no process of its own.
  if (program !== process.execPath) {
    const { status, error } = spawnSync(program, given, { stdio: 'inherit' });
    if (error !== undefined) process.stderr.write(`${error.message}\n`);
    process.exitCode = status ?? 1;
    return undefined;
  }
  return createRequire(import.meta.url)('../bin/chunks.js').start('aeraki', ['validate', ...args]);
}

if (process.argv[2] === 'validate') await validate(withoutFlagsOfFiles(process.argv.slice(3)));
