import { existsSync, statSync } from 'node:fs';
import type { Resource } from '../../model/resource.js';

/** A Tab must not wait: so many bytes of files are read for candidates. */
const mostBytes = 4 << 20;
const mostFiles = 500;

/**
 * The hosts of the services in the files and directories that `words` name, else in the files of the current directory; in order. Nothing
 * is asked over the network, and what cannot be read has no hosts.
 */
export async function hostsFor(words: readonly string[]): Promise<readonly string[]> {
  const { walk } = await import('../../load/walk.js');
  const named = words.flatMap((word) => [word, word.replace(/^-[^=]*=/, '')]).filter((word) => isPath(word));
  const files: string[] = [];
  let bytes = 0;
  for (const entry of walk(named.length > 0 ? named : ['.'], [])) {
    if (entry.kind !== 'file') continue;
    bytes += statSync(entry.path, { throwIfNoEntry: false })?.size ?? 0;
    if (bytes > mostBytes || files.length === mostFiles) break;
    files.push(entry.path);
  }
  const { load } = await import('../../load/load.js');
  const { documents } = await load(files, { namespace: 'default', exclude: [] });
  const hosts = documents.flatMap((document) => (document.status === 'resource' ? hostsOf(document.resource) : []));
  return [...new Set(hosts)].sort();
}

function isPath(word: string): boolean {
  if (word === '' || word === '-' || !existsSync(word)) return false;
  const stats = statSync(word, { throwIfNoEntry: false });
  return stats !== undefined && (stats.isFile() || stats.isDirectory());
}

function hostsOf({ kind, name, namespace, object }: Resource): readonly string[] {
  if (kind === 'Service') return [`${name}.${namespace}.svc.cluster.local`];
  if (kind !== 'ServiceEntry') return [];
  const { hosts = [] } = (object.spec ?? {}) as { readonly hosts?: readonly unknown[] };
  return Array.isArray(hosts) ? hosts.filter((host): host is string => typeof host === 'string') : [];
}
