import { Groups } from '../../../index/group.js';
import type { MeshPort, MeshService } from '../../../index/mesh-index.js';
import { isMetaProtocol, parsePortName } from '../../../translate/shared/port-name.js';
import type { AnalysisRule } from '../rule.js';

interface Inbound {
  readonly service: MeshService;
  readonly port: MeshPort;
  readonly labels: Readonly<Record<string, string>>;
}

/** Layer-7 protocols whose inbound filter replaces the tcp proxy; the others only stand before it. */
const replacing = new Set(['dubbo', 'thrift', 'redis', 'metaprotocol']);

/**
 * Inbound filters of two services for one workload and port: each of them replaces what the other has put there. Told
 * where every workload of one service is one of the other too. A filter in the root namespace is for all namespaces.
 */
export const inbound: AnalysisRule = {
  codes: ['AER0332'],
  check({ index, options, report }) {
    const groups = new Groups<Inbound>();
    for (const service of index.services) {
      const labels = selectorOf(service);
      if (service.hosts[0] === undefined || Object.keys(labels).length === 0) continue;
      for (const port of portsWithFilter(service)) {
        // Two selectors of which one holds the other share at least its first pair, whatever pair that is.
        for (const [key, value] of Object.entries(labels)) {
          const where = options.namespaceScoped ? service.namespace : '';
          groups.add(JSON.stringify([where, port.number, key, value]), { service, port, labels });
        }
      }
    }
    const told = new Set<MeshPort>();
    for (const list of groups.map.values()) {
      const [first, ...rest] = list;
      for (const other of first === undefined ? [] : rest) {
        if (first === undefined || told.has(other.port) || !overlap(first, other)) continue;
        told.add(other.port);
        const args = {
          port: other.port.number,
          host: other.service.hosts[0] ?? '',
          first: first.service.hosts[0] ?? '',
        };
        report('AER0332', other.service.resource, other.port.pointer, args);
      }
    }
  },
};

function overlap(a: Inbound, b: Inbound): boolean {
  if (a.service.hosts[0] === b.service.hosts[0]) return false;
  return holds(a.labels, b.labels) || holds(b.labels, a.labels);
}

/** Whether every pair of `part` is in `whole`. */
function holds(whole: Readonly<Record<string, string>>, part: Readonly<Record<string, string>>): boolean {
  return Object.entries(part).every(([key, value]) => whole[key] === value);
}

/** The ports that get an inbound filter in the reference: all metaprotocol ports, or the first of a native protocol. */
function portsWithFilter(service: MeshService): readonly MeshPort[] {
  const first = service.ports.find(({ name }) => replacing.has(parsePortName(name).l7));
  if (first === undefined) return [];
  if (isMetaProtocol(first.name)) return service.ports.filter(({ name }) => isMetaProtocol(name));
  return service.ports.slice(0, 1);
}

function selectorOf(service: MeshService): Readonly<Record<string, string>> {
  if (Object.keys(service.selector).length > 0) return service.selector;
  const [key, value, ...more] = (service.annotations.workloadSelector ?? '').replaceAll(' ', '').split(':');
  if (key === undefined || key === '' || more.length > 0) return {};
  return value === undefined ? { app: key } : { [key]: value };
}
