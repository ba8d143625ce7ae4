import { existsSync } from 'node:fs';
import type { FoundMeshConfig } from '../../index/mesh-config.js';
import type { MeshService } from '../../index/mesh-index.js';
import type { Loaded } from '../../load/loaded.js';
import { indexLoaded, type Translated, translateLoaded } from '../../pipeline.js';
import { defaultTranslateOptions, type TranslateOptions } from '../../translate/options.js';
import { UsageError } from '../errors.js';
import { type InputFlags, isRendered, rootNamespace } from '../inputs.js';

/** The values of `diffFlags` that shape the translation. */
export interface DiffFlags extends InputFlags {
  readonly filename: readonly string[];
  readonly dump?: string | undefined;
  readonly 'admin-address'?: string | undefined;
  readonly 'proxy-admin-port': number;
  readonly base?: string | undefined;
  readonly 'namespace-scoped': boolean;
  readonly 'cluster-domain': string;
  readonly 'mesh-config'?: string | undefined;
  readonly service: readonly string[];
  readonly fixed: boolean;
  readonly output: 'text' | 'json' | 'markdown';
  readonly verbose: boolean;
  readonly 'show-secrets'?: boolean | undefined;
}

/** What the command line compares. */
export interface Question {
  readonly paths: readonly string[];
  readonly pod: string | undefined;
  /** `files`: what the first path gives against what the second, or what is rendered, gives. */
  readonly mode: 'proxy' | 'base' | 'cluster' | 'files';
}

/** Tells paths and a pod apart: where nothing else is named to compare with, a last word that is no file is a pod. */
export function readQuestion(words: readonly string[], flags: DiffFlags): Question {
  const paths = [...words];
  const offline = flags.dump !== undefined || flags['admin-address'] !== undefined || flags.base !== undefined;
  const last = paths.at(-1);
  const pod = !offline && last !== undefined && last !== '-' && !existsSync(last) ? paths.pop() : undefined;
  const all = [...paths, ...flags.filename];
  const live = flags.context !== undefined || flags['all-namespaces'] === true;
  if (flags.base !== undefined) return { paths: all, pod, mode: 'base' };
  if (offline || pod !== undefined) return { paths: all, pod, mode: 'proxy' };
  if (live) return { paths: all, pod, mode: 'cluster' };
  if (all.length === 2 || (all.length === 1 && isRendered(flags))) return { paths: all, pod, mode: 'files' };
  throw new UsageError(
    all.length > 2
      ? `Two things can be compared, but ${all.length} are named. Name BEFORE and AFTER, or what to compare with.`
      : 'Nothing to compare with. Name a second file or directory (BEFORE AFTER), a dump (--dump), a pod, a cluster (--context) or a revision (--base).',
  );
}

export type Addresses = ReadonlyMap<string, readonly string[]>;

export interface Side {
  readonly translated: Translated;
  readonly translateOptions: TranslateOptions;
}

/**
 * Translates one side. `addresses` are used for the services that the inputs leave without one of their own: what a
 * cluster gave them, so that an address is never a difference.
 */
export async function translateSide(
  loaded: Loaded,
  flags: Omit<DiffFlags, 'base'>,
  addresses: Addresses,
  meshConfig: FoundMeshConfig | undefined,
): Promise<Side> {
  const options: TranslateOptions = {
    ...defaultTranslateOptions,
    rootNamespace: rootNamespace(flags),
    namespaceScoped: flags['namespace-scoped'],
    clusterDomain: flags['cluster-domain'],
    fixed: flags.fixed,
    services: flags.service,
    addresses: await addressesFor(loaded),
  };
  return { translateOptions: options, translated: await translateLoaded(loaded, options, { meshConfig }) };

  async function addressesFor(side: Loaded): Promise<Addresses> {
    if (addresses.size === 0) return addresses;
    const plain = { ...defaultTranslateOptions, clusterDomain: flags['cluster-domain'] };
    const { index } = await indexLoaded(side, plain, { meshConfig });
    const wanted = new Map<string, readonly string[]>();
    for (const service of index.services) {
      const [host] = service.hosts;
      const known = host === undefined ? undefined : addresses.get(host);
      if (host !== undefined && known !== undefined && lacksAddress(service)) wanted.set(host, known);
    }
    return wanted;
  }
}

/** The allocator chose its address, or it is a Service that no cluster has given one yet. */
function lacksAddress(service: MeshService): boolean {
  return (
    service.allocated ||
    (service.synthetic && service.resolution === 'STATIC' && service.addresses.join() === '0.0.0.0')
  );
}

/** The addresses that the allocator chose, by host. */
export function allocatedAddresses({ index }: Translated): Addresses {
  const addresses = new Map<string, readonly string[]>();
  for (const { allocated, hosts, addresses: list } of index.services) {
    if (allocated && hosts[0] !== undefined) addresses.set(hosts[0], list);
  }
  return addresses;
}
