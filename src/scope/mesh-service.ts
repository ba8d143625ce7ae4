import type { KubernetesServiceSpec, ServiceEntrySpec } from '../model/istio.js';
import type { Resource } from '../model/resource.js';
import { classOfKubernetesPort, classOfProtocol, type PortClass } from './port-protocol.js';
import type { MeshSettings } from './settings.js';

export interface MeshPort {
  readonly number: number;
  readonly name: string;
  readonly protocol: PortClass;
  /** Where the pods listen; `number` unless the object says otherwise. */
  readonly target: number;
}

/** A service as istiod keeps it: one for each host of a ServiceEntry, and for each of its addresses. */
export interface MeshService {
  readonly namespace: string;
  readonly host: string;
  readonly registry: 'Kubernetes' | 'External';
  readonly ports: readonly MeshPort[];
  /** The address that clients use, a CIDR perhaps; 0.0.0.0 when it has none. */
  readonly address: string;
  readonly resolution: 'client-side' | 'dns' | 'passthrough' | 'external-name';
  readonly exportTo: ReadonlySet<string>;
  readonly selector: Readonly<Record<string, string>> | undefined;
  /** Cluster IPs and addresses, for whoever looks a service up by them. */
  readonly addresses: readonly string[];
  readonly endpoints: readonly string[];
  readonly resource: Resource;
}

const NO_ADDRESS = '0.0.0.0';

/** All services of the mesh, oldest first, then by name and namespace: the order in which istiod decides who counts. */
export function meshServices(resources: readonly Resource[], settings: MeshSettings): readonly MeshService[] {
  const services = resources.flatMap((resource) => {
    if (resource.kind === 'Service' && resource.apiVersion === 'v1') return kubernetesService(resource, settings);
    return resource.kind === 'ServiceEntry' ? serviceEntry(resource, settings) : [];
  });
  const keys = new Map(services.map((service) => [service, ageOf(service.resource)]));
  const nameOf = ({ registry, resource, host }: MeshService) => (registry === 'Kubernetes' ? resource.name : host);
  return services.sort(
    (a, b) =>
      compare(keys.get(a) ?? '', keys.get(b) ?? '') ||
      compare(nameOf(a), nameOf(b)) ||
      compare(a.namespace, b.namespace),
  );
}

/** When the object was made, comparable as text; what says nothing was there from the beginning. */
export function ageOf(resource: Resource): string {
  // RFC 3339 in UTC with whole seconds, as the API server writes it, sorts as text.
  return resource.object.metadata?.creationTimestamp ?? '';
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function kubernetesService(resource: Resource, settings: MeshSettings): MeshService[] {
  const spec = (resource.object.spec ?? {}) as KubernetesServiceSpec;
  const isName = spec.type === 'ExternalName';
  const clusterIp = spec.clusterIP ?? '';
  const hasAddress = clusterIp !== '' && clusterIp !== 'None';
  const exported = resource.object.metadata?.annotations?.['networking.istio.io/exportTo'];
  return [
    {
      namespace: resource.namespace,
      host: `${resource.name}.${resource.namespace}.svc.${settings.clusterDomain}`,
      registry: 'Kubernetes',
      ports: (spec.ports ?? []).flatMap((port) => {
        const number = port.port;
        if (typeof number !== 'number') return [];
        const target = typeof port.targetPort === 'number' && port.targetPort > 0 ? port.targetPort : number;
        return { number, name: port.name ?? '', protocol: classOfKubernetesPort(port), target };
      }),
      address: hasAddress ? clusterIp : NO_ADDRESS,
      resolution: isName ? 'external-name' : clusterIp === 'None' ? 'passthrough' : 'client-side',
      exportTo: exported === undefined ? settings.serviceExportTo : setOf(exported.split(',')),
      selector: nonEmpty(spec.selector),
      addresses: hasAddress ? (spec.clusterIPs ?? [clusterIp]) : [],
      endpoints: [],
      resource,
    },
  ];
}

function serviceEntry(resource: Resource, settings: MeshSettings): MeshService[] {
  const spec = (resource.object.spec ?? {}) as ServiceEntrySpec;
  const ports = (spec.ports ?? []).flatMap((port): MeshPort[] => {
    const { number } = port;
    if (typeof number !== 'number') return [];
    const target = port.targetPort !== undefined && port.targetPort > 0 ? port.targetPort : number;
    // In a ServiceEntry the protocol alone counts; without one the traffic is sniffed.
    return [{ number, name: port.name ?? '', protocol: classOfProtocol(port.protocol ?? ''), target }];
  });
  const resolution = resolutionOf(spec);
  const shared = {
    namespace: resource.namespace,
    registry: 'External',
    ports,
    resolution,
    exportTo:
      spec.exportTo === undefined || spec.exportTo.length === 0 ? settings.serviceExportTo : setOf(spec.exportTo),
    selector: nonEmpty(spec.workloadSelector?.labels),
    addresses: spec.addresses ?? [],
    endpoints: (spec.endpoints ?? []).flatMap(({ address }) => address ?? []),
    resource,
  } as const;
  const addresses = (spec.addresses ?? []).length === 0 ? [NO_ADDRESS] : (spec.addresses ?? []);
  return (spec.hosts ?? []).flatMap((host) =>
    addresses.map((address) => ({ ...shared, host, address: withoutFullMask(address) })),
  );
}

function resolutionOf(spec: ServiceEntrySpec): MeshService['resolution'] {
  if (spec.resolution === 'STATIC') return 'client-side';
  return spec.resolution?.startsWith('DNS') === true ? 'dns' : 'passthrough';
}

/** A range of one address is that address. */
function withoutFullMask(address: string): string {
  return address.replace(/\/(?:32|128)$/, '');
}

function nonEmpty(labels: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> | undefined {
  return labels === undefined || Object.keys(labels).length === 0 ? undefined : labels;
}

export function setOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.trim()).filter((word) => word !== ''));
}

/** Whether a service, or a rule with the same meaning of `exportTo`, may be seen from a namespace. */
export function isExportedTo(exportTo: ReadonlySet<string>, own: string, namespace: string): boolean {
  if (exportTo.has('~')) return false;
  return exportTo.has('*') || (exportTo.has('.') && own === namespace) || exportTo.has(namespace);
}
