import { lstatSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { isRepository } from './tree.js';

/** A settings file that counts. */
export interface SettingsPlace {
  readonly path: string;
  /** `tree`: it lies with the files, which may be a stranger's. `user`: it is the user's own, and may hold every flag. */
  readonly trust: 'tree' | 'user';
}

export interface FoundSettings {
  /** The one of the tree before the user's own: the nearer one counts. */
  readonly places: readonly SettingsPlace[];
  /** Files that are there, but belong to somebody else. */
  readonly foreign: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The nearest `.aeraki.yaml` from `directory` upward, and the user's own file. The way up ends after the root of a
 * repository, at the edge of a file system, and at a folder of another owner; a file of another owner is not read.
 */
export function findSettings(directory: string, environment: Environment): FoundSettings {
  const places: SettingsPlace[] = [];
  const foreign: string[] = [];
  const take = (path: string, trust: SettingsPlace['trust'], ownFolder: boolean): boolean => {
    const link = status(path, lstatSync);
    if (link === undefined) return false;
    const file = link.isSymbolicLink() ? status(path, statSync) : link;
    // A link of ours to a file of another is that other's file. One that leads nowhere is said when it is opened.
    if (ownFolder && isOwn(link, trust) && (file === undefined || isOwn(file, trust))) places.push({ path, trust });
    else foreign.push(path);
    return true;
  };
  let device: number | undefined;
  for (let folder = directory; ; folder = dirname(folder)) {
    const stats = status(folder, statSync);
    if (stats === undefined || (device !== undefined && stats.dev !== device)) break;
    device = stats.dev;
    const own = isOwn(stats, 'tree');
    const found = take(join(folder, '.aeraki.yaml'), 'tree', own);
    if (found || !own || isRepository(folder) || dirname(folder) === folder) break;
  }
  const user = userSettingsFile(environment);
  if (user !== undefined) take(user, 'user', true);
  return { places, foreign };
}

/** The user's own settings (XDG base directories; a relative `XDG_CONFIG_HOME` is void, as the specification has it). */
export function userSettingsFile(environment: Environment): string | undefined {
  const { XDG_CONFIG_HOME: given, HOME: home = environment.USERPROFILE } = environment;
  if (given && isAbsolute(given)) return join(given, 'aeraki', 'config.yaml');
  return home && isAbsolute(home) ? join(home, '.config', 'aeraki', 'config.yaml') : undefined;
}

/** Windows has no such owners. The user's own file may also be one that the administrator put there. */
function isOwn(stats: Stats, trust: SettingsPlace['trust']): boolean {
  const user = process.geteuid?.();
  return user === undefined || stats.uid === user || (trust === 'user' && stats.uid === 0);
}

function status(path: string, read: (path: string) => Stats): Stats | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}
