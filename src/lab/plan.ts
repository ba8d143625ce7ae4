import type { Address } from '../envoy/address.js';
import { parseClusterName } from '../envoy/cluster-name.js';
import type { MeshIndex } from '../index/mesh-index.js';
import { clusterNames } from '../match/cluster-names.js';
import type { ProxyRules } from '../match/rules.js';
import { compileRules } from '../match/service.js';
import { fits } from '../model/labels.js';
import { clusterOf, type Upstreams } from '../proxy/build/clusters.js';
import { EndpointFinder } from '../proxy/build/endpoints.js';
import type { Cluster } from '../proxy/config.js';

/** A port of a service that a MetaProtocol filter is for. */
export interface LabService {
  readonly host: string;
  readonly port: number;
  /** Full name of its codec. */
  readonly codec: string;
}

/** One instance of a workload that serves a service: a proxy with the limits of the service, and a server behind it. */
export interface Provider {
  /** The same after an edit for what is the same. */
  readonly key: string;
  /** For people, unique: `orders-v1`. */
  readonly name: string;
  readonly service: LabService;
  readonly labels: Readonly<Record<string, string>>;
  /** For people: the label `version`, else the subset. */
  readonly version: string;
  readonly weight: number;
  /** The server of `--upstream`; undefined: an echo server of the lab. */
  readonly server: Address | undefined;
  /** The only cluster that it is an endpoint of; undefined: of all whose labels it has. */
  readonly only: string | undefined;
}

/** What is started for some rules; plain data. */
export interface LabPlan {
  readonly services: readonly LabService[];
  readonly providers: readonly Provider[];
  /** By name, with no endpoints yet, and the labels of the subset; undefined labels: nobody defines it. */
  readonly clusters: ReadonlyMap<
    string,
    { readonly cluster: Cluster; readonly labels: Provider['labels'] | undefined }
  >;
}

export interface PlanSources {
  readonly index: MeshIndex;
  readonly rules: ProxyRules;
  readonly upstreams: Upstreams;
}

/** So many instances of one service are started at most; a laptop has no room for a data centre. */
const mostProviders = 16;

/**
 * The workloads that the rules speak of. Where the inputs list endpoints there is an instance for each; a subset without
 * any, and a service without any, gets one of its own, so that every destination of a rule can be reached.
 */
export function planLab({ index, rules, upstreams }: PlanSources): LabPlan {
  const finder = new EndpointFinder(index);
  const services = compileRules(rules).services.flatMap(({ native, host, port, codec }) =>
    native || codec === undefined ? [] : [{ host, port, codec }],
  );
  const names = [...new Set([...clusterNames(rules), ...upstreams.keys()])];
  const clusters = new Map(names.map((name) => [name, clusterOf(name, upstreams, index, finder)] as const));
  const naming = new Names();
  const providers = services.flatMap((service) => {
    const own = names.filter((name) => isOf(name, service));
    const listed = (index.servicesByHost.get(service.host) ?? []).flatMap((each) =>
      each.ports
        .filter(({ number }) => number === service.port)
        .flatMap((port) => finder.find(each, port).endpoints)
        // A service that is resolved by its name is one endpoint that has that name.
        .filter(({ address }) => address.host !== service.host),
    );
    const made: Omit<Provider, 'key' | 'name'>[] = [];
    for (const name of own) {
      for (const server of upstreams.get(name) ?? []) {
        const labels = clusters.get(name)?.labels ?? {};
        made.push({ service, labels, version: versionOf(labels, name), weight: 1, server, only: name });
      }
    }
    for (const { labels, weight } of listed) {
      const taken = own.some((name) => upstreams.has(name) && fits(clusters.get(name)?.labels ?? {}, labels));
      if (taken || made.length >= mostProviders) continue;
      made.push({ service, labels, version: versionOf(labels, ''), weight, server: undefined, only: undefined });
    }
    // Subsets first: what serves one serves the whole service too.
    for (const name of [...own].sort((one, other) => subsetOf(other).length - subsetOf(one).length)) {
      const labels = clusters.get(name)?.labels;
      if (labels === undefined || made.some((each) => isMember(each, name, labels))) continue;
      made.push({ service, labels, version: versionOf(labels, name), weight: 1, server: undefined, only: undefined });
    }
    return made.map((each) => naming.named(each));
  });
  return { services, providers, clusters };
}

/** Whether an instance is an endpoint of a cluster whose subset has these labels. */
export function isMember(
  { only, labels, service }: Pick<Provider, 'only' | 'labels' | 'service'>,
  name: string,
  wanted: Provider['labels'] | undefined,
): boolean {
  if (only !== undefined) return only === name;
  return wanted !== undefined && isOf(name, service) && fits(wanted, labels);
}

function isOf(cluster: string, { host, port }: LabService): boolean {
  const name = parseClusterName(cluster);
  return name?.host === host && name.port === port;
}

/** The subset of an outbound cluster; empty: the whole service. */
export function subsetOf(cluster: string): string {
  return parseClusterName(cluster)?.subset ?? '';
}

function versionOf({ version }: Provider['labels'], cluster: string): string {
  return version ?? subsetOf(cluster);
}

/** Names that no two instances share. */
class Names {
  readonly #taken = new Map<string, number>();

  named(provider: Omit<Provider, 'key' | 'name'>): Provider {
    const { service, labels, server, only, version } = provider;
    const [first = service.host] = service.host.split('.');
    const name = this.#unique(version === '' ? first : `${first}-${version}`);
    return { ...provider, name, key: JSON.stringify([name, service, Object.entries(labels).sort(), server, only]) };
  }

  #unique(name: string): string {
    const count = (this.#taken.get(name) ?? 0) + 1;
    this.#taken.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  }
}
