import type { KubernetesServiceSpec } from '../model/istio.js';
import { type LabelSelector, selects } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { DOMAIN, fqdn, MANAGED_BY, MANAGER } from './names.js';

const ANNOTATION = 'lazy-xds';

/** A Service as lazyXDS keeps it. */
export interface LazyService {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly clusterIp: string;
  /** Numbers of ports as text, the keys of lazyXDS. */
  readonly http: ReadonlySet<string>;
  readonly tcp: ReadonlySet<string>;
  readonly selector: Readonly<Record<string, string>>;
  readonly isLazy: boolean;
}

/** Services by id, in the order of the input. Those that discoverySelectors leave out are not there. */
export function lazyServices(
  resources: readonly Resource[],
  selectors: readonly LabelSelector[],
  domain = DOMAIN,
): ReadonlyMap<string, LazyService> {
  const namespaces = new Map(resources.filter(({ kind }) => kind === 'Namespace').map((each) => [each.name, each]));
  const sidecars = new Set(resources.filter(isOfUser).map(({ namespace }) => namespace));
  const services = new Map<string, LazyService>();
  for (const resource of resources) {
    if (resource.kind !== 'Service' || resource.apiVersion !== 'v1') continue;
    const labels = namespaces.get(resource.namespace)?.object.metadata?.labels ?? {};
    const isSelected = selectors.some((selector) => selects(selector, labels));
    if (selectors.length > 0 && !isSelected) continue;
    const spec = (resource.object.spec ?? {}) as KubernetesServiceSpec;
    const selector = spec.type === 'ExternalName' ? {} : (spec.selector ?? {});
    const byNamespace = !sidecars.has(resource.namespace) && isEnabled(namespaces.get(resource.namespace));
    const service = {
      id: fqdn(resource.name, resource.namespace, domain),
      name: resource.name,
      namespace: resource.namespace,
      clusterIp: spec.clusterIP ?? '',
      ...portsOf(spec),
      selector,
      isLazy: Object.keys(selector).length > 0 && (byNamespace || isEnabled(resource)),
    };
    services.set(service.id, service);
  }
  return services;
}

/** A Sidecar that somebody else wrote switches the annotation of its namespace off. */
function isOfUser({ kind, object }: Resource): boolean {
  if (kind !== 'Sidecar' || object.metadata?.labels?.[MANAGED_BY] === MANAGER) return false;
  const { managedFields } = (object.metadata ?? {}) as { managedFields?: readonly { readonly manager?: string }[] };
  return !(managedFields ?? []).some(({ manager }) => manager === MANAGER);
}

function isEnabled(resource: Resource | undefined): boolean {
  return resource?.object.metadata?.annotations?.[ANNOTATION]?.toLowerCase() === 'true';
}

/** `http…` and `grpc…` by appProtocol, else by name; a number that is TCP somewhere is TCP. */
function portsOf(spec: KubernetesServiceSpec): Pick<LazyService, 'http' | 'tcp'> {
  const http = new Set<string>();
  const tcp = new Set<string>();
  for (const { port, name, appProtocol } of spec.ports ?? []) {
    const word = (appProtocol ?? name ?? '').toLowerCase();
    const isHttp = (word.startsWith('http') && !word.startsWith('https')) || word.startsWith('grpc');
    (isHttp ? http : tcp).add(String(port));
  }
  for (const port of tcp) http.delete(port);
  return { http, tcp };
}
