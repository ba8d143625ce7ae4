import type { Address } from '../../envoy/address.js';
import { parseClusterName } from '../../envoy/cluster-name.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { fits } from '../../model/labels.js';
import type { Cluster } from '../config.js';
import type { EndpointFinder, FoundEndpoints } from './endpoints.js';
import { policyOf } from './policy.js';

/** By cluster name, what `--upstream` says. */
export type Upstreams = ReadonlyMap<string, readonly Address[]>;

/** A cluster, and what there is to say about it. */
export interface BuiltCluster {
  readonly cluster: Cluster;
  /** Endpoints of the service, all subsets together. */
  readonly all: number;
  /** The labels of the subset; undefined: no DestinationRule defines it. */
  readonly labels: Readonly<Record<string, string>> | undefined;
  readonly left: FoundEndpoints['left'];
}

/** The cluster of that name: endpoints from `--upstream`, else from the inputs. */
export function clusterOf(name: string, upstreams: Upstreams, index: MeshIndex, finder: EndpointFinder): BuiltCluster {
  const { port, subset, host } = parseClusterName(name) ?? { port: 0, subset: '', host: '' };
  const services = index.servicesByHost.get(host) ?? [];
  const policy = policyOf(host, port, subset, services[0]?.namespace ?? '', index);
  const { labels, ...balancing } = policy;
  const given = upstreams.get(name);
  if (given !== undefined) {
    const endpoints = given.map((address) => ({ address, weight: 1, labels: {} }));
    const cluster = { name, ...balancing, endpoints, source: '--upstream' };
    return { cluster, all: endpoints.length, labels, left: [] };
  }
  const found = services.flatMap((service) =>
    service.ports.filter(({ number }) => number === port).map((each) => finder.find(service, each)),
  );
  const all = found.flatMap((each) => each.endpoints);
  const endpoints = all.filter((endpoint) => labels !== undefined && fits(labels, endpoint.labels));
  const sources = endpoints.length === 0 ? [] : found.flatMap((each) => each.sources);
  const cluster = { name, ...balancing, endpoints, source: [...new Set(sources)].join(', ') };
  return { cluster, all: all.length, labels, left: found.flatMap((each) => each.left) };
}
