import type { ServiceEntry } from '../../model/istio.js';
import type { ConsulDump, ConsulInstance, ConsulOptions } from '../dump/dump.js';
import { ownValue } from '../dump/shape.js';
import { endpoint, port, serviceEntry } from './entry.js';
import { byOctets, toUint32 } from './go.js';

/** `protocol.Parse` of the Istio that consul2istio is built with. */
const protocols: Readonly<Record<string, string>> = {
  grpc: 'GRPC',
  'grpc-web': 'GRPC-Web',
  http: 'HTTP',
  http_proxy: 'HTTP_PROXY',
  http2: 'HTTP2',
  https: 'HTTPS',
  mongo: 'Mongo',
  mysql: 'MySQL',
  redis: 'Redis',
  tcp: 'TCP',
  tls: 'TLS',
  udp: 'UDP',
};
const defaultPort = { name: 'tcp-80', number: 80, protocol: 'TCP' };

/** What consul2istio makes of a catalog, one entry a service, in byte order (spec/registry.md, 2.3). */
export function convertConsul(dump: ConsulDump): readonly ServiceEntry[] {
  const options = dump.options ?? {};
  return Object.keys(dump.catalogServices)
    .sort(byOctets)
    .map((service) => convertService(service, ownValue(dump.catalogService, service) ?? [], options));
}

function convertService(
  service: string,
  instances: readonly ConsulInstance[],
  { fqdn = '', enableDefaultPort = true, namespace = 'istio-system' }: ConsulOptions,
): ServiceEntry {
  const host = fqdn === '' ? service : `${service}.${fqdn}`;
  const ports = new Map<number, { readonly name: string; readonly number: number; readonly protocol: string }>();
  for (const instance of instances) {
    const own = portOf(instance);
    const known = ports.get(own.number);
    // Of two names with one meaning (tcp, tcp-metaprotocol-dubbo) the later one stays; of two protocols the first.
    if (known === undefined || known.protocol === own.protocol) ports.set(own.number, own);
    if (enableDefaultPort) ports.set(defaultPort.number, defaultPort);
  }
  const isExternal = instances.some(({ ServiceMeta }) => (ServiceMeta?.external ?? '') !== '');
  return serviceEntry(
    { name: host, namespace, labels: { manager: 'Aeraki', registry: 'consul' } },
    {
      hosts: [host],
      // The adapter's own order is random; MESH_EXTERNAL and NONE are zero values, which JSON leaves out.
      ports: [...ports.values()]
        .sort((a, b) => a.number - b.number)
        .map(({ name, number, protocol }) => port(name, number, protocol)),
      ...(!isExternal && { location: 'MESH_INTERNAL', resolution: 'STATIC' }),
      endpoints: instances.map((instance) => {
        const { name, number } = portOf(instance);
        return endpoint({
          address: instance.ServiceAddress || instance.Address || '',
          ports: { [name]: number, ...(enableDefaultPort && { [defaultPort.name]: number }) },
          labels: labelsOf(instance.ServiceTags ?? []),
          locality: instance.Datacenter ?? '',
        });
      }),
    },
  );
}

function portOf({ ServicePort = 0, ServiceMeta }: ConsulInstance) {
  const text = ServiceMeta?.protocol || 'tcp';
  const protocol = ownValue(protocols, text.toLowerCase()) ?? 'TCP';
  return { name: `${text}-${ServicePort}`, number: toUint32(ServicePort), protocol };
}

/** Tags `key|value`; a third part is dropped, and nothing is checked. */
function labelsOf(tags: readonly string[]): Record<string, string> {
  const labels: Record<string, string> = Object.create(null);
  for (const tag of tags) {
    const [key = '', value] = tag.split('|');
    if (value !== undefined) labels[key] = value;
  }
  return labels;
}
