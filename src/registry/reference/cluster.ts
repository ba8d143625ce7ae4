import type { ServiceEntry } from '../../model/istio.js';
import { keyOf } from './entry.js';
import { byOctets } from './go.js';

/** What Kubernetes' Go client asks of a name before it asks any server: no part of a URL's path may be in it. */
function isPathSegment(text: string): boolean {
  return text !== '.' && text !== '..' && !/[/%]/.test(text);
}

/**
 * What dubbo2istio leaves in a cluster that takes everything (spec/registry.md, 1.6). It writes one entry after another;
 * which of two with one name comes last is arbitrary in the adapter, and theirs is the order of the calls here.
 */
export class ReferenceCluster {
  readonly #entries: Map<string, ServiceEntry>;
  /** Name → namespace of the entries that the adapter itself created; never corrected by an update. */
  readonly #created = new Map<string, string>();
  readonly #registryName: string;
  #writes = new Map<string, number>();

  constructor(registryName: string, existing: readonly ServiceEntry[]) {
    this.#registryName = registryName;
    this.#entries = new Map(existing.map((entry) => [keyOf(entry), entry]));
  }

  write(entry: ServiceEntry): void {
    const { name = '', namespace = '' } = entry.metadata ?? {};
    const old = this.#created.get(name);
    if (old !== undefined && old !== namespace) this.#entries.delete(`${old}/${name}`);
    if (!isPathSegment(name) || !isPathSegment(namespace)) return;
    const key = keyOf(entry);
    const existing = this.#entries.get(key);
    if (existing === undefined) this.#created.set(name, namespace);
    this.#entries.set(key, existing === undefined ? entry : this.#merged(entry, existing));
    this.#writes.set(key, (this.#writes.get(key) ?? 0) + 1);
  }

  /** All entries, by namespace and name. */
  entries(): readonly ServiceEntry[] {
    return [...this.#entries].sort(([a], [b]) => byOctets(a, b)).map(([, entry]) => entry);
  }

  /** What was written more than once since the last call, by namespace and name. */
  takeOverwritten(): readonly string[] {
    const several = [...this.#writes].filter(([, times]) => times > 1).map(([key]) => key);
    this.#writes = new Map();
    return several.sort(byOctets);
  }

  /** Endpoints of other registries stay, and the ports, whatever they are now; nothing else of the old entry does. */
  #merged(entry: ServiceEntry, existing: ServiceEntry): ServiceEntry {
    const { ports: _own, ...spec } = entry.spec ?? {};
    const others = existing.spec?.workloadSelector
      ? []
      : (existing.spec?.endpoints ?? []).filter(({ labels }) => (labels?.registryName ?? '') !== this.#registryName);
    const endpoints = [...(spec.endpoints ?? []), ...others];
    const ports = existing.spec?.ports ?? [];
    return {
      ...entry,
      spec: { ...spec, ...(endpoints.length > 0 && { endpoints }), ...(ports.length > 0 && { ports }) },
    };
  }
}
