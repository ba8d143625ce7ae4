import type { MeshIndex, MeshPort, MeshService } from '../../index/mesh-index.js';
import { listOf, numberOf, objectOf, textOf } from '../../match/json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Endpoint } from '../config.js';

/** Endpoints, and the resources that they were read from, for people. */
export interface FoundEndpoints {
  readonly endpoints: readonly Endpoint[];
  readonly sources: readonly string[];
}

type Labels = Readonly<Record<string, string>>;

/** The endpoints of a port of a service that the inputs know, all subsets together. */
export function endpointsOf(service: MeshService, port: MeshPort, index: MeshIndex): FoundEndpoints {
  const own = service.synthetic ? ofSlices(service, port, index) : ofServiceEntry(service, port);
  const selected = ofWorkloads(service, port, index);
  const written = [...own, ...selected];
  const found = written.length === 0 ? ofName(service, port) : written;
  return {
    endpoints: found.map(({ endpoint }) => endpoint),
    sources: [...new Set(found.map(({ resource }) => `${resource.kind} ${resource.namespace}/${resource.name}`))],
  };
}

interface Found {
  readonly endpoint: Endpoint;
  readonly resource: Resource;
}

function found(resource: Resource, host: string, port: number, source: JsonObject): readonly Found[] {
  if (host === '' || host.includes('/') || port < 1 || port > 65_535) return [];
  const weight = Math.max(1, Math.trunc(numberOf(source.weight) ?? 1));
  return [{ resource, endpoint: { address: { host, port }, weight, labels: labelsOf(source.labels) } }];
}

/** `spec.endpoints` of a ServiceEntry; a port of an endpoint is found by the service port's name. */
function ofServiceEntry({ resource }: MeshService, port: MeshPort): readonly Found[] {
  const spec = objectOf(objectOf(resource.object as unknown as Json).spec);
  return listOf(spec.endpoints).flatMap((item) => {
    const endpoint = objectOf(item);
    return found(resource, textOf(endpoint.address) ?? '', portOf(endpoint, port), endpoint);
  });
}

/** WorkloadEntries of the service's namespace that its selector takes. */
function ofWorkloads({ selector, namespace }: MeshService, port: MeshPort, index: MeshIndex): readonly Found[] {
  if (Object.keys(selector).length === 0) return [];
  return ofKind(index, 'WorkloadEntry', namespace).flatMap((resource) => {
    const spec = objectOf(objectOf(resource.object as unknown as Json).spec);
    const labels = { ...resource.object.metadata?.labels, ...labelsOf(spec.labels) };
    if (!selects(selector, labels)) return [];
    return found(resource, textOf(spec.address) ?? '', portOf(spec, port), { ...spec, labels });
  });
}

/**
 * The EndpointSlices of a core Service. A slice knows no labels of its pods; what stands on the slice itself counts, so
 * that a slice for each version tells the subsets apart.
 */
function ofSlices({ resource, namespace }: MeshService, port: MeshPort, index: MeshIndex): readonly Found[] {
  return ofKind(index, 'EndpointSlice', namespace).flatMap((slice) => {
    const labels = slice.object.metadata?.labels ?? {};
    if (labels['kubernetes.io/service-name'] !== resource.name) return [];
    const { endpoints, ports } = objectOf(slice.object as unknown as Json);
    const named = listOf(ports)
      .map(objectOf)
      .find(({ name }) => (textOf(name) ?? '') === port.name);
    const number = numberOf(named?.port) ?? 0;
    return listOf(endpoints).flatMap((item) => {
      const { addresses, conditions } = objectOf(item);
      if (objectOf(conditions).ready === false) return [];
      // All addresses of an endpoint are the same pod.
      return found(slice, textOf(listOf(addresses)[0]) ?? '', number, { labels });
    });
  });
}

/** Without endpoints, a service that is resolved by DNS is where its name says. */
function ofName({ resource, hosts, resolution }: MeshService, port: MeshPort): readonly Found[] {
  if (!resolution.startsWith('DNS')) return [];
  const spec = objectOf(objectOf(resource.object as unknown as Json).spec);
  const host = textOf(spec.externalName) ?? hosts[0] ?? '';
  return host.startsWith('*') ? [] : found(resource, host, targetOf(port), {});
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

/** Whether all of `selector` is among `labels`. */
export function selects(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([name, value]) => labels[name] === value);
}

function ofKind({ byId }: MeshIndex, kind: string, namespace: string): readonly Resource[] {
  return [...byId.values()].filter((resource) => resource.kind === kind && resource.namespace === namespace);
}
