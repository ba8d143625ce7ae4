import type { ServiceEntry } from '../../model/istio.js';
import { type Dump, statesOf } from '../dump/dump.js';
import { ReferenceCluster } from './cluster.js';
import { convertConsul } from './consul.js';
import type { Conversion } from './conversion.js';
import { convertEtcd, convertEtcdChange } from './etcd.js';
import { convertNacos } from './nacos.js';
import { convertZookeeper } from './zookeeper.js';

/** What dubbo2istio made of one state, and the cluster after it was written. */
export interface ReferenceState {
  readonly conversions: readonly Conversion[];
  readonly cluster: readonly ServiceEntry[];
  /** `namespace/name` of what was written more than once: `cluster` is one of several results. Left out if empty. */
  readonly overwritten?: readonly string[];
}

/** As the shared cases hold it (cases-registry/README.md). */
export type ReferenceResult =
  | ReferenceState
  | { readonly steps: readonly ReferenceState[] }
  | { readonly serviceEntries: readonly ServiceEntry[] };

/**
 * What the reference adapter of the dump's registry makes of it, its defects included. Undefined for Eureka, which has
 * no adapter in the Aeraki project.
 */
export function asReference(dump: Dump): ReferenceResult | undefined {
  const name = dump.name ?? 'default';
  switch (dump.registry) {
    case 'consul':
      return { serviceEntries: convertConsul(dump) };
    case 'zookeeper': {
      const states = statesOf(dump, { nodes: dump.nodes ?? [] });
      return run(dump, states, (state, before) => convertZookeeper(name, state, before));
    }
    case 'nacos': {
      const states = statesOf(dump, { services: dump.services ?? [] });
      return run(dump, states, (state, before) => convertNacos(name, state, before));
    }
    case 'etcd': {
      const changed = new Set<string>();
      return run(dump, statesOf(dump, { kvs: dump.kvs ?? [] }), (state, before) =>
        before === undefined ? convertEtcd(name, state) : convertEtcdChange(name, before, state, changed),
      );
    }
    case 'eureka':
      return undefined;
  }
}

/** The ServiceEntries that the cluster has in the end. */
export function referenceEntries(result: ReferenceResult): readonly ServiceEntry[] {
  if ('serviceEntries' in result) return result.serviceEntries;
  if ('steps' in result) return result.steps.at(-1)?.cluster ?? [];
  return result.cluster;
}

function run<State>(
  dump: { readonly name?: string; readonly existing?: readonly ServiceEntry[]; readonly steps?: readonly State[] },
  states: readonly State[],
  convert: (state: State, before: State | undefined) => readonly Conversion[],
): ReferenceResult {
  const cluster = new ReferenceCluster(dump.name ?? 'default', dump.existing ?? []);
  const results: ReferenceState[] = [];
  let before: State | undefined;
  for (const state of states) {
    const conversions = convert(state, before);
    before = state;
    for (const { serviceEntries } of conversions) for (const entry of serviceEntries) cluster.write(entry);
    const overwritten = cluster.takeOverwritten();
    results.push({ conversions, cluster: cluster.entries(), ...(overwritten.length > 0 && { overwritten }) });
  }
  const [only] = results;
  return dump.steps === undefined && only !== undefined ? only : { steps: results };
}
