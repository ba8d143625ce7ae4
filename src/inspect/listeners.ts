import type { Finding } from '../diagnostics/diagnostic.js';
import type { FieldReader } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';
import { chainMatch } from './chain-match.js';
import { chainDestination, type Destination, metaApplication } from './destination.js';
import type { Dump, Entry } from './dump.js';
import { readEntries } from './entries.js';
import { filterLabel, isHttp, isTcp, type NetworkFilter, readFilter } from './filter.js';
import { Refusals, readErrorState } from './refused.js';

export type ListenerState = 'active' | 'static' | 'warming' | 'draining' | 'refused';

export interface ListenerChain extends Destination {
  readonly match: string;
  /** Port of the chain's match, for inbound chains. */
  readonly port: number | undefined;
  /** Of a MetaProtocol filter: its route configuration, and its application protocol. */
  readonly metaRoute?: { readonly name: string; readonly application: string };
  /** Present when they were asked for; they hold on to the whole configuration. */
  readonly filters?: readonly NetworkFilter[];
}

export interface ListenerView {
  readonly name: string;
  readonly state: ListenerState;
  readonly addresses: readonly string[];
  readonly port: number;
  /** istioctl's classes: `HTTP`, `TCP`, `HTTP+TCP`, `UNKNOWN`. */
  readonly type: string;
  readonly chains: readonly ListenerChain[];
  /** The proxy's words, for a refused one. */
  readonly details?: string;
  readonly entry: Entry;
}

const dynamicStates = [
  ['active_state', 'active'],
  ['warming_state', 'warming'],
  ['draining_state', 'draining'],
] as const satisfies readonly (readonly [string, ListenerState])[];

/** All listeners of a dump, refused ones first, the others by port, address and type. */
export function readListeners(dump: Dump, findings: Finding[], withFilters = false): readonly ListenerView[] {
  const refusals = new Refusals();
  const views: ListenerView[] = [];
  readEntries(dump, 'listeners', listenerLists, findings, (value, entry, reader) => {
    for (const view of entryViews(value, entry, reader, withFilters)) {
      if (view.details !== undefined) refusals.add('listener', view.name, view.details);
      views.push(view);
    }
  });
  findings.push(...refusals.findings(dump.name));
  return views.sort(order);
}

/** The lists of a section with listeners. */
export const listenerLists = ['dynamic_listeners', 'static_listeners'];

/** What one entry holds: a dynamic one up to four versions of a listener. */
export function entryViews(
  value: JsonObject,
  entry: Entry,
  reader: FieldReader,
  withFilters = false,
): readonly ListenerView[] {
  const views: ListenerView[] = [];
  if (entry.list === 'static_listeners') {
    const listener = reader.object(value, 'listener');
    return listener === undefined ? views : [listenerView(listener, 'static', entry, reader, withFilters)];
  }
  const error = readErrorState(value, reader);
  if (error !== undefined) {
    const name = reader.text(value, 'name') || reader.text(error.failed, 'name');
    views.push(refusedView(name, error.failed ?? {}, error.details, entry, reader));
  }
  for (const [field, state] of dynamicStates) {
    const listener = reader.object(reader.object(value, field), 'listener');
    if (listener !== undefined) views.push(listenerView(listener, state, entry, reader, withFilters));
  }
  return views;
}

function listenerView(
  listener: JsonObject,
  state: ListenerState,
  entry: Entry,
  reader: FieldReader,
  withFilters: boolean,
): ListenerView {
  const last = reader.object(listener, 'default_filter_chain');
  const chains = [...reader.objects(listener, 'filter_chains'), ...(last === undefined ? [] : [last])];
  const filters = chains.map((chain) => reader.objects(chain, 'filters').map((each) => readFilter(each, reader)));
  const views = chains.map((chain, index) => chainView(chain, filters[index] ?? [], reader, withFilters));
  return {
    name: reader.text(listener, 'name'),
    state,
    ...addressOf(listener, reader),
    type: classOf(filters.flat()),
    // A stable sort: chains with the same text stay in their order.
    chains: views.sort((one, other) => (one.order === other.order ? 0 : one.order > other.order ? -1 : 1)),
    entry,
  };
}

function chainView(
  chain: JsonObject,
  filters: readonly NetworkFilter[],
  reader: FieldReader,
  withFilters: boolean,
): ListenerChain {
  const port = reader.number(reader.object(chain, 'filter_chain_match'), 'destination_port');
  const metaRoute = metaRouteOf(filters, reader);
  const view = {
    match: chainMatch(chain, reader),
    port,
    ...chainDestination(filters, reader),
    ...(metaRoute && { metaRoute }),
  };
  return withFilters ? { ...view, filters } : view;
}

function metaRouteOf(filters: readonly NetworkFilter[], reader: FieldReader): ListenerChain['metaRoute'] {
  const filter = filters.find((each) => filterLabel(each) === 'MetaProtocol');
  if (filter === undefined) return undefined;
  const rds = reader.text(reader.object(filter.config, 'rds'), 'route_config_name');
  const name = rds || reader.text(reader.object(filter.config, 'route_config'), 'name');
  return { name, application: metaApplication(filter.config, reader) };
}

function refusedView(
  name: string,
  failed: JsonObject,
  details: string,
  entry: Entry,
  reader: FieldReader,
): ListenerView {
  const place = addressOf(failed, reader);
  // What was refused is not always repeated; Istio's names say where the listener would have been.
  const [, address, port] = /^(.*)_(\d+)$/.exec(name) ?? [];
  const named = address === undefined ? place : { addresses: [address], port: Number(port) };
  return {
    name,
    state: 'refused',
    ...(place.port === 0 && place.addresses[0] === '' ? named : place),
    type: 'UNKNOWN',
    chains: [],
    details,
    entry,
  };
}

function addressOf(
  listener: JsonObject,
  reader: FieldReader,
): { readonly addresses: readonly string[]; readonly port: number } {
  const address = reader.object(listener, 'address');
  const socket = reader.object(address, 'socket_address');
  const own =
    socket === undefined ? reader.text(reader.object(address, 'pipe'), 'path') : reader.text(socket, 'address');
  const more = reader.objects(listener, 'additional_addresses').map((each) => {
    return reader.text(reader.object(reader.object(each, 'address'), 'socket_address'), 'address');
  });
  return { addresses: [own, ...more], port: reader.number(socket, 'port_value') ?? 0 };
}

function classOf(filters: readonly NetworkFilter[]): string {
  const http = filters.some(isHttp);
  const tcp = filters.some((each) => isTcp(each) && !JSON.stringify(each.config).includes('BlackHoleCluster'));
  if (http) return tcp ? 'HTTP+TCP' : 'HTTP';
  return tcp ? 'TCP' : 'UNKNOWN';
}

function order(one: ListenerView, other: ListenerView): number {
  const refused = Number(other.state === 'refused') - Number(one.state === 'refused');
  if (refused !== 0) return refused;
  if (one.port !== other.port) return one.port - other.port;
  const [a = '', b = ''] = [one.addresses[0], other.addresses[0]];
  if (a !== b) return a < b ? -1 : 1;
  return one.type === other.type ? 0 : one.type < other.type ? -1 : 1;
}
