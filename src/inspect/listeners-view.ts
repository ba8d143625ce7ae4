import type { Finding } from '../diagnostics/diagnostic.js';
import { field } from '../envoy/fields.js';
import { isObject } from '../envoy/proto-json.js';
import type { JsonObject } from '../model/envoy.js';
import type { Dump } from './dump.js';
import { type ListenerView, readListeners } from './listeners.js';
import type { View } from './view.js';

export interface ListenerFilter {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  /** istioctl's classes, or the name of a protocol (`MetaProtocol`, `Redis`); case does not matter. */
  readonly type?: string | undefined;
  /** False: one row per listener, with its class instead of its chains. */
  readonly verbose: boolean;
}

/** `seen` is given all listeners that were read, for views that need them too. */
export function listenersView(
  dump: Dump,
  filter: ListenerFilter,
  seen: (listeners: readonly ListenerView[]) => void = () => undefined,
): View {
  const findings: Finding[] = [];
  const all = readListeners(dump, findings);
  seen(all);
  const shown = all.filter((each) => accepts(filter, each));
  return {
    headings: filter.verbose
      ? ['ADDRESSES', 'PORT', 'MATCH', 'DESTINATION', 'PROTOCOL', 'STATE']
      : ['ADDRESSES', 'PORT', 'TYPE', 'PROTOCOL', 'STATE'],
    rows: shown.flatMap((each) => (filter.verbose ? chainRows(each) : [shortRow(each)])),
    findings,
    *objects() {
      for (const each of shown) {
        const raw = dump.read(each.entry, []);
        if (raw !== undefined) yield rawListener(raw, each);
      }
    },
  };
}

/** The listener itself, as in the dump; of a refused one the whole entry, with what the proxy said. */
function rawListener(entry: JsonObject, view: ListenerView): JsonObject {
  if (view.state === 'refused') return entry;
  const state = view.state === 'static' ? entry : field(entry, `${view.state}_state`);
  const listener = field(state, 'listener');
  return isObject(listener) ? listener : entry;
}

function chainRows(view: ListenerView): readonly (readonly string[])[] {
  const place = [view.addresses.join(','), String(view.port)];
  if (view.state === 'refused') return [[...place, '-', '-', '-', stateText(view)]];
  if (view.chains.length === 0) return [[...place, '-', 'no filter chains', '-', view.state]];
  return view.chains.map((chain) => [...place, chain.match, chain.text, chain.protocol || '-', view.state]);
}

function shortRow(view: ListenerView): readonly string[] {
  return [view.addresses.join(','), String(view.port), view.type, protocols(view).join(', ') || '-', stateText(view)];
}

/** The proxy's words stand in the last column, where they widen no other. */
function stateText(view: ListenerView): string {
  return view.details === undefined ? view.state : `${view.state}: ${view.details}`;
}

function protocols(view: ListenerView): readonly string[] {
  return [...new Set(view.chains.map((chain) => chain.protocol))].filter((each) => each !== '');
}

function accepts(filter: ListenerFilter, view: ListenerView): boolean {
  const { address, port, type, name } = filter;
  if (name !== undefined && view.name !== name) return false;
  if (address !== undefined && !view.addresses.some((each) => each.toLowerCase() === address.toLowerCase()))
    return false;
  if (port !== undefined && view.port !== port) return false;
  if (type === undefined) return true;
  const wanted = type.toLowerCase();
  // istioctl compares its classes whole: TCP does not mean HTTP+TCP, which has chains of TCP too.
  if (classes.has(wanted)) return view.type.toLowerCase() === wanted;
  const own = protocols(view).flatMap((each) => [each, each.split(' ')[0] ?? '']);
  return own.some((each) => each.toLowerCase() === wanted);
}

const classes: ReadonlySet<string> = new Set(['http', 'tcp', 'http+tcp', 'unknown']);
