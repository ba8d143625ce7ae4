import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { parseYaml } from '../../load/parse-yaml.js';
import type { ServiceEntry } from '../../model/istio.js';
import { toYaml } from '../../output/yaml.js';
import { isFields } from '../../registry/dump/shape.js';
import { keyOf } from '../../registry/reference/entry.js';
import { UsageError } from '../shell/errors.js';
import { withoutSizeSignal } from '../shell/replace-file.js';
import { readIfThere, removeFile, writeFileWhole } from './files.js';

/** First line of every file of ours; a file without it is never touched. */
const marker = '# Written by `aeraki registry`: it is replaced and removed again. Changes by hand are lost.\n';

export interface WriteOptions {
  readonly prune: boolean;
  /** `30%` or a number. */
  readonly maxDeletes: string;
}

export interface Written {
  readonly written: number;
  readonly removed: number;
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/** A file of ours. */
interface OwnFile {
  /** What it holds; undefined where it is no ServiceEntry any more. */
  readonly entry: ServiceEntry | undefined;
  /** When it was looked at: size and time of its last change. */
  readonly signature: string;
}

/**
 * A directory with one file for each entry, `<namespace>/<name>.yaml`. Only what differs is written, by way of a file
 * aside; only files with our first line are replaced or removed. What is there is looked at once, and again when somebody
 * asks for it, so that one change does not cost a look at everything.
 */
export class EntryDirectory {
  readonly #directory: string;
  #files: Map<string, OwnFile> | undefined;
  readonly #paths = new WeakMap<ServiceEntry, string>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The ServiceEntries in files of ours. One that did not change is the same object each time. */
  async entries(): Promise<readonly ServiceEntry[]> {
    this.#files ??= await this.#look(new Map());
    return [...this.#files.values()].flatMap(({ entry }) => entry ?? []);
  }

  /** Looks at everything again. Whether somebody else has changed a file of ours, or taken one away. */
  async refresh(): Promise<boolean> {
    const before = this.#files;
    this.#files = await this.#look(before ?? new Map());
    if (before === undefined || before.size !== this.#files.size) return true;
    return [...this.#files].some(([path, file]) => before.get(path) !== file);
  }

  /** Brings the directory up to date; not more files are removed than `maxDeletes` allows. */
  write(entries: readonly ServiceEntry[], options: WriteOptions): Promise<Written> {
    return withoutSizeSignal(() => this.#write(entries, options));
  }

  async #write(entries: readonly ServiceEntry[], options: WriteOptions): Promise<Written> {
    const directory = this.#directory;
    this.#files ??= await this.#look(new Map());
    const files = this.#files;
    const findings: Finding[] = [];
    const wanted = new Set<string>();
    let written = 0;
    let looked = 0;
    for (const entry of entries) {
      const path = this.#pathOf(entry);
      if (path === undefined) {
        findings.push(finding('AER1209', { entry: keyOf(entry), directory }, { file: directory }));
        continue;
      }
      wanted.add(path);
      if (files.get(path)?.entry === entry) continue;
      const text = marker + toYaml(entry);
      const before = await readIfThere(directory, path);
      if (before !== undefined && !before.startsWith(marker)) {
        const name = path.replace(/\.yaml$/, '');
        const args = { service: name, entry: name, host: hostIn(before) };
        findings.push(finding('AER1237', args, { file: join(directory, path) }));
        continue;
      }
      if (before !== text) {
        await writeFileWhole(directory, path, text);
        written++;
      }
      files.set(path, { entry, signature: this.#signature(path) });
      // Files are written one by one without a thread; signals and connections get their turn between them.
      if (++looked % 256 === 0) await setImmediate();
    }
    const total = files.size;
    const stale = [...files.keys()].filter((path) => !wanted.has(path));
    const removed = await this.#prune(stale, total, options, findings);
    const count = `${wanted.size} ${wanted.size === 1 ? 'file' : 'files'}`;
    return { written, removed, findings, notes: [`${directory}: ${count}, ${written} written, ${removed} removed.`] };
  }

  async #prune(stale: readonly string[], total: number, options: WriteOptions, findings: Finding[]): Promise<number> {
    const most = mostDeletes(options.maxDeletes, total);
    if (!options.prune || stale.length === 0) return 0;
    if (stale.length > most) {
      const args = { deletes: stale.length, total, limit: options.maxDeletes };
      findings.push(finding('AER1206', args, { file: this.#directory }));
      return 0;
    }
    for (const path of stale) {
      // It may have become somebody else's since it was looked at.
      if ((await readIfThere(this.#directory, path))?.startsWith(marker)) await removeFile(this.#directory, path);
      this.#files?.delete(path);
    }
    return stale.length;
  }

  #pathOf(entry: ServiceEntry): string | undefined {
    const known = this.#paths.get(entry);
    if (known !== undefined) return known;
    const path = pathOf(entry);
    if (path !== undefined) this.#paths.set(entry, path);
    return path;
  }

  /** Files with our first line, by their paths below the directory; what did not change since `known` is not read. */
  async #look(known: ReadonlyMap<string, OwnFile>): Promise<Map<string, OwnFile>> {
    const directory = this.#directory;
    const folders = await readdir(directory, { withFileTypes: true }).catch(() => []);
    const found = new Map<string, OwnFile>();
    let looked = 0;
    for (const folder of folders) {
      if (!folder.isDirectory()) continue;
      for (const file of await readdir(join(directory, folder.name), { withFileTypes: true }).catch(() => [])) {
        const path = `${folder.name}/${file.name}`;
        if (!file.isFile() || !file.name.endsWith('.yaml')) continue;
        const signature = this.#signature(path);
        if (++looked % 256 === 0) await setImmediate();
        const before = known.get(path);
        if (before?.signature === signature) {
          found.set(path, before);
          continue;
        }
        const text = await readIfThere(directory, path);
        if (text?.startsWith(marker)) found.set(path, { entry: entryIn(text), signature });
      }
    }
    return found;
  }

  #signature(path: string): string {
    try {
      const { size, mtimeNs, ino } = statSync(join(this.#directory, path), { bigint: true });
      return `${size} ${mtimeNs} ${ino}`;
    } catch {
      return '';
    }
  }
}

/** How many of `total` may go. Raises `UsageError` for a text that is no number and no percentage. */
export function mostDeletes(text: string, total: number): number {
  const [, digits = '', percent] = /^(\d+)(%)?$/.exec(text.trim()) ?? [];
  if (digits === '') throw new UsageError(`--max-deletes ${text} is no number and no percentage. Write 10 or 30%.`);
  // One may always go: a mesh of two services has lost half of them with one.
  return percent === undefined ? Number(digits) : Math.max(1, Math.floor((total * Number(digits)) / 100));
}

function pathOf(entry: ServiceEntry): string | undefined {
  const { namespace = '', name = '' } = entry.metadata ?? {};
  const fits = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
  return fits.test(namespace) && fits.test(name) && name.length <= 248 ? `${namespace}/${name}.yaml` : undefined;
}

function entryIn(text: string): ServiceEntry | undefined {
  const value = parsed(text);
  return isFields(value) && value.kind === 'ServiceEntry' ? (value as unknown as ServiceEntry) : undefined;
}

function parsed(text: string): unknown {
  try {
    return parseYaml(text);
  } catch {
    return undefined;
  }
}

function hostIn(text: string): string {
  const value = parsed(text) as ServiceEntry | undefined;
  return value?.spec?.hosts?.[0] ?? '';
}
