// What the Action runs: `aeraki validate -o FORMAT` (the one argument) with the inputs of the Action, which come by the
// environment (INPUT_…), one path or argument a line.
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import picomatch from 'picomatch';
import { validate } from './hook.mjs';

const lines = (/** @type {string | undefined} */ text) => (text ?? '').split(/\r?\n/).filter((line) => line !== '');

/**
 * The flags and paths for lines of `paths`. A line that is there as a file or directory is that, whatever its name: lists of
 * changed files hold names that a stranger chose. Of the others, `!GLOB` leaves files out, and a line with `*`, `?`, `[` or `{`
 * stands for the .yaml, .yml and .json files and the directories that it matches, sorted; with none it is handed on as it is,
 * so that it is said that there is no such file. Links that lead out of the workspace are passed over.
 *
 * @param {readonly string[]} given
 * @returns {{ flags: string[], paths: string[], passedOver: string[] }}
 */
export function pathsOf(given) {
  const excluded = given
    .filter((line) => line.startsWith('!') && status(line) === undefined)
    .map((line) => line.slice(1));
  const isExcluded = excluded.length > 0 ? picomatch(excluded.map(plain), { dot: true }) : () => false;
  /** @type {string[]} */
  const passedOver = [];
  const isInside = (/** @type {string} */ path) => {
    if (leadsOut(path)) passedOver.push(path);
    return !passedOver.includes(path);
  };
  const paths = given.flatMap((line) => {
    if (status(line) !== undefined) return isInside(line) ? [line] : [];
    if (line.startsWith('!')) return [];
    const { isGlob, base } = picomatch.scan(line);
    const found = isGlob ? below(base === '' ? '.' : base, picomatch(plain(line), { dot: true })) : [];
    return found.length === 0 ? [line] : found.filter((path) => !isExcluded(plain(path)) && isInside(path));
  });
  // Never the standard input, never a flag.
  const written = [...new Set(paths)].map((path) => (path.startsWith('-') ? `./${path}` : path));
  return { flags: excluded.map((glob) => `--exclude=${glob}`), paths: written, passedOver };
}

/**
 * Files and directories below `folder` that `matches`; what is in a directory that does is not listed again.
 *
 * @param {string} folder
 * @param {(path: string) => boolean} matches
 * @returns {string[]}
 */
function below(folder, matches) {
  if (!status(folder)?.isDirectory()) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => name !== '.git')
    .flatMap((name) => {
      const path = join(folder, name);
      const isDirectory = status(path)?.isDirectory() === true;
      if (matches(plain(path)) && (isDirectory || /\.(ya?ml|json)$/.test(name))) return [path];
      return isDirectory ? below(path, matches) : [];
    });
}

/** @param {string} path */
function plain(path) {
  return path
    .split(sep)
    .join('/')
    .replace(/^(\.\/)+/, '');
}

/** @param {string} path */
function status(path) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a path in the workspace leads out of it by a link. One that is written as a path out of it is meant so. */
function leadsOut(/** @type {string} */ path) {
  if (/^([/\\]|[a-z]:|\.\.([/\\]|$))/i.test(path)) return false;
  try {
    const [real, workspace] = [realpathSync(path), realpathSync('.')];
    return real !== workspace && !real.startsWith(workspace + sep);
  } catch {
    return false;
  }
}

if (process.argv[2] === 'github' || process.argv[2] === 'sarif') {
  const { flags, paths, passedOver } = pathsOf(lines(process.env.INPUT_PATHS));
  for (const path of passedOver) {
    const name = JSON.stringify(path).replace(
      /[^ -~]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    process.stderr.write(`Passed over ${name}: a link that leads out of the workspace.\n`);
  }
  await validate([
    `--output=${process.argv[2]}`,
    `--failure-threshold=${process.env.INPUT_FAILURE_THRESHOLD ?? 'error'}`,
    ...lines(process.env.INPUT_CONTEXT_PATHS).map((path) => `--context-path=${path}`),
    ...flags,
    ...lines(process.env.INPUT_ARGS),
    '--',
    ...paths,
  ]);
}
