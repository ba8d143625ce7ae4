import type { ServiceEntry, ServiceEntrySpec } from '../../model/istio.js';
import { byOctets } from '../reference/go.js';
import { isIp } from './judge.js';
import type { Provider } from './providers.js';
import type { Part, PartPort } from './split.js';

type Endpoint = NonNullable<ServiceEntrySpec['endpoints']>[number];

export interface EntryNames {
  readonly name: string;
  readonly namespace: string;
  readonly host: string;
  readonly registry: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** Whether port names carry their number, as those of consul2istio do. */
  readonly numbered: boolean;
  /** Whether port 80 leads to the first port too. */
  readonly defaultPort: boolean;
}

/** The labels by which `registry` knows its own entries. */
export function ownLabels(registry: string): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/managed-by': 'aeraki-registry', manager: 'aeraki', registry };
}

/** The ServiceEntry of a part of a service; ports by number, endpoints by registry, address and port. */
export function buildEntry(part: Part, names: EntryNames): ServiceEntry {
  const ports = portsOf(part.ports, names);
  const { providers } = part;
  const hasNames = providers.some(({ instance }) => !isIp(instance.address));
  const isExternal = providers.length > 0 && providers.every(({ instance }) => instance.external);
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'ServiceEntry',
    metadata: {
      name: names.name,
      namespace: names.namespace,
      labels: ownLabels(names.registry),
      ...(Object.keys(names.annotations).length > 0 && { annotations: names.annotations }),
    },
    spec: {
      hosts: [names.host],
      ports: ports.map(({ name, protocol, number }) => ({ name, number, protocol, targetPort: number })),
      location: isExternal ? 'MESH_EXTERNAL' : 'MESH_INTERNAL',
      resolution: hasNames ? 'DNS' : 'STATIC',
      ...(providers.length > 0 && { endpoints: endpointsOf(providers, ports) }),
    },
  };
}

/** With more, ports are given out at random (Nomad), and nobody calls them by their numbers. */
const mostNumbers = 8;

interface NamedPort extends PartPort {
  readonly name: string;
}

function portsOf(ports: readonly PartPort[], names: EntryNames): readonly NamedPort[] {
  const taken = new Set(ports.map(({ number }) => number));
  const named = ports.flatMap((port): NamedPort[] => {
    if (!names.numbered) return [{ ...port, name: port.kind }];
    // Callers of consul2istio's entry know every number as a port; each leads to all providers of the protocol.
    const others = port.numbers.length > mostNumbers ? [] : port.numbers.filter((number) => !taken.has(number));
    for (const number of others) taken.add(number);
    return [port.number, ...others].map((number) => ({ ...port, number, name: `${port.kind}-${number}` }));
  });
  const [first] = named;
  // A real port 80 stays what it is (D-R4).
  if (names.defaultPort && first !== undefined && !named.some(({ number }) => number === 80)) {
    named.push({ ...first, number: 80, name: names.numbered ? `${first.kind}-80` : `${first.kind}-default` });
  }
  return named.sort((a, b) => a.number - b.number || byOctets(a.name, b.name));
}

function endpointsOf(providers: readonly Provider[], ports: readonly NamedPort[]): readonly Endpoint[] {
  const weights = weightsOf(providers);
  const rows = new Map<string, { readonly provider: Provider; readonly ports: Record<string, number> }>();
  for (const provider of providers) {
    const { instance, registryName, port } = provider;
    const own = ports.filter(({ kind }) => kind === port.name).map(({ name }) => name);
    // One endpoint for all protocols of an address; a second process of one protocol there is another endpoint.
    let key = `${registryName} ${instance.address}`;
    while (own.some((name) => rows.get(key)?.ports[name] !== undefined)) key += ` ${instance.port}`;
    const row = rows.get(key) ?? { provider, ports: {} };
    for (const name of own) row.ports[name] = instance.port;
    rows.set(key, row);
  }
  return [...rows.values()]
    .map(({ provider: { instance, chosen }, ports: own }) => {
      const weight = weights.get(instance);
      return {
        address: instance.address,
        ports: own,
        labels: chosen.labels,
        ...(instance.locality && { locality: instance.locality }),
        ...(weight !== undefined && { weight }),
        serviceAccount: instance.identity.serviceAccount ?? 'default',
      };
    })
    .sort(
      (a, b) =>
        byOctets(a.labels.registryName ?? '', b.labels.registryName ?? '') ||
        byOctets(a.address, b.address) ||
        (Object.values(a.ports)[0] ?? 0) - (Object.values(b.ports)[0] ?? 0),
    );
}

/** Whole numbers where the weights differ, nothing where they are all the same: that is what Istio does by itself. */
function weightsOf(providers: readonly Provider[]): ReadonlyMap<unknown, number> {
  // Dubbo's weight is 100 unless it is said, that of the other registries 1.
  const usual = providers.some(({ instance }) => (instance.weight ?? 1) > 1 && instance.attributes.dubbo) ? 100 : 1;
  const weights = providers.map(({ instance }) => instance.weight ?? usual);
  if (new Set(weights).size <= 1) return new Map();
  const factor = weights.every((weight) => Number.isInteger(weight)) ? 1 : 100;
  return new Map(providers.map(({ instance }, at) => [instance, Math.max(1, Math.round((weights[at] ?? 1) * factor))]));
}
