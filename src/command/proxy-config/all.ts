import { type ExitCode, worst } from '../exit.js';
import type { Terminal } from '../terminal.js';
import type { Part, ShowFlags } from './part.js';
import { bootstrapPart, clustersPart, endpointsPart, listenersPart, routesPart } from './parts.js';
import { show } from './show.js';
import { wholePart } from './whole.js';

/** `proxy-config all`: every table; as JSON or YAML every section of the dump, the ones without a table too. */
export async function showAll(target: string | undefined, flags: ShowFlags, terminal: Terminal): Promise<ExitCode> {
  const tables: readonly Part[] = [
    clustersPart({}),
    listenersPart({ verbose: true }),
    routesPart({}),
    endpointsPart({}),
    bootstrapPart(),
  ];
  const parts = flags.output === 'short' || flags['all-pods'] ? tables : [wholePart];
  return worst(await show(target, flags, terminal, parts));
}
