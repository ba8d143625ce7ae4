// What the pre-commit hook runs: `aeraki validate` with the arguments of the hook and then the changed files.
//
// pre-commit puts the names of files behind the arguments with nothing between them, and the names are chosen by whoever
// made the change: `--context=evil.yaml` is a name. The hook's own arguments end with `--`, but a user's may not. Every
// file that pre-commit names is there, relative to the working directory; so an argument that is there as a file is a file.
import { lstatSync } from 'node:fs';
import { createRequire } from 'node:module';

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

/** @param {readonly string[]} args */
export function validate(args) {
  return createRequire(import.meta.url)('../bin/chunks.js').start('aeraki', ['validate', ...args]);
}

if (process.argv[2] === 'validate') await validate(withoutFlagsOfFiles(process.argv.slice(3)));
