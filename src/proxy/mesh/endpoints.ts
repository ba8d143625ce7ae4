import type { Address } from '../../envoy/address.js';
import { listOf, numberOf, objectOf, textOf } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { Endpoint, Locality } from '../config.js';
import type { UpstreamTls } from '../tls/settings.js';
import type { MeshCluster } from './clusters.js';
import type { Places } from './places.js';
import { upstreamSocket } from './tls.js';

/** The endpoints of a cluster, and what of them only an Envoy reaches. */
export interface MeshEndpoints {
  readonly endpoints: readonly Endpoint[];
  readonly left: readonly string[];
}

/** Reads a ClusterLoadAssignment in protobuf JSON for a cluster. */
export function readEndpoints(assignment: JsonObject, cluster: MeshCluster, places: Places): MeshEndpoints {
  const socketOf = sockets(cluster);
  const endpoints: Endpoint[] = [];
  const left: string[] = [];
  for (const group of listOf(assignment.endpoints).map(objectOf)) {
    const locality = localityOf(group);
    const priority = numberOf(group.priority) ?? 0;
    for (const each of listOf(group.lbEndpoints).map(objectOf)) {
      // As in Envoy, one that drains is not there for the balancer.
      if (each.healthStatus === 'DRAINING') continue;
      const address = addressOf(objectOf(each.endpoint).address);
      if (address === undefined) {
        left.push('an endpoint without an IP address and port');
        continue;
      }
      const socket = socketOf(each);
      if ('foreign' in socket) {
        left.push(socket.foreign);
        continue;
      }
      endpoints.push({
        address,
        weight: Math.max(1, numberOf(each.loadBalancingWeight) ?? 1),
        labels: {},
        reached: places.reached(address),
        tls: socket.tls,
        priority,
        locality,
        unhealthy: each.healthStatus === 'UNHEALTHY' || each.healthStatus === 'TIMEOUT',
      });
    }
  }
  return { endpoints, left };
}

function localityOf({ locality, loadBalancingWeight }: JsonObject): Locality {
  const { region, zone, subZone } = objectOf(locality);
  const name = [region, zone, subZone].map((part) => textOf(part) ?? '').join('/');
  return { name: name.replace(/\/+$/, ''), weight: numberOf(loadBalancingWeight) };
}

/** Of `core.v3.Address` the address of a socket. */
export function addressOf(value: Json | undefined): Address | undefined {
  const { address, portValue } = objectOf(objectOf(value).socketAddress);
  const [host, port] = [textOf(address), numberOf(portValue)];
  return host === undefined || port === undefined ? undefined : { host, port };
}

/**
 * The socket of an endpoint: of the first match whose labels are all among the endpoint's own (metadata
 * `envoy.transport_socket_match`). Those that are the same are one object, so that what is made of them is made once.
 */
function sockets({ socketMatches, socket }: MeshCluster) {
  const read = (source: Json | undefined) => upstreamSocket(source);
  const matches = socketMatches.map(({ labels, socket: own }) => ({
    labels: Object.entries(labels),
    socket: read(own),
  }));
  const otherwise = read(socket);
  return (endpoint: JsonObject): { readonly tls: UpstreamTls | undefined } | { readonly foreign: string } => {
    const metadata = objectOf(objectOf(endpoint.metadata).filterMetadata);
    const own = objectOf(metadata['envoy.transport_socket_match']);
    return matches.find(({ labels }) => labels.every(([name, value]) => own[name] === value))?.socket ?? otherwise;
  };
}
