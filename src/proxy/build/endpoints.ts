import { listOf, numberOf, objectOf, textOf } from '../../envoy/proto-json.js';
import { Groups } from '../../index/group.js';
import type { MeshIndex, MeshPort, MeshService } from '../../index/mesh-index.js';
import type { OfKind } from '../../index/of-kind.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { fits, type Labels } from '../../model/labels.js';
import type { Resource } from '../../model/resource.js';
import type { Endpoint } from '../config.js';

/** Endpoints, the resources that they were read from, and what could not be taken. */
export interface FoundEndpoints {
  readonly endpoints: readonly Endpoint[];
  /** For people. */
  readonly sources: readonly string[];
  readonly left: readonly { readonly resource: Resource; readonly reason: string }[];
}

/** The kinds that have endpoints of services. */
const holders = ['WorkloadEntry', 'EndpointSlice'];

/** Finds the endpoints of services among the inputs. */
export class EndpointFinder {
  /** By kind and namespace. */
  readonly #resources = new Groups<Resource>();

  /** @param kinds the resources of the index, where somebody keeps them by kind */
  constructor({ byId }: MeshIndex, kinds?: OfKind) {
    for (const resource of kinds === undefined ? byId.values() : holders.flatMap((kind) => kinds.get(kind))) {
      const { kind, namespace, name } = resource;
      if (!holders.includes(kind)) continue;
      // Of two with one id the later counts.
      const counts = kinds === undefined || byId.get(`${kind} ${namespace}/${name}`)?.object === resource.object;
      if (counts) this.#resources.add(`${kind} ${namespace}`, resource);
    }
  }

  /** The endpoints of a port of a service, all subsets together. */
  find(service: MeshService, port: MeshPort): FoundEndpoints {
    const { namespace } = service;
    const slices = this.#resources.map.get(`EndpointSlice ${namespace}`) ?? [];
    const workloads = this.#resources.map.get(`WorkloadEntry ${namespace}`) ?? [];
    const own = service.synthetic ? ofSlices(service, port, slices) : ofServiceEntry(service, port);
    const written = [...own, ...ofWorkloads(service, port, workloads)];
    const found = written.length === 0 ? ofName(service, port) : written;
    const taken = found.filter((each) => 'endpoint' in each);
    return {
      endpoints: taken.map(({ endpoint }) => endpoint),
      sources: [...new Set(taken.map(({ resource }) => `${resource.kind} ${resource.namespace}/${resource.name}`))],
      left: found.filter((each) => 'reason' in each),
    };
  }
}

type Found =
  | { readonly endpoint: Endpoint; readonly resource: Resource }
  | { readonly reason: string; readonly resource: Resource };

function found(resource: Resource, host: string, port: number, source: JsonObject): Found {
  if (host === '') return { resource, reason: 'an endpoint has no address' };
  if (host.includes('/')) return { resource, reason: `the endpoint ${host} is a socket of another machine` };
  if (port < 1 || port > 65_535) return { resource, reason: `the endpoint ${host} has no port for the service's` };
  const weight = Math.max(1, Math.trunc(numberOf(source.weight) ?? 1));
  return { resource, endpoint: { address: { host, port }, weight, labels: labelsOf(source.labels) } };
}

/** `spec.endpoints` of a ServiceEntry; a port of an endpoint is found by the service port's name. */
function ofServiceEntry({ resource }: MeshService, port: MeshPort): readonly Found[] {
  const spec = objectOf(objectOf(resource.object as unknown as Json).spec);
  return listOf(spec.endpoints).map((item) => {
    const endpoint = objectOf(item);
    return found(resource, textOf(endpoint.address) ?? '', portOf(endpoint, port), endpoint);
  });
}

/** WorkloadEntries of the service's namespace that its selector takes. */
function ofWorkloads({ selector }: MeshService, port: MeshPort, workloads: readonly Resource[]): readonly Found[] {
  if (Object.keys(selector).length === 0) return [];
  return workloads.flatMap((resource): readonly Found[] => {
    const spec = objectOf(objectOf(resource.object as unknown as Json).spec);
    const labels = { ...resource.object.metadata?.labels, ...labelsOf(spec.labels) };
    if (!fits(selector, labels)) return [];
    return [found(resource, textOf(spec.address) ?? '', portOf(spec, port), { ...spec, labels })];
  });
}

/**
 * The EndpointSlices of a core Service. A slice knows no labels of its pods; what stands on the slice itself counts, so
 * that a slice for each version tells the subsets apart.
 */
function ofSlices({ resource }: MeshService, port: MeshPort, slices: readonly Resource[]): readonly Found[] {
  return slices.flatMap((slice): readonly Found[] => {
    const labels = slice.object.metadata?.labels ?? {};
    if (labels['kubernetes.io/service-name'] !== resource.name) return [];
    const { endpoints, ports } = objectOf(slice.object as unknown as Json);
    const named = listOf(ports)
      .map(objectOf)
      .find(({ name }) => (textOf(name) ?? '') === port.name);
    const number = numberOf(named?.port) ?? 0;
    return listOf(endpoints).flatMap((item): readonly Found[] => {
      const { addresses, conditions } = objectOf(item);
      if (objectOf(conditions).ready === false) return [];
      // All addresses of an endpoint are the same pod.
      return [found(slice, textOf(listOf(addresses)[0]) ?? '', number, { labels })];
    });
  });
}

/** Without endpoints, a service that is resolved by DNS is where its name says. */
function ofName({ resource, hosts, resolution }: MeshService, port: MeshPort): readonly Found[] {
  if (!resolution.startsWith('DNS')) return [];
  const spec = objectOf(objectOf(resource.object as unknown as Json).spec);
  const host = textOf(spec.externalName) ?? hosts[0] ?? '';
  return host.startsWith('*') ? [] : [found(resource, host, targetOf(port), {})];
}

function portOf(endpoint: JsonObject, port: MeshPort): number {
  return numberOf(objectOf(endpoint.ports)[port.name]) ?? targetOf(port);
}

function targetOf({ targetPort, number }: MeshPort): number {
  return typeof targetPort === 'number' ? targetPort : number;
}

function labelsOf(value: Json | undefined): Labels {
  const entries = Object.entries(objectOf(value)).flatMap(([name, label]) =>
    typeof label === 'string' ? [[name, label] as const] : [],
  );
  return Object.fromEntries(entries);
}
