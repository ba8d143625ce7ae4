import { isIP } from 'node:net';
import type { MeshIndex, MeshService } from '../../../src/index/mesh-index.js';
import type { Loaded } from '../../../src/load/loaded.js';
import type { EnvoyFilter } from '../../../src/model/envoy.js';
import type { ServiceEntrySpec } from '../../../src/model/istio.js';
import type { Placement } from '../../../src/translate/placement/placement.js';
import type { KubeObject } from '../parts/kube-client.js';

export const rootNamespace = 'istio-system';

/** A Service of a case, and those objects of Istio that decide of listeners. */
const applied: ReadonlySet<string> = new Set([
  'Service',
  'ServiceEntry',
  'DestinationRule',
  'VirtualService',
  'Gateway',
  'EndpointSlice',
  'Sidecar',
]);

export interface Pod extends KubeObject {
  readonly ip: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly type: 'sidecar' | 'router';
}

export function keyOf({ metadata }: EnvoyFilter): string {
  return `${metadata.namespace}/${metadata.name}`;
}

/** Whether a filter is for gateways. */
export function isOfGateway({ metadata }: EnvoyFilter): boolean {
  return metadata.name?.startsWith('aeraki-gateway-') === true;
}

/**
 * A consumer in the filter's namespace (any, for the root's), for each inbound filter a pod with its labels, and for each
 * filter of a gateway a router.
 */
export function podsOf(
  filters: readonly EnvoyFilter[],
  placementOf: (filter: EnvoyFilter) => Placement | undefined,
  { resources }: Loaded,
): readonly Pod[] {
  const wanted = new Map<string, Pick<Pod, 'labels' | 'type'> & { namespace: string; ip: string | undefined }>();
  for (const filter of filters) {
    const labels = filter.spec.workloadSelector?.labels;
    const own = filter.metadata.namespace ?? '';
    const service = placementOf(filter)?.service;
    const type = isOfGateway(filter) ? 'router' : 'sidecar';
    const namespace = labels !== undefined ? (service?.namespace ?? own) : own === rootNamespace ? 'consumers' : own;
    wanted.set(`${type} ${namespace} ${JSON.stringify(labels)}`, {
      ...{ type, namespace, labels: labels ?? { app: 'consumer' } },
      // Who serves a Service without a selector, only an EndpointSlice says; a ServiceEntry, its endpoints.
      ip: service === undefined || Object.keys(service.selector).length > 0 ? undefined : addressOf(resources, service),
    });
  }
  // A headless Service has a listener for each of its pods.
  for (const filter of filters) {
    const service = placementOf(filter)?.service;
    if (service?.synthetic !== true || Object.keys(service.selector).length === 0) continue;
    const { namespace, selector: labels } = service;
    const key = `sidecar ${namespace} ${JSON.stringify(labels)}`;
    if (!wanted.has(key)) wanted.set(key, { type: 'sidecar', namespace, labels, ip: undefined });
  }
  // Whom a Sidecar is for sees other services than the rest of its namespace.
  for (const { kind, namespace, object } of resources) {
    if (kind !== 'Sidecar') continue;
    const { workloadSelector } = (object.spec ?? {}) as {
      readonly workloadSelector?: { readonly labels?: Pod['labels'] };
    };
    const labels = workloadSelector?.labels ?? { app: 'consumer' };
    wanted.set(`sidecar ${namespace} ${JSON.stringify(labels)}`, { type: 'sidecar', namespace, labels, ip: undefined });
  }
  return [...wanted.values()].map(({ namespace, labels, type, ip }, index) => ({
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: `pod-${index}`, namespace, labels } },
    spec: { containers: [{ name: 'main', image: 'none' }], automountServiceAccountToken: false },
    ...{ ip: ip ?? `10.9.${Math.floor(index / 250)}.${(index % 250) + 1}`, labels, type },
  }));
}

function addressOf(
  resources: Loaded['resources'],
  { namespace, resource, synthetic }: Pick<MeshService, 'namespace' | 'resource' | 'synthetic'>,
): string | undefined {
  if (!synthetic) {
    const { endpoints: own } = (resource.object.spec ?? {}) as ServiceEntrySpec;
    return own?.find(({ address = '' }) => isIP(address) !== 0)?.address;
  }
  const slice = resources.find(
    (each) =>
      each.kind === 'EndpointSlice' &&
      each.namespace === namespace &&
      each.object.metadata?.labels?.['kubernetes.io/service-name'] === resource.name,
  );
  const { endpoints } = (slice?.object ?? {}) as {
    readonly endpoints?: readonly { readonly addresses?: readonly string[] }[];
  };
  return endpoints?.[0]?.addresses?.[0];
}

/** The objects of a case as a cluster has them beside Aeraki, which writes the addresses that it allocates. */
export function objectsOf({ resources }: Loaded, { services }: MeshIndex): readonly KubeObject[] {
  const allocated = new Map(
    services.flatMap((each) => (each.allocated ? [[each.resource, each.addresses] as const] : [])),
  );
  return resources
    .filter(({ kind }) => applied.has(kind))
    .map((resource) => {
      const { object, namespace, name } = resource;
      const written = (object.spec as { readonly addresses?: readonly string[] } | undefined)?.addresses ?? [];
      const addresses = allocated.get(resource);
      return {
        ...(withPortNames(object) as unknown as KubeObject),
        metadata: { ...object.metadata, namespace, name },
        ...(addresses !== undefined && written.length === 0 && { spec: { ...(object.spec as object), addresses } }),
      };
    });
}

/** No cluster has a Service whose ports have capitals in their names; Aeraki and Istio read them as if they were small. */
function withPortNames(object: Loaded['resources'][number]['object']): object {
  if (object.kind !== 'Service') return object;
  const spec = (object.spec ?? {}) as ServiceSpec;
  return {
    ...object,
    spec: {
      ...spec,
      ports: spec.ports?.map((port) => ({
        ...port,
        ...(port.name !== undefined && { name: port.name.toLowerCase() }),
      })),
    },
  };
}

interface ServiceSpec {
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly targetPort?: number }[];
}

/** What the controllers of a cluster would write. */
export function slicesFor({ resources }: Loaded, pods: readonly Pod[]): readonly KubeObject[] {
  return resources.flatMap(({ kind, name, namespace, object }) => {
    if (kind !== 'Service') return [];
    const { selector, ports } = (object.spec ?? {}) as ServiceSpec;
    const wanted = Object.entries(selector ?? {});
    const selected = pods.filter(
      (pod) =>
        pod.metadata.namespace === namespace &&
        wanted.length > 0 &&
        wanted.every(([key, value]) => pod.labels[key] === value),
    );
    if (selected.length === 0) return [];
    return [
      {
        ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', addressType: 'IPv4' },
        metadata: { name: `${name}-1`, namespace, labels: { 'kubernetes.io/service-name': name } },
        ports: (ports ?? []).map(({ name: port = '', port: number, targetPort }) => ({
          ...{ name: port.toLowerCase(), port: typeof targetPort === 'number' ? targetPort : number, protocol: 'TCP' },
        })),
        endpoints: selected.map((pod) => ({
          addresses: [pod.ip],
          conditions: { ready: true },
          targetRef: { kind: 'Pod', name: pod.metadata.name, namespace },
        })),
      },
    ];
  });
}

/**
 * What is applied last: a listener of its own and a patch on it. A proxy that has both was told everything that came before.
 * `count`: a number that was not used yet.
 */
export function marker(count: number): { readonly objects: readonly KubeObject[]; readonly listener: string } {
  const address = `240.255.${Math.floor(count / 250) % 250}.${(count % 250) + 1}`;
  const name = `marker-${count}`;
  const listener = `${address}_7999`;
  return {
    listener,
    objects: [
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'ServiceEntry',
        metadata: { name, namespace: 'markers' },
        spec: {
          ...{ hosts: [`${name}.markers.example`], addresses: [address], resolution: 'STATIC' },
          ports: [{ number: 7999, name: 'tcp', protocol: 'TCP' }],
          endpoints: [{ address: '127.0.0.1' }],
        },
      },
      // Whatever the default of the mesh hides.
      {
        ...{ apiVersion: 'networking.istio.io/v1', kind: 'Sidecar', metadata: { name, namespace: 'markers' } },
        spec: { egress: [{ hosts: ['./*'] }] },
      },
      {
        apiVersion: 'networking.istio.io/v1alpha3',
        kind: 'EnvoyFilter',
        metadata: { name, namespace: rootNamespace },
        spec: {
          configPatches: [
            {
              applyTo: 'LISTENER',
              match: { context: 'SIDECAR_OUTBOUND', listener: { name: listener } },
              patch: { operation: 'MERGE', value: { per_connection_buffer_limit_bytes: 7999 } },
            },
          ],
        },
      },
    ],
  };
}
