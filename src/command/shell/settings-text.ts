import { dirname, join, relative, resolve, sep } from 'node:path';
import type { SettingsPlace } from './find-settings.js';
import { readRegular } from './read-regular.js';
import { isBelow, treeRoot } from './tree.js';

/** The most that a settings file may hold, in octets: ten times what every flag of every command takes. */
const longest = 1 << 20;

/**
 * The text of a settings file, without a byte order mark. Raises an error whose message says why there is none: pipes and
 * devices, on which reading might never end, are refused, and links of a tree that lead out of it.
 */
export function settingsText({ path, trust }: SettingsPlace): string {
  if (trust === 'tree' && !isBelow(path, treeRoot(dirname(path)))) {
    throw new Error('it is a link that leads out of the tree');
  }
  return readRegular(path, longest).replace(/^\uFEFF/, '');
}

/**
 * A path of a settings file as a flag takes it: relative to the file's own folder, `~/` is the home directory of a user's
 * own file. Nothing: the file is one of a tree, and the path, or a link on its way, leads out of the tree.
 */
export function settingsPath({ path, trust }: SettingsPlace, value: string): string | undefined {
  const folder = dirname(path);
  const home = process.env.HOME ?? process.env.USERPROFILE;
  const full = trust === 'user' && home && value.startsWith('~/') ? join(home, value.slice(2)) : resolve(folder, value);
  if (trust === 'tree' && (value.includes('\0') || !isBelow(full, treeRoot(folder)))) return undefined;
  // From the working directory, as a person would have written it; never `-` or what looks like a flag.
  const shown = relative(process.cwd(), full) || '.';
  return shown.startsWith('-') ? `.${sep}${shown}` : shown;
}

/**
 * A glob of files in a settings file, as a flag takes it: with a slash it is also meant from the folder of a tree's file, in
 * whatever directory the command runs.
 */
export function settingsGlobs({ path, trust }: SettingsPlace, glob: string): readonly string[] {
  if (trust !== 'tree' || !/\/./.test(glob.replace(/^\.\//, '')) || /^(?:\/|\*\*\/)/.test(glob)) return [glob];
  const folder = dirname(resolve(path)).split(sep).join('/');
  return [glob, `${folder.replace(/[\\*?[\]{}()!+@]/g, '\\$&')}/${glob.replace(/^\.\//, '')}`];
}
