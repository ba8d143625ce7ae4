import { type Stats, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { FSWatcher } from 'chokidar';
import picomatch from 'picomatch';
import { reasonOf } from './reason.js';

export interface WatcherOptions {
  /** Globs of files in directories that do not count, as in loading. */
  readonly exclude: readonly string[];
  /** Look at the files at intervals from the start; for disks that take a watch and never report. */
  readonly poll: boolean;
  /** Milliseconds between two looks, when the files are looked at. */
  readonly interval: number;
  /** Milliseconds without a further change after which the changes are told. */
  readonly quiet: number;
  /** Called once when the system refuses to watch; the files are then looked at every `interval` milliseconds. */
  readonly onRefused: (reason: string) => void;
}

export interface Watcher {
  close(): Promise<void>;
}

/** However busy the disk is, changes are told after so many milliseconds. */
const longestWait = 1_000;
/** So many milliseconds an empty file may take to be written. */
const longestEmpty = 500;
/** How often the named paths themselves are looked at: a folder that is taken away and comes back has lost its watch. */
const rootInterval = 500;
const readable = /\.(ya?ml|json)$/;

/**
 * Watches files and directories, and tells of changes when they have come to rest: one edit, or one checkout, is one
 * call. A file is watched by its directory, so that it may be replaced by renaming, be removed and come back.
 * Settles when the first look is over; changes after that are not missed.
 */
export async function watchPaths(
  paths: readonly string[],
  changed: (paths: readonly string[]) => void,
  options: WatcherOptions,
): Promise<Watcher> {
  const rest = new Rest(changed, options.quiet);
  const roots = paths.map((path) => resolve(path));
  const identities = new Map(roots.map((root) => [root, identity(root)]));
  let { poll } = options;
  let watcher: Watcher | undefined;
  let restarting = Promise.resolve();

  const begin = async (): Promise<void> => {
    await watcher?.close();
    watcher = await listen(roots, rest, { ...options, poll }, refused);
  };
  const refused = (error: unknown): void => {
    if (poll) return;
    poll = true;
    options.onRefused(reasonOf(error));
    restart(roots);
  };
  const restart = (moved: readonly string[]): void => {
    restarting = restarting.then(async () => {
      await begin();
      // What happened in between was seen by nobody.
      rest.note(...moved);
    });
  };

  await begin();
  await restarting;
  const timer = setInterval(() => {
    const moved = roots.filter((root) => identities.get(root) !== identity(root));
    for (const root of moved) identities.set(root, identity(root));
    if (moved.length > 0) restart(moved);
  }, rootInterval);
  return {
    close: async () => {
      clearInterval(timer);
      rest.close();
      await restarting;
      await watcher?.close();
    },
  };
}

/** Settles when all is being watched, or when the system refuses it. */
async function listen(
  roots: readonly string[],
  rest: Rest,
  options: WatcherOptions,
  refused: (error: unknown) => void,
): Promise<Watcher> {
  const directories = roots.filter(isDirectory);
  const files = new Set(roots.filter((root) => !isDirectory(root)));
  const excluded = options.exclude.length === 0 ? () => false : picomatch([...options.exclude], { dot: true });
  const { watch } = await import('chokidar');
  const settings = { ignoreInitial: true, usePolling: options.poll, interval: options.interval };
  const open: FSWatcher[] = [];
  if (directories.length > 0) {
    const ignored: Ignored = (path, stats) =>
      basename(path) === '.git' || (stats?.isFile() === true && !readable.test(path));
    const below = watch(directories, { ...settings, ignored });
    below.on('all', (_event, path) => {
      if (!directories.some((root) => excluded(path.slice(root.length + 1)))) rest.note(path);
    });
    open.push(below);
  }
  if (files.size > 0) {
    const ignored: Ignored = (path, stats) => stats?.isFile() === true && !files.has(path);
    const beside = watch([...new Set([...files].map(dirname))], { ...settings, depth: 0, ignored });
    beside.on('all', (_event, path) => {
      if (files.has(path)) rest.note(path);
    });
    open.push(beside);
  }
  await Promise.all(
    open.map(
      (each) =>
        new Promise<void>((done) => {
          each.on('ready', done);
          each.on('error', (error) => {
            refused(error);
            done();
          });
        }),
    ),
  );
  return { close: async () => void (await Promise.all(open.map((each) => each.close()))) };
}

type Ignored = (path: string, stats?: Stats) => boolean;

/** Collects changes until there is quiet. */
class Rest {
  readonly #changed = new Set<string>();
  #quiet: NodeJS.Timeout | undefined;
  #first = 0;
  #closed = false;

  constructor(
    readonly tell: (paths: readonly string[]) => void,
    readonly quiet: number,
  ) {}

  note(...paths: readonly string[]): void {
    if (this.#closed) return;
    if (this.#changed.size === 0) this.#first = Date.now();
    for (const path of paths) this.#changed.add(path);
    clearTimeout(this.#quiet);
    const left = Math.max(0, this.#first + longestWait - Date.now());
    this.#quiet = setTimeout(() => this.#tell(), Math.min(this.quiet, left));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#quiet);
  }

  #tell(): void {
    const paths = [...this.#changed].sort();
    // Many programs empty a file before they write it: what is empty now is most likely about to be written.
    if (Date.now() < this.#first + longestEmpty && paths.some(isEmpty)) {
      this.#quiet = setTimeout(() => this.#tell(), this.quiet);
      return;
    }
    this.#changed.clear();
    this.tell(paths);
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isEmpty(path: string): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === 0;
  } catch {
    return false;
  }
}

/** Changes when a directory is taken away, comes back, or is another one under the same name. Files have none. */
function identity(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isDirectory() ? `${stats.dev}:${stats.ino}` : '';
  } catch {
    return '';
  }
}
