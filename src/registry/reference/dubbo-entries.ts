import type { ServiceEntry } from '../../model/istio.js';
import type { DubboProvider } from './dubbo-provider.js';
import { type Endpoint, type EntryMetadata, endpoint, port, serviceEntry } from './entry.js';
import { byOctets, queryUnescape, toLower } from './go.js';

const portName = 'tcp-metaprotocol-dubbo';
const label = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const notLabels = [
  'service',
  'ip',
  'port',
  'aeraki_meta_app_service_account',
  'aeraki_meta_app_namespace',
  'aeraki_meta_workload_selector',
  'aeraki_meta_locality',
  'aeraki_meta_app_version',
];

interface Building {
  readonly metadata: EntryMetadata;
  readonly host: string;
  readonly port: number;
  readonly endpoints: Endpoint[];
}

/**
 * What dubbo2istio makes of the providers of one conversion: an interface node, or for Nacos all that changed together
 * (spec/registry.md, 1.5). Sorted by host. A provider without namespace, or in another namespace or on another port than
 * the first of its host, is dropped.
 *
 * @param registryName the label `registryName` of every endpoint
 */
export function dubboEntries(registryName: string, providers: readonly DubboProvider[]): readonly ServiceEntry[] {
  const entries = new Map<string, Building>();
  for (const provider of providers) {
    const { attributes } = provider;
    const host = hostOf(provider);
    const namespace = attributes.get('aeraki_meta_app_namespace') ?? '';
    if (namespace === '') continue;
    const entry = entries.get(host) ?? start(provider, host, namespace);
    if (entry.metadata.namespace !== namespace || entry.port !== provider.port) continue;
    entries.set(host, entry);
    entry.endpoints.push(
      endpoint({
        address: provider.ip,
        ports: { [portName]: provider.port },
        serviceAccount: attributes.get('aeraki_meta_app_service_account') || 'default',
        locality: (attributes.get('aeraki_meta_locality') ?? '').replaceAll('%2F', '/'),
        labels: labelsOf(attributes, registryName),
      }),
    );
  }
  return [...entries.values()].sort((a, b) => byOctets(a.host, b.host)).map(finish);
}

/** Interface, Dubbo group, version, Nacos group, Nacos namespace; no character but case and dots of the version changes. */
function hostOf({ attributes, interface: named, registryGroup, registryNamespace }: DubboProvider): string {
  const group = attributes.get('group') ?? '';
  const version = (attributes.get('version') ?? '').replaceAll('.', '-');
  let host = named;
  if (group !== '') host += `-${group}`;
  if (version !== '') host += `-${version}`;
  if (registryGroup !== '' && registryGroup !== 'DEFAULT_GROUP') host += `.${registryGroup}`;
  if (registryNamespace !== '' && registryNamespace !== 'public') host += `.${registryNamespace}`;
  return toLower(host);
}

function start(provider: DubboProvider, host: string, namespace: string): Building {
  const selector = provider.attributes.get('aeraki_meta_workload_selector') ?? '';
  return {
    metadata: {
      name: `aeraki-${toLower(host).replaceAll('.', '-')}`,
      namespace,
      labels: { manager: 'aeraki', registry: 'dubbo2istio' },
      annotations: { interface: provider.interface, workloadSelector: queryUnescape(selector) },
    },
    host,
    port: provider.port,
    endpoints: [],
  };
}

function finish({ metadata, host, port: number, endpoints }: Building): ServiceEntry {
  return serviceEntry(metadata, {
    hosts: [host],
    ports: [port(portName, number, 'tcp')],
    resolution: 'STATIC',
    location: 'MESH_INTERNAL',
    endpoints,
  });
}

/** Every attribute that can be a label of Kubernetes, pid and timestamp and token too. */
function labelsOf(attributes: ReadonlyMap<string, string>, registryName: string): Record<string, string> {
  const all = new Map(attributes);
  for (const key of notLabels) all.delete(key);
  const version = attributes.get('aeraki_meta_app_version') ?? '';
  if (version !== '') all.set('version', version);
  const labels: Record<string, string> = Object.create(null);
  for (const [key, value] of all) {
    const text = value.replaceAll(',', '-');
    if (isLabel(key) && isLabel(text)) labels[key] = text;
  }
  labels.registryName = registryName;
  return labels;
}

function isLabel(text: string): boolean {
  return text.length <= 63 && label.test(text);
}
