import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
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
}

/** The patches that reach a workload: those of the root namespace, then those of its own, by priority. */
export function patchesOf(
  resources: readonly Resource[],
  workload: Workload,
  settings: MeshSettings,
): readonly FilterPatch[] {
  const reaching = [settings.rootNamespace, workload.namespace].flatMap((namespace, at, all) =>
    all.indexOf(namespace) === at ? resources.filter((each) => each.namespace === namespace) : [],
  );
  return reaching.flatMap((resource) => {
    const { spec } = resource.object;
    const selector = field(field(spec, 'workloadSelector'), 'labels');
    if (selector !== undefined && !fits(selector as Record<string, string>, workload.labels)) return [];
    const patches = field(spec, 'configPatches');
    return Array.isArray(patches) ? patches.flatMap((patch) => filterPatch(patch)) : [];
  });
}

function filterPatch(patch: unknown): readonly FilterPatch[] {
  if (field(patch, 'applyTo') !== 'NETWORK_FILTER') return [];
  const match = field(patch, 'match');
  const listener = field(match, 'listener');
  const chain = field(listener, 'filterChain');
  const name = field(listener, 'name');
  const port = field(listener, 'portNumber') ?? field(chain, 'destinationPort');
  const filter = field(field(chain, 'filter'), 'name');
  const value = field(field(field(patch, 'patch'), 'value'), 'name');
  return [
    {
      listener: typeof name === 'string' && name !== '' ? name : undefined,
      port: typeof port === 'number' ? port : undefined,
      context: String(field(match, 'context') ?? 'ANY'),
      operation: String(field(field(patch, 'patch'), 'operation') ?? ''),
      filter: typeof filter === 'string' ? shortName(filter) : undefined,
      value: typeof value === 'string' ? shortName(value) : undefined,
    },
  ];
}

/** The filters of a listener after the patches. */
export function patched(
  filters: ReadonlySet<string>,
  listener: { readonly name: string; readonly ports: readonly number[]; readonly inbound: boolean },
  patches: readonly FilterPatch[],
): ReadonlySet<string> {
  let result = new Set(filters);
  for (const patch of patches) {
    if (patch.listener !== undefined && patch.listener !== listener.name) continue;
    if (patch.context === (listener.inbound ? 'SIDECAR_OUTBOUND' : 'SIDECAR_INBOUND') || patch.context === 'GATEWAY')
      continue;
    if (patch.port !== undefined && !listener.ports.includes(patch.port)) continue;
    const found = patch.filter === undefined || result.has(patch.filter);
    if (!found) continue;
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
