import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { parseYaml } from '../../load/parse-yaml.js';
import type { ServiceEntry } from '../../model/istio.js';
import { toYaml } from '../../output/yaml.js';
import { isFields } from '../../registry/dump/shape.js';
import { keyOf } from '../../registry/reference/entry.js';
import { UsageError } from '../shell/errors.js';
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

/**
 * Brings a directory up to date: one file for each entry, `<namespace>/<name>.yaml`. Only what differs is written, by way
 * of a file aside; only files with our first line are replaced or removed, and not more of them than `maxDeletes` allows.
 */
export async function writeEntries(
  directory: string,
  entries: readonly ServiceEntry[],
  options: WriteOptions,
): Promise<Written> {
  const files = new Map<string, string>();
  const findings: Finding[] = [];
  for (const entry of entries) {
    const path = pathOf(entry);
    if (path === undefined) findings.push(finding('AER1209', { entry: keyOf(entry), directory }, { file: directory }));
    else files.set(path, marker + toYaml(entry));
  }
  const old = await ownFiles(directory);
  let written = 0;
  for (const [path, text] of files) {
    const before = await readIfThere(directory, path);
    if (before === text) continue;
    if (before !== undefined && !before.startsWith(marker)) {
      const entry = path.replace(/\.yaml$/, '');
      const args = { service: entry, entry, host: hostIn(before) };
      findings.push(finding('AER1237', args, { file: join(directory, path) }));
      continue;
    }
    await writeFileWhole(directory, path, text);
    written++;
  }
  const stale = old.filter((path) => !files.has(path));
  const removed = await prune(directory, stale, old.length, options, findings);
  const total = `${files.size} ${files.size === 1 ? 'file' : 'files'}`;
  return { written, removed, findings, notes: [`${directory}: ${total}, ${written} written, ${removed} removed.`] };
}

/** How many of `total` may go. Raises `UsageError` for a text that is no number and no percentage. */
export function mostDeletes(text: string, total: number): number {
  const [, digits = '', percent] = /^(\d+)(%)?$/.exec(text.trim()) ?? [];
  if (digits === '') throw new UsageError(`--max-deletes ${text} is no number and no percentage. Write 10 or 30%.`);
  // One may always go: a mesh of two services has lost half of them with one.
  return percent === undefined ? Number(digits) : Math.max(1, Math.floor((total * Number(digits)) / 100));
}

async function prune(
  directory: string,
  stale: readonly string[],
  total: number,
  options: WriteOptions,
  findings: Finding[],
): Promise<number> {
  const most = mostDeletes(options.maxDeletes, total);
  if (!options.prune || stale.length === 0) return 0;
  if (stale.length > most) {
    const args = { deletes: stale.length, total, limit: options.maxDeletes };
    findings.push(finding('AER1206', args, { file: directory }));
    return 0;
  }
  for (const path of stale) await removeFile(directory, path);
  return stale.length;
}

function pathOf(entry: ServiceEntry): string | undefined {
  const { namespace = '', name = '' } = entry.metadata ?? {};
  const fits = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/;
  return fits.test(namespace) && fits.test(name) && name.length <= 248 ? `${namespace}/${name}.yaml` : undefined;
}

/** Files with our first line, by their paths below the directory. */
async function ownFiles(directory: string): Promise<readonly string[]> {
  const folders = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const folder of folders) {
    if (!folder.isDirectory()) continue;
    for (const file of await readdir(join(directory, folder.name), { withFileTypes: true }).catch(() => [])) {
      const path = `${folder.name}/${file.name}`;
      if (!file.isFile() || !file.name.endsWith('.yaml')) continue;
      if ((await readIfThere(directory, path))?.startsWith(marker)) found.push(path);
    }
  }
  return found;
}

/** The ServiceEntries in files of ours. */
export async function readEntries(directory: string): Promise<readonly ServiceEntry[]> {
  const entries: ServiceEntry[] = [];
  for (const path of await ownFiles(directory)) {
    const text = await readIfThere(directory, path);
    const value = text === undefined ? undefined : parsed(text);
    if (isFields(value) && value.kind === 'ServiceEntry') entries.push(value as unknown as ServiceEntry);
  }
  return entries;
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
