import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reasonOf } from '../diagnostics/reason.js';
import { Hints } from './hints.js';
import { differences, identity, type Look, look, lookAgain } from './look.js';
import { isWanted } from './walk.js';

export interface WatcherOptions {
  /** Globs of files in directories that do not count, as in loading. */
  readonly exclude: readonly string[];
  /** Only look at the files at intervals; for disks whose watches cost too much. */
  readonly poll: boolean;
  /** Milliseconds between two looks, when the files are only looked at. */
  readonly interval: number;
  /** Milliseconds without a further change after which the changes are told. */
  readonly quiet: number;
  /** Called once when the system refuses to watch; the files are then looked at every `interval` milliseconds. */
  readonly onRefused: (reason: string) => void;
}

export interface Watcher {
  /** What was there when the changes were told, or when there were none yet. */
  readonly look: Look;
  close(): void;
}

/** However busy the disk is, changes are told after so many milliseconds. */
const longestWait = 1_000;
/** So many milliseconds an empty file may take to be written. */
const longestEmpty = 500;
/** Milliseconds between two looks while the system watches: what it missed is found then. */
const safetyInterval = 1_000;
/** Looking takes at most this part of the time, however many files there are. */
const share = 1 / 50;

/**
 * Watches files and directories, and tells of changes when they have come to rest: one edit, or one checkout, is one
 * call, with the names that loading has for what changed. What changed is found by looking at all files; the system's
 * watches only say when to look, so nothing depends on an event that is lost, merged or about a folder that is another
 * one by now. Changes after the return are not missed.
 *
 * @param paths as the user named them; they need not exist yet
 */
export function watchPaths(
  paths: readonly string[],
  changed: (paths: readonly string[]) => void,
  options: WatcherOptions,
): Watcher {
  const watching = new Watching(paths, changed, options);
  watching.begin();
  return watching;
}

class Watching implements Watcher {
  readonly #hints = new Hints((path) => this.#hint(path));
  /** What the system says has changed: also told when a look shows no difference, for a clock may tick too slowly. */
  readonly #hinted = new Set<string>();
  readonly #changed = new Set<string>();
  #last: Look;
  readonly #named: ReadonlySet<string>;
  #poll: boolean;
  #first = 0;
  #rest: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;

  constructor(
    readonly paths: readonly string[],
    readonly changed: (paths: readonly string[]) => void,
    readonly options: WatcherOptions,
  ) {
    this.#poll = options.poll;
    this.#last = look(paths, options.exclude);
    this.#named = new Set(paths.map((path) => resolve(path)));
  }

  get look(): Look {
    return this.#last;
  }

  begin(): void {
    this.#look();
    this.#hinted.clear();
    this.#changed.clear();
    this.#unrest();
    this.#later();
  }

  close(): void {
    this.#unrest();
    clearTimeout(this.#next);
    this.#hints.close();
  }

  #hint(path: string): void {
    if (!this.#matters(path)) return;
    this.#hinted.add(path);
    this.#wait();
  }

  /** False for a neighbour of what is watched, a log or an editor's own file, which may change all the time. */
  #matters(path: string): boolean {
    if (this.#named.has(path) || this.#last.directories.has(path)) return true;
    return this.#last.inside.has(dirname(path)) && (isWanted(path) || identity(path) !== '');
  }

  /** Everything at intervals, whether or not the system said something. */
  #later(): void {
    const began = performance.now();
    this.#look();
    if (this.#changed.size > 0 && this.#rest === undefined) this.#wait();
    const took = performance.now() - began;
    clearTimeout(this.#next);
    const least = this.#poll ? this.options.interval : safetyInterval;
    this.#next = setTimeout(() => this.#later(), Math.max(least, took / share));
  }

  #wait(): void {
    if (this.#rest === undefined) this.#first = Date.now();
    clearTimeout(this.#rest);
    const left = Math.max(0, this.#first + longestWait - Date.now());
    this.#rest = setTimeout(() => this.#tell(), Math.min(this.options.quiet, left));
  }

  #unrest(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }

  #tell(): void {
    if (!this.#lookAtHinted()) this.#look();
    const paths = [...this.#changed].sort();
    // Many programs empty a file before they write it: what is empty now is most likely about to be written.
    if (Date.now() < this.#first + longestEmpty && paths.some(isEmpty)) {
      this.#rest = setTimeout(() => this.#tell(), this.options.quiet);
      return;
    }
    this.#rest = undefined;
    this.#changed.clear();
    if (paths.length > 0) this.changed(paths);
  }

  /** Most edits are of files that are there: then nothing else is looked at, and a change costs what it changes. */
  #lookAtHinted(): boolean {
    if (this.#hinted.size === 0 || this.#poll) return false;
    const now = lookAgain(this.#last, this.#hinted);
    if (now === undefined) return false;
    for (const path of this.#hinted) this.#changed.add(now.files.get(path) ?? path);
    this.#hinted.clear();
    this.#last = now;
    return true;
  }

  /** Looks, collects what changed, and watches what is there now. */
  #look(): void {
    for (;;) {
      const now = look(this.paths, this.options.exclude);
      for (const path of differences(this.#last, now)) this.#changed.add(path);
      this.#last = now;
      if (this.#hinted.size > 0) {
        for (const path of this.#hinted) {
          const name = now.files.get(path);
          if (name !== undefined) this.#changed.add(name);
        }
        this.#hinted.clear();
      }
      if (!this.#arm(now.directories)) return;
    }
  }

  /** True when a directory is watched that was not: it has to be looked at again. */
  #arm(directories: ReadonlySet<string>): boolean {
    if (this.#poll) return false;
    try {
      return this.#hints.arm(directories);
    } catch (error) {
      this.#poll = true;
      this.#hints.close();
      clearTimeout(this.#next);
      this.#next = setTimeout(() => this.#later(), this.options.interval);
      this.options.onRefused(reasonOf(error));
      return false;
    }
  }
}

function isEmpty(path: string): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === 0;
  } catch {
    return false;
  }
}
