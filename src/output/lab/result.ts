import type { CallCounts } from '../../lab/caller.js';
import type { Counts } from '../../lab/tally.js';
import type { Edge } from '../../sidecar/graph.js';

/** What is shown of a lab: what was counted, and what it is about. */
export interface LabState {
  readonly counts: Counts;
  /** Who calls whom, and who could. */
  readonly calls: readonly Edge[];
  /** What the generator's own clients saw. */
  readonly clients: Readonly<CallCounts>;
  /** Seconds since the first request could be taken. */
  readonly seconds: number;
  /** Where one can call: consumer, service, address. */
  readonly listeners: readonly { readonly consumer: string; readonly service: string; readonly address: string }[];
  /** How often the rules in force were others. */
  readonly edits: number;
  /** What went wrong of late, the newest first. */
  readonly notes: readonly string[];
}

/** `aeraki lab -o json`. Plain data. */
export function labResult({ counts, calls, clients, seconds, listeners, edits }: LabState): object {
  const { requests, errors, faults, routes, workloads, mirrors } = counts;
  return {
    requests,
    errors,
    routes: sums(routes.map(({ route, requests }) => [route, requests])),
    clusters: sums(routes.map(({ cluster, requests }) => [cluster, requests])),
    mirrors: Object.fromEntries(mirrors),
    limited: workloads.reduce((sum, each) => sum + each.limited, 0),
    faults,
    workloads: Object.fromEntries(
      workloads.map(({ name, service, version, requests, limited }) => [name, { service, version, requests, limited }]),
    ),
    services: services(counts),
    calls,
    clients,
    listeners,
    seconds: Math.round(seconds * 1000) / 1000,
    edits,
  };
}

/** What took no route, or met no cluster, has no entry. */
function sums(counts: readonly (readonly [string | undefined, number])[]): Readonly<Record<string, number>> {
  const all = new Map<string, number>();
  for (const [name, count] of counts) if (name !== undefined) all.set(name, (all.get(name) ?? 0) + count);
  return Object.fromEntries(all);
}

/** Routes of two services may have one name: here they are told apart. */
function services({ routes }: Counts): object {
  const names = [...new Set(routes.map(({ service }) => service))];
  return Object.fromEntries(
    names.map((name) => {
      const own = routes.filter(({ service }) => service === name);
      const total = (of: 'requests' | 'errors') => own.reduce((sum, each) => sum + each[of], 0);
      return [
        name,
        {
          requests: total('requests'),
          errors: total('errors'),
          routes: sums(own.map(({ route, requests }) => [route, requests])),
          clusters: sums(own.map(({ cluster, requests }) => [cluster, requests])),
        },
      ];
    }),
  );
}
