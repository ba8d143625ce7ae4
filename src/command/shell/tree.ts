import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** The root of the repository that `folder` is in, or `folder` itself: what belongs to the tree. */
export function treeRoot(folder: string): string {
  return repositoryOf(folder) ?? folder;
}

/** The root of the repository that `folder` is in; undefined: it is in none. */
export function repositoryOf(folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    if (isRepository(place)) return place;
    if (dirname(place) === place) return undefined;
  }
}

/** A worktree of git has a file there, the others have a folder. */
export function isRepository(folder: string): boolean {
  return ['.git', '.hg', '.jj', '.svn'].some((name) => isThere(join(folder, name)));
}

/** Whether a path lies in `root`, links followed, and not in what a repository keeps for itself. Both are absolute. */
export function isBelow(path: string, root: string): boolean {
  const [real, base] = [realPath(path), realPath(root)];
  if (real === base) return true;
  const prefix = base.endsWith(sep) ? base : base + sep;
  return real.startsWith(prefix) && !/^\.(git|hg|jj|svn)([/\\]|$)/i.test(real.slice(prefix.length));
}

/** The path without links, as far as it is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), path.slice(parent.length + (parent.endsWith(sep) ? 0 : 1)));
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
