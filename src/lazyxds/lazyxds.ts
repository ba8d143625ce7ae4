/** What lazyXDS would keep in a cluster for these resources, before and after calls were seen (../../docs/sidecars.md). */
import type { LabelSelector } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { type LazyService, lazyServices } from './catalogue.js';
import { type Access, bindings, destinationOf, sources, visible } from './learn.js';
import { ISTIO_NAMESPACE } from './names.js';
import { egressVirtualService, type KeptObject, lazyEnvoyFilter, lazySidecar, placeholder } from './objects.js';

export interface LazyResult {
  readonly lazyServices: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly ports: Readonly<Record<string, { readonly http?: readonly string[]; readonly tcp?: readonly string[] }>>;
  /** Sorted by path. */
  readonly beforeTraffic: readonly KeptObject[];
  readonly afterTraffic: readonly KeptObject[];
}

/** What of the objects is made in another way with `--fixed` (fixed.ts). */
export interface LazyObjects {
  /** Objects that do not hang on what was learnt. */
  readonly shared: (services: ReadonlyMap<string, LazyService>) => readonly (KeptObject | undefined)[];
  /** The EnvoyFilter of a lazy service that sees `visible`; undefined: it needs none. */
  readonly filter: (
    service: LazyService,
    services: ReadonlyMap<string, LazyService>,
    visible: ReadonlySet<string>,
  ) => KeptObject | undefined;
  /** @param learnt ids of the services that it was seen to call */
  readonly sidecar: (service: LazyService, hosts: readonly string[], learnt: ReadonlySet<string>) => KeptObject;
  /** Ids that a lazy service is known to call before any traffic. */
  readonly learntBefore: (service: LazyService) => readonly string[];
}

const asLazyXds: LazyObjects = {
  shared: (services) => [placeholder(services.values()), egressVirtualService(services.values())],
  filter: (service, services, seen) => lazyEnvoyFilter(service, services.values(), seen),
  sidecar: lazySidecar,
  learntBefore: () => [],
};

/** @param selectors the mesh config's discoverySelectors */
export function lazyXds(
  resources: readonly Resource[],
  traffic: readonly Access[],
  selectors: readonly LabelSelector[] = [],
  make: LazyObjects = asLazyXds,
): LazyResult {
  const services = lazyServices(resources, selectors);
  const lazy = [...services.values()].filter(({ isLazy }) => isLazy);
  const bound = bindings(resources);
  const entries = entryHosts(resources);
  const addresses = sources(resources);
  const learnt = new Map(lazy.map((service) => [service.id, new Set(make.learntBefore(service))]));
  const kept = new Map<string, readonly KeptObject[]>();
  const reconcile = (service: LazyService) => {
    const calls = learnt.get(service.id) ?? new Set();
    const filter = make.filter(service, services, visible(calls, services, bound));
    // What is no Service is forgotten after the EnvoyFilter and before the Sidecar.
    for (const id of calls) if (!services.has(id)) calls.delete(id);
    const hosts = [...visible(calls, services, bound)].map((id) => `${id.split('.')[1] ?? ''}/${id}`);
    const sidecar = make.sidecar(service, [...hosts, ...entries].sort(), calls);
    kept.set(service.id, filter === undefined ? [sidecar] : [filter, sidecar]);
  };
  for (const service of lazy) reconcile(service);
  const shared = make.shared(services).flatMap((each) => each ?? []);
  // Services of one namespace may share an object.
  const all = () =>
    [...new Map([...shared, ...[...kept.values()].flat()].map((each) => [each.path, each])).values()].sort((a, b) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
    );
  const beforeTraffic = all();
  const seen = new Set<string>();
  for (const { from, cluster } of traffic) {
    const source = addresses.get(from);
    if (source === undefined) continue;
    seen.add(source);
    const service = services.get(source);
    if (service?.isLazy !== true) continue;
    learnt.get(source)?.add(destinationOf(cluster));
    reconcile(service);
  }
  return {
    lazyServices: nullable(lazy.map(({ id }) => id)),
    sources: nullable([...seen]),
    ports: portsOf(services),
    beforeTraffic,
    afterTraffic: all(),
  };
}

/** `namespace/host` of every ServiceEntry but those of istio-system. */
function entryHosts(resources: readonly Resource[]): readonly string[] {
  return resources.flatMap(({ kind, namespace, object }) => {
    if (kind !== 'ServiceEntry' || namespace === ISTIO_NAMESPACE) return [];
    const { hosts } = (object.spec ?? {}) as { readonly hosts?: readonly string[] };
    return (hosts ?? []).map((host) => `${namespace}/${host}`);
  });
}

function portsOf(services: ReadonlyMap<string, LazyService>): LazyResult['ports'] {
  const sorted = [...services.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.fromEntries(
    sorted.map(({ id, http, tcp }) => [
      id,
      {
        ...(http.size > 0 && { http: [...http].sort() }),
        ...(tcp.size > 0 && { tcp: [...tcp].sort() }),
      },
    ]),
  );
}

function nullable(ids: readonly string[]): readonly string[] | null {
  return ids.length === 0 ? null : [...ids].sort();
}
