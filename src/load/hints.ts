import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { identity } from './look.js';

interface Held {
  readonly watcher: FSWatcher;
  readonly identity: string;
}

/** A directory that is gone again, or that may not be watched: looking at intervals finds what changes there. */
const passing = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/**
 * The system's own watches on directories, one each and none on files, so that a file may be replaced. They say that
 * something happened and often what; they never decide what changed, since every system forgets and merges events.
 */
export class Hints {
  readonly #held = new Map<string, Held>();

  /** @param hint called with the absolute path in which something happened, or its directory where the system has no name */
  constructor(readonly hint: (path: string) => void) {}

  /**
   * Watches exactly these directories, also one that was replaced under its name.
   * @returns true when one is newly watched: what happened in it before was seen by nobody
   * @throws what the system says when it takes no more watches
   */
  arm(directories: ReadonlySet<string>): boolean {
    for (const [path, held] of this.#held) {
      if (!directories.has(path) || identity(path) !== held.identity) this.#drop(path, held);
    }
    let fresh = false;
    for (const path of directories) if (!this.#held.has(path) && this.#watch(path)) fresh = true;
    return fresh;
  }

  close(): void {
    for (const [path, held] of this.#held) this.#drop(path, held);
  }

  #watch(path: string): boolean {
    // Taken before, so that a directory that is replaced now does not count as the one that is watched.
    const before = identity(path);
    if (before === '') return false;
    try {
      const watcher = watch(path, (_event, name) => this.hint(name === null ? path : join(path, name)));
      const held = { watcher, identity: before };
      watcher.on('error', () => {
        if (this.#held.get(path) === held) this.#drop(path, held);
        this.hint(path);
      });
      this.#held.set(path, held);
      return true;
    } catch (error) {
      if (passing.has((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  }

  #drop(path: string, held: Held): void {
    this.#held.delete(path);
    held.watcher.close();
  }
}
