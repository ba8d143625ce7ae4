/** What the loader asks of node:path, for POSIX paths: in the browser files have names only. */
export function dirname(path: string): string {
  const at = path.lastIndexOf('/');
  if (at < 0) return '.';
  return at === 0 ? '/' : path.slice(0, at);
}

/** There is no working directory. */
export function resolve(path: string): string {
  return path;
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function join(...parts: readonly string[]): string {
  const kept: string[] = [];
  const path = parts.filter((part) => part !== '').join('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else kept.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + kept.join('/') || '.';
}
