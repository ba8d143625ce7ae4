import type { BackOffOptions } from '../cluster/control/back-off.js';
import type { ApiClient } from '../cluster/control/client.js';
import { Reflector } from '../cluster/control/reflector.js';
import type { KindState } from '../cluster/control/source.js';
import { pairsAt } from '../cluster/json.js';
import { clusterKinds } from '../cluster/kinds.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Loaded } from '../load/loaded.js';
import { parseYaml } from '../load/parse-yaml.js';
import { isAerakiGroup } from '../model/kinds.js';
import { type LabelSelector, type Labels, selects } from '../model/labels.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { Sieve } from '../patch/left.js';
import { meshSettings } from '../scope/settings.js';
import { undiscovered } from './undiscovered.js';

export interface DiscoveryOptions {
  readonly client: ApiClient;
  readonly rootNamespace: string;
  readonly clusterDomain: string;
  /** Whether EnvoyFilters stand in the namespaces of their services. */
  readonly namespaceScoped: boolean;
  /** The labels of a Namespace changed, or are known for the first time. */
  readonly changed: () => void;
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
  readonly backOff?: BackOffOptions | undefined;
}

/** The kinds that the reference has from istiod, which only tells those of Namespaces that it looks at. */
const told: ReadonlySet<string> = new Set(
  clusterKinds.filter(({ group }) => !isAerakiGroup(group)).map(({ kind }) => kind),
);

/**
 * What of a cluster belongs to the mesh by the mesh config's `discoverySelectors`: Services and rules of Istio in Namespaces
 * that one of them fits. While there are none, all does, and Namespaces are not read.
 */
export class Discovery {
  readonly #namespaces: Reflector<Labels>;
  #started = false;
  #mesh: { readonly object: KubernetesObject | undefined; readonly selectors: readonly LabelSelector[] } | undefined;
  /** By `discoverySelectors` and labels as they are now; undefined where they have to be looked at again. */
  #selected: ReadonlySet<string> | undefined;
  #sieve = new Sieve<Resource, Resource>();
  /** What is left out, of the state that `of` was asked for last. */
  #out = new Sieve<Resource, Resource>();
  #findings: readonly Finding[] = [];

  constructor(readonly options: DiscoveryOptions) {
    const { client, backOff, failed, changed } = options;
    this.#namespaces = new Reflector<Labels>({
      ...{ client, backOff, name: 'namespaces', path: async () => '/api/v1/namespaces' },
      keep: (item) => pairsAt(item, 'metadata', 'labels'),
      same: (a, b) => JSON.stringify(a) === JSON.stringify(b),
      changed: () => {
        this.#selected = undefined;
        changed();
      },
      failed: (reason, status) => failed('namespaces', reason, status),
    });
  }

  /** What there is to be said of rules that do nothing since the mesh does not discover what they are for. */
  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** What the mesh sees of what was read; undefined as long as Namespaces are to be read first. */
  of(loaded: Loaded): Loaded | undefined {
    const selectors = this.#selectorsOf(loaded.resources);
    if (selectors.length === 0) {
      this.#findings = [];
      return loaded;
    }
    if (!this.#started) {
      this.#started = true;
      this.#namespaces.start();
    }
    if (!this.#namespaces.synced) return undefined;
    const selected = this.#select(selectors);
    const isIn = (each: Resource): boolean => isSeen(each, selected);
    const resources = this.#sieve.of(loaded.resources, (each) => (isIn(each) ? each : undefined));
    const left = this.#out.of(loaded.resources, (each) => (isIn(each) ? undefined : each));
    this.#findings = undiscovered({ ...this.options, resources, left, selected });
    return { ...loaded, resources, findings: [...loaded.findings, ...this.#findings] };
  }

  /** Whether a resource is one that the mesh sees, were it there. */
  sees(resource: Resource): boolean {
    return this.#selected === undefined || isSeen(resource, this.#selected);
  }

  /** Whether nothing is still to be read. */
  get idle(): boolean {
    return !this.#started || this.#namespaces.synced;
  }

  states(): readonly KindState[] {
    if (!this.#started) return [];
    const { name, synced, heard, size, counts } = this.#namespaces;
    const silent = heard === undefined ? undefined : performance.now() - heard;
    return [{ kind: name, synced, silent, objects: size, counts }];
  }

  async stop(): Promise<void> {
    await this.#namespaces.stop();
  }

  #selectorsOf(resources: readonly Resource[]): readonly LabelSelector[] {
    const { rootNamespace, clusterDomain } = this.options;
    const object = resources.find(({ kind }) => kind === 'ConfigMap')?.object;
    if (this.#mesh === undefined || this.#mesh.object !== object) {
      const { discoverySelectors } = meshSettings([], rootNamespace, clusterDomain, parseYaml, object ?? {});
      this.#mesh = { object, selectors: discoverySelectors };
      this.#selected = undefined;
    }
    return this.#mesh.selectors;
  }

  /** The namespaces that one of the selectors fits. */
  #select(selectors: readonly LabelSelector[]): ReadonlySet<string> {
    if (this.#selected !== undefined) return this.#selected;
    const selected = new Set<string>();
    for (const key of this.#namespaces.keys()) {
      const labels = this.#namespaces.get(key) ?? {};
      if (selectors.some((selector) => selects(selector, labels))) selected.add(key.slice(1));
    }
    this.#selected = selected;
    // They remember what became of each resource.
    this.#sieve = new Sieve();
    this.#out = new Sieve();
    return selected;
  }
}

function isSeen({ kind, namespace }: Resource, selected: ReadonlySet<string>): boolean {
  return !told.has(kind) || namespace === '' || selected.has(namespace);
}
