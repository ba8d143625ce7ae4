import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { Loaded } from '../../load/loaded.js';
import type { Resource } from '../../model/resource.js';
import { SortedList } from '../../patch/sorted-list.js';
import type { Source, Watching } from '../../source/source.js';
import { type ClusterKind, clusterKinds } from '../kinds.js';
import { authOf } from '../secrets.js';
import type { BackOffOptions } from './back-off.js';
import type { ApiClient } from './client.js';
import type { Collection } from './collection.js';
import { Discovered } from './discover.js';
import { byAge, type Kept, kept, renewed, sameKept } from './kept.js';
import { Reflector } from './reflector.js';

export interface ReflectedOptions {
  readonly client: ApiClient;
  readonly rootNamespace: string;
  /** Name of the mesh ConfigMap in the root namespace; left out: it is not read. */
  readonly configMap?: string | undefined;
  /** Left out: those that translation is about. */
  readonly kinds?: readonly ClusterKind[] | undefined;
  /** A list, a watch or an object failed; `kind` as messages call it. */
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
  readonly backOff?: BackOffOptions | undefined;
  /** Kinds that somebody else than the API server tells; whoever it is calls `told` when they change. */
  readonly elsewhere?: ((kind: string) => Collection<Kept> | undefined) | undefined;
}

/** How far one kind is. */
export interface KindState {
  readonly kind: string;
  readonly synced: boolean;
  /** Milliseconds since the server was last heard of it; undefined: never. */
  readonly silent: number | undefined;
  readonly objects: number;
  readonly counts: Readonly<Record<'lists' | 'watches' | 'events' | 'failures', number>>;
}

/** So long a Secret may keep a first reading waiting, in milliseconds. */
const secretWait = 5_000;
const secrets: ClusterKind = { kind: 'Secret', group: '', resource: 'secrets', namespaced: true };
const configMaps: ClusterKind = { kind: 'ConfigMap', group: '', resource: 'configmaps', namespaced: true };

/**
 * What a cluster has, kept up to date by watches: a reflector for each kind, one for the mesh ConfigMap, and one for each
 * Secret that a Redis resource names. Objects stand by age, so that nothing depends on the order in which they came.
 */
export class ReflectedSource implements Source {
  readonly name: string;
  readonly #kinds: readonly Collection<Kept>[];
  readonly #byKind: ReadonlyMap<string, Collection<Kept>>;
  /** The mesh ConfigMap. */
  readonly #mesh: Collection<Kept> | undefined;
  readonly #secrets = new Map<string, Reflector<Kept>>();
  #changed: (names: readonly string[]) => void = () => undefined;
  readonly #sorted = new SortedList<Resource>(byAge);
  /** What stands in the list, by `KIND NAMESPACE/NAME`. */
  readonly #placed = new Map<string, Resource>();
  /** Names of what is no longer as it stands there. */
  readonly #stale = new Set<string>();

  constructor(readonly options: ReflectedOptions) {
    this.name = `the cluster ${options.client.context}`;
    const { rootNamespace, configMap, elsewhere, kinds = clusterKinds } = options;
    this.#byKind = new Map(kinds.map((kind) => [kind.kind, elsewhere?.(kind.kind) ?? this.#reflector(kind)] as const));
    this.#mesh = configMap === undefined ? undefined : this.#reflector(configMaps, rootNamespace, configMap);
    this.#kinds = [...this.#byKind.values(), ...(this.#mesh ? [this.#mesh] : [])];
  }

  /** Starts to read. */
  start(): void {
    for (const each of this.#kinds) each.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#kinds, ...this.#secrets.values()].map((each) => each.stop()));
  }

  /** Whether every kind was listed whole once. */
  get synced(): boolean {
    return this.#kinds.every(({ synced }) => synced);
  }

  states(): readonly KindState[] {
    return [...this.#kinds, ...this.#secrets.values()].map((each) => ({
      kind: each.name,
      synced: each.synced,
      silent: each.heard === undefined ? undefined : performance.now() - each.heard,
      objects: each.size,
      counts: each.counts,
    }));
  }

  /** What is known of one object besides the resource itself. */
  keptOf(kind: string, namespace: string, name: string): Kept | undefined {
    return this.#byKind.get(kind)?.get(`${namespace}/${name}`);
  }

  /** The version that the API server gave a ServiceEntry. */
  versionOf(kind: string, namespace: string, name: string): string | undefined {
    return this.#byKind.get(kind)?.versionOf(`${namespace}/${name}`);
  }

  /** What is told elsewhere has changed. @param names as `KIND NAMESPACE/NAME` */
  told(names: readonly string[]): void {
    for (const name of names) this.#stale.add(name);
    this.#changed(names);
  }

  watch(changed: (names: readonly string[]) => void): Watching {
    this.#changed = changed;
    return {
      close: () => {
        this.#changed = () => undefined;
      },
    };
  }

  async read(): Promise<Loaded> {
    const findings: Finding[] = [];
    const named = await this.#namedSecrets(findings);
    const sorted = this.#brought();
    const resources = named.length === 0 ? sorted : [...sorted, ...named];
    return { documents: [], resources, findings, files: 0, locate: () => ({ line: 1, column: 1 }) };
  }

  /** All that is there by age, for the price of what changed since the last time. */
  #brought(): readonly Resource[] {
    const gone: Resource[] = [];
    const come: Resource[] = [];
    for (const name of this.#stale) {
      const before = this.#placed.get(name);
      const now = this.#there(name);
      if (before === now) continue;
      if (before !== undefined) gone.push(before);
      if (now === undefined) this.#placed.delete(name);
      else {
        come.push(now);
        this.#placed.set(name, now);
      }
    }
    this.#stale.clear();
    return this.#sorted.change(gone, come);
  }

  #there(name: string): Resource | undefined {
    const [kind, place] = [name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1)];
    const key = place.includes('/') ? place : `/${place}`;
    if (kind !== 'ConfigMap') return this.#byKind.get(kind)?.get(key)?.resource;
    const mesh = this.#mesh?.get(key)?.resource;
    // It is known to the stages behind by the name that Istio gives it.
    return mesh && { ...mesh, name: 'istio' };
  }

  async #namedSecrets(findings: Finding[]): Promise<readonly Resource[]> {
    const wanted = new Map<string, Resource>();
    for (const each of this.#kinds) {
      if (!each.name.startsWith('redis')) continue;
      for (const { resource } of each.values()) {
        const secret = authOf(resource)?.secret?.name;
        if (typeof secret === 'string' && secret !== '') wanted.set(`${resource.namespace}/${secret}`, resource);
      }
    }
    for (const [key, reflector] of this.#secrets) {
      if (wanted.has(key)) continue;
      this.#secrets.delete(key);
      void reflector.stop();
    }
    const fresh: Promise<void>[] = [];
    for (const [key, { namespace }] of wanted) {
      if (this.#secrets.has(key)) continue;
      const reflector = this.#reflector(secrets, namespace, key.slice(namespace.length + 1));
      this.#secrets.set(key, reflector);
      reflector.start();
      fresh.push(reflector.settled);
    }
    if (fresh.length > 0) await Promise.race([Promise.all(fresh), timeOut(secretWait)]);
    const found: Resource[] = [];
    for (const [key, by] of [...wanted].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const reflector = this.#secrets.get(key);
      const secret = reflector?.get(key);
      if (secret !== undefined) found.push(secret.resource);
      else if (reflector?.synced !== true) {
        const name = key.slice(by.namespace.length + 1);
        const args = { namespace: by.namespace, name, by: `${by.kind} ${by.namespace}/${by.name}` };
        findings.push(finding('AER0712', { ...args, reason: 'it cannot be read now' }, { resource: by }));
      }
    }
    return found;
  }

  /** @param name only this object of the namespace */
  #reflector(kind: ClusterKind, namespace?: string, name?: string): Reflector<Kept> {
    const { client, failed, backOff } = this.options;
    const found = new Discovered(client, kind);
    const plural = kind.group === '' ? kind.resource : `${kind.resource}.${kind.group}`;
    const within = namespace === undefined ? '' : `/namespaces/${encodeURIComponent(namespace)}/${kind.resource}`;
    return new Reflector<Kept>({
      client,
      backOff,
      name: name === undefined ? plural : `${plural} ${namespace}/${name}`,
      path: async () => (within === '' ? found.path() : `/api/v1${within}`),
      ...(name !== undefined && { query: { fieldSelector: `metadata.name=${name}` } }),
      keep: (item) => kept(client.context, kind.kind, found.place?.apiVersion ?? 'v1', item),
      same: sameKept,
      renewed,
      changed: (keys) => {
        this.told(keys.map((key) => `${kind.kind} ${key.replace(/^\//, '')}`));
      },
      failed: (reason, status) => {
        if (status === 404) found.forget();
        failed(name === undefined ? plural : `${plural} ${namespace}/${name}`, reason, status);
      },
    });
  }
}

function timeOut(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
