import type { ServiceEntry } from '../../model/istio.js';
import type { Dump } from '../dump/dump.js';
import type { StateOptions } from '../live/client.js';
import type { RegistryState } from '../model.js';
import { type ReadOptions, readStates } from '../services/read.js';
import { convert } from './convert.js';
import type { Converted } from './converted.js';
import type { ConvertMemo } from './memo.js';
import type { ConvertOptions } from './options.js';

export interface NamedDump {
  /** As plain data; worked out when it is asked for where `state` is there. */
  readonly dump: Dump;
  /** How findings call it: a path, or a URL without secrets. */
  readonly file: string;
  /** In place of the dump's own name. */
  readonly registryName?: string | undefined;
  /** The state of a server, read bit by bit; in place of the dump. */
  readonly state?: (options: StateOptions) => RegistryState;
}

/** The services in each state of a registry, in turn; one state for most. */
export function statesOf(named: NamedDump, options: Pick<ReadOptions, 'root' | 'level'>): readonly RegistryState[] {
  const { registryName, state } = named;
  const { root, level } = options;
  if (state !== undefined) return [state({ level, registryName: registryName ?? 'default' })];
  return readStates(named.dump, { root, level, ...(registryName !== undefined && { registryName }) });
}

/**
 * The ServiceEntries of one or several registries, merged. A dump with steps is gone through state by state, so that what
 * was there before counts; with several dumps those that have fewer steps stay at their last one.
 *
 * @param existing beside those that the dumps hold
 */
export function convertDumps(
  dumps: readonly NamedDump[],
  options: ConvertOptions & Pick<ReadOptions, 'root' | 'level'>,
  existing: readonly ServiceEntry[] = [],
  before?: Converted,
  memo?: ConvertMemo,
): Converted {
  const series = dumps.map((named) => statesOf(named, options));
  const file = dumps.map((each) => each.file).join(', ');
  const files = dumps.filter(({ state }) => state === undefined);
  const all = files.length === 0 ? existing : [...existing, ...files.flatMap(({ dump }) => dump.existing ?? [])];
  let previous = before;
  const steps = Math.max(1, ...series.map((states) => states.length));
  for (let step = 0; step < steps; step++) {
    const states = series.flatMap((list): readonly RegistryState[] =>
      list.slice(Math.min(step, list.length - 1)).slice(0, 1),
    );
    previous = convert(states, optionsOf(dumps, options), { file, existing: all, previous, memo });
  }
  return previous ?? { entries: [], services: [], findings: [] };
}

/** What a dump of Consul says of hosts and namespace holds where no flag says otherwise. */
function optionsOf(dumps: readonly NamedDump[], options: ConvertOptions): ConvertOptions {
  const [only] = dumps;
  const usual = { ...options, defaultNamespace: options.defaultNamespace || 'istio-system' };
  if (dumps.length !== 1 || only === undefined || only.state !== undefined) return usual;
  if (only.dump.registry !== 'consul') return usual;
  const { fqdn, namespace } = only.dump.options ?? {};
  return {
    ...options,
    fqdn: options.fqdn || (fqdn ?? ''),
    defaultNamespace: options.defaultNamespace || namespace || 'istio-system',
  };
}
