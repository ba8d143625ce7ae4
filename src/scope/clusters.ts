import { inboundCluster, outboundCluster } from '../envoy/cluster-name.js';
import { fits } from '../model/labels.js';
import { type DestinationRules, subsetsOf } from './destination-rule.js';
import type { MeshPort } from './mesh-service.js';
import { classOfProtocol } from './port-protocol.js';
import type { Mesh, Scope } from './scope.js';
import { sidecarSpec, type Workload } from './sidecar.js';

/** Clusters that every sidecar has. */
const ALWAYS = ['BlackHoleCluster', 'InboundPassthroughClusterIpv4', 'PassthroughCluster'];

/** The names of the clusters that a proxy gets, sorted. */
export function clusterNames(mesh: Mesh, scope: Scope, workload: Workload, rules: DestinationRules): readonly string[] {
  const names = new Set(ALWAYS);
  for (const { target } of inboundPorts(mesh, scope, workload)) names.add(inboundCluster(target));
  for (const service of scope.services) {
    // Nobody stands behind it that istiod knows, and a DNS cluster without an endpoint is left out.
    if (service.resolution === 'external-name') continue;
    const subsets = subsetsOf(service, workload, rules, mesh.settings);
    for (const port of service.ports) {
      if (port.protocol === 'none') continue;
      for (const subset of ['', ...subsets]) names.add(outboundCluster(service.host, port.number, subset));
    }
  }
  return [...names].sort();
}

/** Where the workload itself listens: the ingress of its Sidecar, else the ports of the services that select it. */
export function inboundPorts(mesh: Mesh, scope: Scope, workload: Workload): readonly MeshPort[] {
  const ingress = scope.sidecar === undefined ? [] : (sidecarSpec(scope.sidecar).ingress ?? []);
  if (ingress.length > 0) {
    return ingress.flatMap(({ port }) => {
      if (port?.number === undefined) return [];
      return { number: port.number, target: port.number, name: '', protocol: classOfProtocol(port.protocol ?? '') };
    });
  }
  const own = mesh.services.filter(
    ({ namespace, selector }) =>
      namespace === workload.namespace && selector !== undefined && fits(selector, workload.labels),
  );
  const ports = own.flatMap((service) => service.ports.filter(({ protocol }) => protocol !== 'none'));
  return [...new Map([...ports].reverse().map((port) => [port.target, port])).values()].reverse();
}
