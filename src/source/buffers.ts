import { relative, resolve, sep } from 'node:path';
import { excluder } from '../load/exclude.js';
import type { Look } from '../load/look.js';
import { type Entry, isWanted } from '../load/walk.js';

/** A text that an editor has open: it counts, and not what the disk has under its name. */
export interface Buffer {
  readonly text: string;
  /** Another one for each state of the text, also after it was closed and opened again. */
  readonly version: number;
}

/** The texts that are open, by the names under which loading knows their files: absolute paths. */
export class Buffers {
  readonly #open = new Map<string, Buffer>();
  #versions = 0;

  put(name: string, text: string): void {
    const known = this.#open.get(name);
    if (known?.text === text) return;
    this.#versions += 1;
    this.#open.set(name, { text, version: this.#versions });
  }

  close(name: string): void {
    this.#open.delete(name);
  }

  /** What is open of a file; a name that is no path (`untitled:1`) stands for itself. */
  of(path: string): Buffer | undefined {
    return this.#open.size === 0 ? undefined : (this.#open.get(path) ?? this.#open.get(resolve(path)));
  }

  /** Whether anything is open. */
  get any(): boolean {
    return this.#open.size > 0;
  }

  get names(): Iterable<string> {
    return this.#open.keys();
  }
}

/**
 * The entries of a look, and those of buffers that have no file: below a named directory each stands where its file would
 * be, for of two equal objects the first counts; the others come after all files. What is excluded there is left out here.
 */
export function withBuffers(
  { walked, files }: Look,
  paths: readonly string[],
  { buffers, exclude }: { readonly buffers?: Buffers; readonly exclude: readonly string[] },
): readonly Entry[] {
  const extra = [...(buffers?.names ?? [])].filter((name) => !files.has(name)).sort();
  if (extra.length === 0) return walked;
  const excluded = excluder(exclude);
  const result = [...walked];
  for (const name of extra) {
    const root = paths.find((path) => name.startsWith(resolve(path) + sep));
    if (root === undefined) {
      result.push({ kind: 'file', path: name, found: false });
      continue;
    }
    const steps = relative(resolve(root), name).split(sep);
    const ways = steps.map((_, index) => steps.slice(0, index + 1).join(sep));
    if (!isWanted(name) || ways.some((way) => excluded(way, resolve(root, way)))) continue;
    const entry: Entry = { kind: 'file', path: name, found: true };
    const index = result.findIndex((each) => {
      const other = each.kind === 'file' ? relative(resolve(root), resolve(each.path)) : '..';
      return !other.startsWith('..') && isBehind(other.split(sep), steps);
    });
    if (index === -1) result.push(entry);
    else result.splice(index, 0, entry);
  }
  return result;
}

/** Whether a path comes behind another one in the order in which directories are read: name by name, by code unit. */
function isBehind(one: readonly string[], other: readonly string[]): boolean {
  for (const [index, step] of one.entries()) {
    const against = other[index];
    if (against === undefined || step > against) return true;
    if (step < against) return false;
  }
  return false;
}
