import type { Finding } from '../../../diagnostics/diagnostic.js';
import { convertDumps, type NamedDump } from '../../../registry/convert/convert-dumps.js';
import type { Converted } from '../../../registry/convert/converted.js';
import { UsageError } from '../../shell/errors.js';
import { registryOptions } from './convert-options.js';
import type { RegistryFlags } from './flags.js';
import { readDumpFile } from './input.js';
import { type LiveFlags, readLive, type WithLevel } from './live.js';

export interface ReadRegistries {
  readonly dumps: readonly NamedDump[];
  /** Why some could not be read. */
  readonly findings: readonly Finding[];
}

/** Whether a word names a server, not a file. */
export function isUrl(word: string): boolean {
  return /^[a-z][a-z0-9+]*:\/\//i.test(word);
}

/**
 * Reads every registry that is named, files and servers, once. One that cannot be read is a finding, and the others are
 * read all the same. Raises `UsageError` where nothing is named.
 */
export async function readRegistries(
  words: readonly string[],
  flags: Pick<RegistryFlags, 'registry-name' | 'root'> & LiveFlags & WithLevel,
): Promise<ReadRegistries> {
  if (words.length === 0) {
    throw new UsageError('No registry. Name a URL (zookeeper://127.0.0.1:2181) or a dump file.');
  }
  const names = flags['registry-name'];
  if (names.length > words.length)
    throw new UsageError('There are more --registry-name than registries. Give one each.');
  const results = await Promise.all(
    words.map(async (word, at) => {
      const registryName = names[at];
      if (isUrl(word)) return readLive(word, flags, registryName);
      const read = await readDumpFile(word);
      if ('finding' in read) return read;
      return { dump: { dump: read.dump, file: word === '-' ? '<stdin>' : word, registryName } };
    }),
  );
  return {
    dumps: results.flatMap((result) => ('dump' in result ? [result.dump] : [])),
    findings: results.flatMap((result) => ('finding' in result ? [result.finding] : [])),
  };
}

/** Reads and converts once; the findings of both. */
export async function readConverted(
  words: readonly string[],
  flags: RegistryFlags & LiveFlags,
  { withProviders = true }: { readonly withProviders?: boolean } = {},
): Promise<Converted & { readonly read: ReadRegistries }> {
  const options = { ...(await registryOptions(flags)), withProviders };
  const read = await readRegistries(words, flags);
  if (read.dumps.length === 0) return { entries: [], services: [], findings: read.findings, read };
  const converted = convertDumps(read.dumps, options);
  return { ...converted, findings: [...read.findings, ...converted.findings], read };
}
