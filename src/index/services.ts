import type { KubernetesService, ServiceEntry, ServiceEntrySpec, ServicePort } from '../model/istio.js';
import type { Resource } from '../model/resource.js';
import { AddressAllocator } from './allocate.js';
import type { MeshPort, MeshService } from './mesh-index.js';

export interface ServiceOptions {
  readonly rootNamespace: string;
  readonly clusterDomain: string;
  readonly allocateAddresses: boolean;
  /** By host; they replace what the input has. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

const noAddress = '0.0.0.0';

/** The services to program, in input order, with the addresses that they have in a cluster (translation.md section 2). */
export function meshServices(resources: readonly Resource[], options: ServiceOptions): MeshService[] {
  const services: MeshService[] = [];
  const allocator = new AddressAllocator();
  for (const resource of resources) {
    if (resource.kind === 'ServiceEntry') {
      services.push(fromServiceEntry(resource as Resource<ServiceEntry>, options, allocator));
    } else if (resource.kind === 'Service' && isExportedTo(resource, options.rootNamespace)) {
      services.push(fromService(resource as Resource<KubernetesService>, options));
    }
  }
  return services;
}

/**
 * The service of a resource, that of a ServiceEntry with the addresses that are written, before the allocator was asked;
 * undefined where it makes none.
 */
export function fromResource(resource: Resource, options: ServiceOptions): MeshService | undefined {
  if (resource.kind === 'ServiceEntry') {
    return fromServiceEntry(resource as Resource<ServiceEntry>, options, undefined);
  }
  if (resource.kind !== 'Service' || !isExportedTo(resource, options.rootNamespace)) return undefined;
  return fromService(resource as Resource<KubernetesService>, options);
}

function fromServiceEntry(
  resource: Resource<ServiceEntry>,
  options: ServiceOptions,
  allocator: AddressAllocator | undefined,
): MeshService {
  const spec = resource.object.spec ?? {};
  const hosts = spec.hosts ?? [];
  const host = hosts[0] ?? '';
  const resolution = spec.resolution ?? 'NONE';
  const given = options.addresses.get(host);
  const written = given ?? spec.addresses ?? [];
  // An address that the user names is what the cluster has, so the allocator leaves it alone.
  const allocates = options.allocateAddresses && given === undefined && resolution !== 'NONE';
  const entry = `${resource.namespace}/${resource.name}`;
  const addresses = (allocates ? allocator?.allocate(written, entry) : undefined) ?? written;
  return {
    resource,
    synthetic: false,
    name: resource.name,
    namespace: resource.namespace,
    hosts,
    addresses,
    allocated: addresses !== written,
    ports: (spec.ports ?? []).map((port, i): MeshPort => {
      const number = port.number ?? 0;
      const target = targetOf(port, spec);
      return {
        number,
        name: port.name ?? '',
        protocol: port.protocol ?? '',
        ...(target !== undefined && target !== number ? { targetPort: target } : {}),
        pointer: `/spec/ports/${i}`,
      };
    }),
    resolution,
    location: spec.location ?? 'MESH_EXTERNAL',
    selector: spec.workloadSelector?.labels ?? {},
    annotations: resource.object.metadata?.annotations ?? {},
  };
}

/**
 * Where the workloads of a ServiceEntry listen: its targetPort, over which the `ports` of its endpoints count (istio
 * pilot/pkg/serviceregistry/serviceentry). Of endpoints with several ports the first has it, unless one has the port's own.
 */
function targetOf(port: ServicePort, { endpoints, workloadSelector }: ServiceEntrySpec): number | undefined {
  const target = port.targetPort === 0 ? undefined : port.targetPort;
  if (workloadSelector !== undefined || !Array.isArray(endpoints) || endpoints.length === 0) return target;
  const targets = endpoints.map((endpoint) => endpoint?.ports?.[port.name ?? ''] || target || port.number);
  return targets.includes(port.number) ? undefined : targets[0];
}

function fromService(resource: Resource<KubernetesService>, options: ServiceOptions): MeshService {
  const spec = resource.object.spec ?? {};
  const host = `${resource.name}.${resource.namespace}.svc.${options.clusterDomain}`;
  const external = spec.type === 'ExternalName';
  const headless = spec.clusterIP === 'None';
  return {
    resource,
    synthetic: true,
    name: `synthetic-${resource.name}`,
    namespace: resource.namespace,
    hosts: [host],
    addresses: options.addresses.get(host) ?? clusterAddresses(spec),
    allocated: false,
    ports: (spec.ports ?? []).map((port, i): MeshPort => {
      const number = port.port ?? 0;
      const target = port.targetPort;
      const differs = target !== undefined && target !== number && !external;
      return {
        number,
        name: port.name ?? '',
        protocol: port.protocol ?? 'TCP',
        ...(differs ? { targetPort: target } : {}),
        pointer: `/spec/ports/${i}`,
      };
    }),
    resolution: external ? 'DNS' : headless ? 'NONE' : 'STATIC',
    location: external ? 'MESH_EXTERNAL' : 'MESH_INTERNAL',
    selector: spec.selector ?? {},
    annotations: {},
  };
}

function clusterAddresses(spec: NonNullable<KubernetesService['spec']>): readonly string[] {
  const first = spec.clusterIP ?? '';
  if (first === '' || first === 'None' || spec.type === 'ExternalName') {
    return [noAddress];
  }
  return [first, ...(spec.clusterIPs ?? []).filter((address) => address !== first)];
}

/** Whether the root namespace sees a core Service; istiod reads this from an annotation (translation.md section 2). */
function isExportedTo(service: Resource, rootNamespace: string): boolean {
  const annotation = service.object.metadata?.annotations?.['networking.istio.io/exportTo'];
  if (annotation === undefined || annotation.trim() === '') {
    return true;
  }
  const namespaces = annotation.split(',').map((entry) => entry.trim());
  return namespaces.some(
    (entry) => entry === '*' || entry === rootNamespace || (entry === '.' && service.namespace === rootNamespace),
  );
}
