import { sep } from 'node:path';

/** A path for those who read results of any system (GitHub, GitLab, SARIF): with slashes. On POSIX a backslash is part of a name. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
