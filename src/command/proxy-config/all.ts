import type { Dump } from '../../inspect/dump.js';
import type { ListenerView } from '../../inspect/listeners.js';
import { listenersView } from '../../inspect/listeners-view.js';
import { routesView } from '../../inspect/routes-view.js';
import { type ExitCode, worst } from '../shell/exit.js';
import type { Terminal } from '../shell/terminal.js';
import type { Part, ShowFlags } from './part.js';
import { bootstrapPart, clustersPart, endpointsPart, extensionsPart, secretsPart } from './parts.js';
import { show } from './show.js';
import { wholePart } from './whole.js';

/** `proxy-config all`: every table; as JSON or YAML every section of the dump, the ones without a table too. */
export async function showAll(target: string | undefined, flags: ShowFlags, terminal: Terminal): Promise<ExitCode> {
  // Listeners are the largest part of a dump, and routes need them too: they are read once.
  const listeners = new Map<Dump, readonly ListenerView[]>();
  const tables: readonly Part[] = [
    clustersPart({}),
    { title: 'LISTENERS', view: (dump) => listenersView(dump, { verbose: true }, (all) => listeners.set(dump, all)) },
    { title: 'ROUTES', view: (dump) => routesView(dump, {}, listeners.get(dump)) },
    endpointsPart({}),
    { ...secretsPart({ now: Date.now() }), optional: true },
    { ...extensionsPart({}), optional: true },
    bootstrapPart(),
  ];
  const parts = flags.output === 'short' || flags['all-pods'] ? tables : [wholePart];
  return worst(await show(target, flags, terminal, parts));
}
