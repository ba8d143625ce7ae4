import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { filterOctets } from './octets.js';
import type { MeshSettings } from './settings.js';
import { field } from './settings.js';
import type { Workload } from './sidecar.js';

/** A patch of an EnvoyFilter on the network filters of a listener. */
export interface FilterPatch {
  /** undefined: every listener. */
  readonly listener: string | undefined;
  readonly port: number | undefined;
  readonly context: string;
  readonly operation: string;
  /** The filter that it looks for. */
  readonly filter: string | undefined;
  /** The filter that it brings. */
  readonly value: string | undefined;
  /** Octets of that. */
  readonly octets: number;
}

/** An EnvoyFilter with the patches of its that are on network filters. */
export interface FilterPatches {
  readonly resource: Resource;
  readonly selector: Readonly<Record<string, string>> | undefined;
  readonly patches: readonly FilterPatch[];
}

/** Read once, whatever the number of workloads. */
export function filterPatches(resources: readonly Resource[]): readonly FilterPatches[] {
  return resources.flatMap((resource) => {
    if (resource.kind !== 'EnvoyFilter') return [];
    const { spec } = resource.object;
    const selector = field(field(spec, 'workloadSelector'), 'labels') as FilterPatches['selector'];
    const written = field(spec, 'configPatches');
    const patches = Array.isArray(written) ? written.flatMap((patch) => filterPatch(patch)) : [];
    return patches.length === 0 ? [] : [{ resource, selector, patches }];
  });
}

/** The patches that reach a workload: those of the root namespace, then those of its own. */
export function patchesOf(filters: readonly FilterPatches[], workload: Workload, settings: MeshSettings): Patches {
  const reaching = [...new Set([settings.rootNamespace, workload.namespace])].flatMap((namespace) =>
    filters.filter(({ resource }) => resource.namespace === namespace),
  );
  const all = reaching.flatMap(({ selector, patches }) =>
    selector === undefined || fits(selector, workload.labels) ? patches : [],
  );
  const named = new Map<string, FilterPatch[]>();
  for (const patch of all) {
    if (patch.listener === undefined) continue;
    const known = named.get(patch.listener);
    if (known === undefined) named.set(patch.listener, [patch]);
    else known.push(patch);
  }
  const hasAny = all.some(({ listener }) => listener === undefined);
  return {
    of: (listener) => {
      if (!hasAny) return named.get(listener) ?? [];
      return all.filter((patch) => patch.listener === undefined || patch.listener === listener);
    },
  };
}

/** The patches that reach a workload, by the name of a listener. */
export interface Patches {
  readonly of: (listener: string) => readonly FilterPatch[];
}

/** A listener that patches may be for. */
export interface PatchedListener {
  readonly name: string;
  readonly ports: readonly number[];
  readonly inbound: boolean;
}

function filterPatch(patch: unknown): readonly FilterPatch[] {
  if (field(patch, 'applyTo') !== 'NETWORK_FILTER') return [];
  const match = field(patch, 'match');
  const listener = field(match, 'listener');
  const chain = field(listener, 'filterChain');
  const name = field(listener, 'name');
  const port = field(listener, 'portNumber') ?? field(chain, 'destinationPort');
  const filter = field(field(chain, 'filter'), 'name');
  const written = field(field(patch, 'patch'), 'value');
  const value = field(written, 'name');
  return [
    {
      listener: typeof name === 'string' && name !== '' ? name : undefined,
      port: typeof port === 'number' ? port : undefined,
      context: String(field(match, 'context') ?? 'ANY'),
      operation: String(field(field(patch, 'patch'), 'operation') ?? ''),
      filter: typeof filter === 'string' ? shortName(filter) : undefined,
      value: typeof value === 'string' ? shortName(value) : undefined,
      octets: filterOctets(written),
    },
  ];
}

/** The filters of a listener after the patches; `applied` is told of each that finds its place there. */
export function patched(
  filters: ReadonlySet<string>,
  listener: PatchedListener,
  patches: Patches,
  applied: (patch: FilterPatch) => void = () => {},
): ReadonlySet<string> {
  let result = new Set(filters);
  for (const patch of patches.of(listener.name)) {
    if (patch.context === (listener.inbound ? 'SIDECAR_OUTBOUND' : 'SIDECAR_INBOUND') || patch.context === 'GATEWAY')
      continue;
    if (patch.port !== undefined && !listener.ports.includes(patch.port)) continue;
    const found = patch.filter === undefined || result.has(patch.filter);
    if (!found) continue;
    applied(patch);
    if (patch.operation === 'REPLACE' || patch.operation === 'REMOVE') {
      // Other chains of virtualInbound keep theirs.
      if (patch.filter !== undefined && !listener.inbound) result.delete(patch.filter);
    }
    if (patch.operation !== 'REMOVE' && patch.value !== undefined) result = new Set([...result, patch.value]);
  }
  return result;
}

/** Istio's and Envoy's own names without what they all begin with. */
function shortName(name: string): string {
  return name.replace(/^envoy\.filters\.network\./, '');
}
