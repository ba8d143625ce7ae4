import type { MeshPort, MeshService } from '../../index/mesh-index.js';
import type { Context } from '../protocol.js';
import { parsePortName } from './port-name.js';

function named(port: MeshPort): string {
  return `${port.number} (${port.name})`;
}

/**
 * The ports of a service that the Dubbo, Thrift, Kafka and ZooKeeper generators program: the first one of the service,
 * whatever it is (D7), or with `--fixed` every port of the protocol. Reports which ports the reference forgets.
 */
export function portsOf(protocol: string, service: MeshService, context: Context): readonly MeshPort[] {
  const own = service.ports.filter((port) => parsePortName(port.name).l7 === protocol);
  if (context.options.fixed) return own;
  const [first] = service.ports;
  if (first === undefined) return [];
  const forgotten = own.filter((port) => port !== first);
  const [place] = forgotten;
  if (place !== undefined) {
    const host = service.hosts[0] ?? '';
    const forgottenNames = forgotten.map(named).join(', ');
    const effect = own.includes(first)
      ? `programs only the first port of ${host}, ${named(first)}; ${forgottenNames} stays plain TCP`
      : `puts the ${protocol} filter of ${host} on its first port, ${named(first)}, which is none of that protocol; ${forgottenNames} stays plain TCP`;
    context.report('AER0407', { effect }, { resource: service.resource, pointer: place.pointer });
  }
  return [first];
}
