import type { MeshIndex, MeshService } from '../../index/mesh-index.js';
import type { ServiceEntrySpec } from '../../model/istio.js';
import { fits, type Labels } from '../../model/labels.js';
import type { Resource } from '../../model/resource.js';
import { isExternalName, isIpAddress } from './listeners.js';
import { type PortKind, portKind } from './protocol.js';

/** The filter chains of virtualInbound in the sidecar of a workload of a service, with these labels, by their port. */
export type InboundChains = (service: MeshService, labels: Labels) => ReadonlyMap<number, PortKind>;

/**
 * One chain for each port on which a workload listens for a service that selects it, or whose EndpointSlices (among
 * `resources`) are written by hand: they say which pods serve a Service without a selector. Of a ServiceEntry without one the
 * endpoints say it: a pod is theirs by its address, whatever its labels are.
 */
export function inboundChains(index: MeshIndex, resources: readonly Resource[]): InboundChains {
  const slices = slicesByService(resources);
  const bySelector = new Map<string, MeshService[]>();
  const byHand = new Map<string, MeshService[]>();
  for (const service of index.services) {
    if (isExternalName(service)) continue;
    const [pair] = Object.entries(service.selector);
    const { namespace } = service;
    if (pair !== undefined) add(bySelector, keyOf(namespace, pair), service);
    else if (slices.has(`${namespace}/${service.resource.name}`)) add(byHand, namespace, service);
  }
  return (own, labels) => {
    const { namespace } = own;
    const chains = new Map<number, PortKind>();
    const put = (target: number | string, kind: PortKind): void => {
      // A name is one of a container's port, which the Service alone does not tell.
      if (typeof target === 'number' && kind !== 'none' && !chains.has(target)) chains.set(target, kind);
    };
    for (const pair of Object.entries(labels)) {
      for (const service of bySelector.get(keyOf(namespace, pair)) ?? []) {
        if (!fits(service.selector, labels)) continue;
        for (const port of service.ports) put(port.targetPort ?? port.number, portKind(service, port));
      }
    }
    if (!own.synthetic && Object.keys(own.selector).length === 0) {
      const listed = addressesOf(own.resource.object.spec as ServiceEntrySpec);
      for (const port of listed.length === 0 ? [] : own.ports) {
        const target = port.targetPort ?? port.number;
        for (const { ports } of listed) put(ports?.[port.name] || target, portKind(own, port));
      }
    }
    for (const service of byHand.get(namespace) ?? []) {
      const ports = slices.get(`${namespace}/${service.resource.name}`);
      for (const port of service.ports) put(ports?.get(port.name) ?? port.number, portKind(service, port));
    }
    return chains;
  };
}

/** The endpoints of a ServiceEntry that a pod can be: a name is no address of one. */
export function addressesOf({ endpoints }: ServiceEntrySpec): NonNullable<ServiceEntrySpec['endpoints']> {
  return (Array.isArray(endpoints) ? endpoints : []).filter((endpoint) => isIpAddress(endpoint?.address ?? ''));
}

function keyOf(namespace: string, [key, value]: readonly [string, string]): string {
  return `${namespace}\n${key}=${value}`;
}

function add(map: Map<string, MeshService[]>, key: string, service: MeshService): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [service]);
  else known.push(service);
}

/** As it was read: no schema has checked it. */
interface EndpointSlice {
  readonly metadata?: { readonly labels?: Labels | null } | null;
  readonly endpoints?: unknown;
  readonly ports?: unknown;
}

/** The ports of the EndpointSlices with endpoints, by their names, by `namespace/service`. */
function slicesByService(resources: readonly Resource[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const { kind, namespace, object } of resources) {
    if (kind !== 'EndpointSlice') continue;
    const { metadata, endpoints, ports } = object as EndpointSlice;
    const service = metadata?.labels?.['kubernetes.io/service-name'];
    if (service === undefined || !Array.isArray(endpoints) || endpoints.length === 0) continue;
    const key = `${namespace}/${service}`;
    const known = found.get(key) ?? new Map<string, number>();
    for (const each of Array.isArray(ports) ? ports : []) {
      const { name, port } = (each ?? {}) as { readonly name?: unknown; readonly port?: unknown };
      if (typeof port === 'number') known.set(typeof name === 'string' ? name : '', port);
    }
    found.set(key, known);
  }
  return found;
}
