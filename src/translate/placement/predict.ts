import { listenerName, parseListenerName } from '../../envoy/route-configuration-name.js';
import type { MeshIndex, MeshService } from '../../index/mesh-index.js';
import type { EnvoyFilter } from '../../model/envoy.js';
import type { ServiceEntrySpec } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import type { SidecarListeners } from '../../scope/hidden.js';
import type { Translation } from '../protocol.js';
import { inboundFilterName, outboundFilterName, toObjectName } from '../shared/names.js';
import { addressesOf, type InboundChains, inboundChains } from './inbound.js';
import { isExternalName, type Listener, outboundListeners } from './listeners.js';
import type { NotPlaced, Placement } from './placement.js';
import { sidecarListeners } from './sidecars.js';

/**
 * Whether istiod puts each EnvoyFilter of a translation where it means to stand: for some sidecar with an IPv4 address
 * that the filter's namespace reaches (outbound), for the workloads of the service (inbound), for the gateway.
 * `resources`: where EndpointSlices and Sidecars may be, which the index leaves out. Pure; linear in filters and services.
 */
export function predictPlacement(
  translation: Pick<Translation, 'envoyFilters'>,
  index: MeshIndex,
  rootNamespace: string,
  resources: readonly Resource[] = [],
): readonly Placement[] {
  return translation.envoyFilters.map(predictorOf(index, rootNamespace, resources));
}

/**
 * `predictPlacement` for one filter at a time. Of the index it looks at the services and the interception mode of the mesh
 * config alone (`LivePlacement`).
 */
export function predictorOf(
  index: MeshIndex,
  rootNamespace: string,
  resources: readonly Resource[],
): (filter: EnvoyFilter) => Placement {
  const listeners = outboundListeners(index);
  const byPort = new Map<number, Listener[]>();
  for (const listener of listeners.values()) {
    const known = byPort.get(listener.port);
    if (known === undefined) byPort.set(listener.port, [listener]);
    else known.push(listener);
  }
  const origins = originsOf(index);
  const context: Context = {
    ...{ listeners, byPort, rootNamespace, chainsOf: inboundChains(index, resources) },
    sidecars: sidecarListeners(resources, rootNamespace, index.services),
    isIntercepted: index.meshConfig.interceptionMode !== 'NONE',
  };
  return (filter) => {
    const key = `${filter.metadata.namespace}/${filter.metadata.name}`;
    return predict(filter, key, origins.get(filter.metadata.name ?? ''), context);
  };
}

/** The services by the names of the filters that they get, corrected ones too; of two, the later one has it. */
function originsOf({ services }: MeshIndex): ReadonlyMap<string, MeshService> {
  const origins = new Map<string, MeshService>();
  for (const service of services) {
    const [host] = service.hosts;
    if (host === undefined) continue;
    for (const { number, targetPort } of service.ports) {
      const names = [...service.addresses.flatMap((address) => [address, address.split('/')[0] ?? ''])].map((address) =>
        outboundFilterName(host, address, number),
      );
      names.push(inboundFilterName(host, number));
      if (typeof targetPort === 'number') names.push(inboundFilterName(host, targetPort));
      for (const name of names) {
        origins.set(name, service);
        origins.set(toObjectName(name), service);
      }
    }
  }
  return origins;
}

interface Context {
  readonly listeners: ReadonlyMap<string, Listener>;
  readonly byPort: ReadonlyMap<number, readonly Listener[]>;
  readonly rootNamespace: string;
  readonly chainsOf: InboundChains;
  /** undefined: there is no Sidecar. */
  readonly sidecars: SidecarListeners | undefined;
  readonly isIntercepted: boolean;
}

/** The match of a patch as the generators write it. */
interface Match {
  readonly name?: string;
  readonly portNumber?: number;
  readonly filterChain?: { readonly destinationPort?: number };
}

function predict(filter: EnvoyFilter, key: string, service: MeshService | undefined, context: Context): Placement {
  const match = (filter.spec.configPatches[0]?.match as { readonly listener?: Match } | undefined)?.listener ?? {};
  const inbound = match.name === 'virtualInbound';
  const port = match.filterChain?.destinationPort;
  const listener = inbound
    ? `virtualInbound${port === undefined ? '' : `:${port}`}`
    : (match.name ?? `*_${match.portNumber ?? 0}`);
  const origin = service === undefined ? {} : { service };
  const placed = { envoyFilter: key, placed: true, listener, ...origin };
  if (service === undefined) return placed;
  const own = inbound ? whyNoInbound(filter, port, service, context) : whyNoOutbound(filter, match, service, context);
  const why = own ?? whyNotIntercepted(inbound || match.name !== undefined, context);
  if (why !== undefined) return { ...placed, placed: false, why };
  const sidecar = inbound ? undefined : hiddenBy(filter, match, service, context);
  return sidecar === undefined ? placed : { ...placed, placed: false, why: 'sidecar', sidecar };
}

/**
 * Seen of istiod 1.30: a proxy that nothing is redirected to has its listeners on 127.0.0.1, and none for inbound. A filter
 * that goes by the port alone still stands there.
 */
function whyNotIntercepted(isByName: boolean, { isIntercepted }: Context): NotPlaced | undefined {
  return isIntercepted || !isByName ? undefined : 'not-intercepted';
}

/** The Sidecar because of which no proxy that the filter reaches has a listener that istiod could make of the service. */
function hiddenBy(filter: EnvoyFilter, match: Match, service: MeshService, context: Context): Resource | undefined {
  const byAddress = match.name !== undefined;
  const port = byAddress ? parseListenerName(match.name ?? '').port : (match.portNumber ?? 0);
  const sought = { host: service.hosts[0] ?? '', namespace: service.namespace, port, byAddress };
  return context.sidecars?.missing(reach(filter, context), sought);
}

/** The namespace whose proxies a filter is for; undefined: all. */
function reach({ metadata }: EnvoyFilter, { rootNamespace }: Context): string | undefined {
  return metadata.namespace === rootNamespace ? undefined : metadata.namespace;
}

function whyNoOutbound(
  filter: EnvoyFilter,
  match: Match,
  service: MeshService,
  context: Context,
): NotPlaced | undefined {
  const namespace = reach(filter, context);
  if (namespace !== undefined && !isVisible(service, namespace)) return 'hidden';
  if (match.name === undefined) {
    const found = (context.byPort.get(match.portNumber ?? 0) ?? []).filter(({ kinds }) => kinds.has('tcp'));
    // A listener for each endpoint of a headless Service comes with its pods.
    return found.length > 0 || service.synthetic ? undefined : 'no-address';
  }
  const listener = context.listeners.get(match.name);
  if (listener?.kinds.has('tcp')) return undefined;
  if (listener !== undefined) return listener.kinds.has('detected') ? 'detected' : 'http';
  return whyNoListener(match.name, service, context);
}

function whyNoListener(name: string, service: MeshService, { listeners }: Context): NotPlaced {
  const { address, port } = parseListenerName(name);
  const shared = listeners.get(listenerName('0.0.0.0', port));
  if (shared?.services.includes(service) && shared.kinds.has('http')) return 'http';
  if (address.includes('/')) return 'range';
  if (address === '0.0.0.0') return 'no-address';
  if (service.synthetic && service.addresses.indexOf(address) > 0) return 'second-address';
  return service.allocated ? 'other-address' : 'no-port';
}

function whyNoInbound(
  { spec, metadata }: EnvoyFilter,
  port: number | undefined,
  service: MeshService,
  { rootNamespace, chainsOf }: Context,
): NotPlaced | undefined {
  const own = metadata.namespace;
  if (own !== rootNamespace && own !== service.namespace) return 'other-namespace';
  const chains = chainsOf(service, spec.workloadSelector?.labels ?? {});
  // Without a port the filter goes before every tcp proxy, and virtualInbound always ends with one.
  if (port === undefined) return undefined;
  const kind = chains.get(port);
  if (kind === 'tcp' || kind === 'detected') return undefined;
  if (kind === 'http') return 'http';
  if (Object.keys(service.selector).length === 0) return whyNoPods(service);
  return isExternalName(service) ? 'external-name' : 'target-port';
}

/** Labels of the filter without a selector are those of the annotation, which is for Aeraki alone, or `app: ""`. */
function whyNoPods({ annotations, resource }: MeshService): NotPlaced {
  if (annotations.workloadSelector === undefined) return 'no-selector';
  return addressesOf(resource.object.spec as ServiceEntrySpec).length > 0 ? 'target-port' : 'no-pods';
}

/** Whether proxies of the namespace see the service, by its exportTo. */
function isVisible({ resource, namespace: own, synthetic }: MeshService, namespace: string): boolean {
  const annotation = resource.object.metadata?.annotations?.['networking.istio.io/exportTo'];
  const list = synthetic
    ? (annotation ?? '').split(',').map((entry) => entry.trim())
    : ((resource.object.spec as ServiceEntrySpec | undefined)?.exportTo ?? []);
  const exportTo = list.filter((entry) => entry !== '');
  if (exportTo.length === 0) return true;
  return exportTo.some((entry) => entry === '*' || entry === namespace || (entry === '.' && own === namespace));
}
