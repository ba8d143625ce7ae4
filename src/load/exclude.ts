import { resolve, sep } from 'node:path';
import picomatch from 'picomatch';

/** Whether a path is left out: given from the directory that was named, and as it was found (from here, or absolute). */
export type Excluded = (below: string, path: string) => boolean;

/**
 * Paths that match one of the globs. A glob without a slash is meant for a name at any depth, as in .gitignore. picomatch
 * makes a regular expression of a glob, which takes as long as it likes for many `*` in one name; those are matched here
 * in a time that grows with the length of the name times that of the glob.
 */
export function excluder(globs: readonly string[]): Excluded {
  if (globs.length === 0) return () => false;
  const cleaned = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/$/, ''));
  const starry = cleaned.filter(hasManyStars).map(starMatcher);
  const others = cleaned.filter((glob) => !hasManyStars(glob));
  // picomatch's `basename` looks at nothing but the name, also where the glob has slashes.
  const names = matcher(
    others.filter((glob) => !glob.includes('/')),
    { dot: true, basename: true },
  );
  const paths = matcher(
    others.filter((glob) => glob.includes('/')),
    { dot: true },
  );
  const match = (path: string): boolean => names(path) || paths(path) || starry.some((one) => one(path));
  const slashed = (path: string): string => path.split(sep).join('/');
  const isAbsolute = cleaned.some((glob) => /^(?:\/|[a-z]:\/)/i.test(glob));
  return (below, path) =>
    match(slashed(below)) || match(slashed(path)) || (isAbsolute && match(slashed(resolve(path))));
}

function matcher(globs: readonly string[], options: { dot: true; basename?: true }): (path: string) => boolean {
  return globs.length === 0 ? () => false : picomatch([...globs], options);
}

/** Three are as many as picomatch tries in a moment on the longest name that a file can have. */
function hasManyStars(glob: string): boolean {
  const stars = glob.split('/').flatMap((part) => (part === '**' ? [] : (part.match(/\*+/g) ?? [])));
  return stars.length > 3;
}

/**
 * For a glob with many stars: `*`, `?` and `**` count as in picomatch, any other character stands for itself (nobody
 * combines braces or classes with that many stars).
 */
function starMatcher(glob: string): (path: string) => boolean {
  const parts = glob.split('/');
  return (path) => {
    const names = path.split('/');
    return parts.length === 1 ? namesMatch(parts, names.slice(-1)) : namesMatch(parts, names);
  };
}

/** Row by row: which beginnings of `names` the parts so far can take. */
function namesMatch(parts: readonly string[], names: readonly string[]): boolean {
  let reached = names.map(() => false).concat(false);
  reached[0] = true;
  for (const part of parts) {
    const next = reached.map(() => false);
    for (let at = 0; at <= names.length; at++) {
      if (part === '**') next[at] = reached[at] === true || (at > 0 && next[at - 1] === true);
      else next[at] = at > 0 && reached[at - 1] === true && nameMatches(part, names[at - 1] ?? '');
    }
    reached = next;
  }
  return reached[names.length] === true;
}

/** One name: the last `*` is tried again further on, never an earlier one, which could not help. */
function nameMatches(part: string, name: string): boolean {
  let star = -1;
  let from = 0;
  let at = 0;
  let position = 0;
  while (position < name.length) {
    const wanted = part[at];
    if (wanted === '*') {
      star = at++;
      from = position;
    } else if (wanted !== undefined && (wanted === '?' || wanted === name[position])) {
      at++;
      position++;
    } else if (star >= 0) {
      at = star + 1;
      position = ++from;
    } else return false;
  }
  while (part[at] === '*') at++;
  return at === part.length && name !== '';
}
