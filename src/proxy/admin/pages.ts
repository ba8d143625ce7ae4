import { RE2JS, RE2JSException } from 're2js';
import { type Address, socketAddress } from '../../envoy/address.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { hostKey } from '../balance/balancer.js';
import { type StatsQuery, statsJson, statsText } from '../stats/print.js';
import { statsPrometheus } from '../stats/prometheus.js';
import { clustersJson, clustersText } from './clusters.js';
import { configDump } from './config-dump.js';
import { faultsPage } from './faults.js';
import { proxyContent } from './page.js';
import { type AdminView, listenerName, type ServerState } from './view.js';

/** What is answered. */
export interface AdminPage {
  /** 200 when left out. */
  readonly status?: number;
  readonly type: string;
  readonly body: string;
  /** The Content-Security-Policy of a page for people. */
  readonly policy?: string;
}

type MakePage = (view: AdminView, query: URLSearchParams, address: Address) => AdminPage;

const text = (body: string, status = 200): AdminPage => ({ status, type: 'text/plain; charset=UTF-8', body });
const json = (value: Json): AdminPage => ({
  type: 'application/json',
  body: `${JSON.stringify(value, undefined, 1)}\n`,
});

/** The pages by their paths. */
export const pages: Readonly<Record<string, MakePage>> = {
  '/': () => text(help),
  '/help': () => text(help),
  '/page': (view) => ({ type: 'text/html; charset=utf-8', body: proxyContent(view) }),
  '/ready': ({ state }) => text(`${state()}\n`, state() === 'LIVE' ? 200 : 503),
  '/server_info': (view) => json(serverInfo(view)),
  '/clusters': ({ clusters }, query) =>
    query.get('format') === 'json' ? json(clustersJson(clusters())) : text(clustersText(clusters())),
  '/listeners': (view, query) =>
    query.get('format') === 'json' ? json(listenersJson(view)) : text(listenersText(view)),
  '/config_dump': configDumpPage,
  '/faults': ({ faults }) => (faults === undefined ? text('There are no faults here.\n', 404) : faultsPage(faults)),
  '/stats': statsPage,
  '/stats/prometheus': (view, query) => statsPage(view, withParameter(query, 'format', 'prometheus')),
};

const help = `The admin port of aeraki proxy, a MetaProtocol data plane for debugging (a browser gets a page at /):
  /clusters       clusters and their endpoints; ?format=json
  /config_dump    the configuration as a proxy has it; ?include_eds, ?resource=LIST, ?name_regex=REGEX
  /faults         faults that are done on purpose; POST: others, one a line, in place of them
  /listeners      listeners and their addresses; ?format=json
  /ready          LIVE, or 503 and why not
  /server_info    version, state, uptime
  /stats          statistics; ?filter=REGEX, ?usedonly, ?type=Counters|Gauges|Histograms, ?format=json|prometheus
aeraki proxy-config shows these too: aeraki proxy-config all --admin-address HOST:PORT
`;

function serverInfo({ node, state, startedAt }: AdminView): JsonObject {
  const uptime = `${Math.floor((Date.now() - startedAt) / 1000)}s`;
  return {
    version: `aeraki/${node.version}/debugging`,
    state: state(),
    hot_restart_version: 'disabled',
    uptime_current_epoch: uptime,
    uptime_all_epochs: uptime,
    command_line_options: { mode: 'Serve', concurrency: 1 },
    node: { id: node.id, user_agent_name: 'aeraki' },
  };
}

function listenersText(view: AdminView): string {
  return placesOf(view)
    .map(({ name, address }) => `${name}::${hostKey(address)}\n`)
    .join('');
}

/** Where is listened, by the names of the listeners. */
function placesOf({ listeners, mesh }: AdminView): readonly { readonly name: string; readonly address: Address }[] {
  if (mesh !== undefined) return mesh.gates().map(({ gate, address }) => ({ name: gate.name, address }));
  return listeners().map((state) => ({ name: listenerName(state), address: state.address }));
}

function listenersJson(view: AdminView): JsonObject {
  return {
    listener_statuses: placesOf(view).map(({ name, address }) => ({ name, local_address: socketAddress(address) })),
  };
}

/** `?resource=dynamic_listeners` gives the entries of one list, `?name_regex=` those with such a name. */
function configDumpPage(view: AdminView, query: URLSearchParams, address: Address): AdminPage {
  if (query.has('mask')) return text('mask is not possible here. Ask for all, or for one list with resource.\n', 400);
  const named = matcherOf(query.get('name_regex'), 'whole');
  if ('problem' in named) return text(named.problem, 400);
  const resource = query.get('resource');
  const withEndpoints = query.has('include_eds') || resource !== null;
  const sections = configDump(view, address, withEndpoints).map((section) => withNames(section, named.test));
  if (resource === null) return json({ configs: sections });
  const lists = sections.map((section) => section[resource]).filter((list) => Array.isArray(list));
  if (lists.length === 0) return text(`${resource} not found in config dump\n`, 404);
  return json({ configs: lists.flat() });
}

function withNames(section: JsonObject, test: (name: string) => boolean): JsonObject {
  const entries = Object.entries(section).map(([key, value]) =>
    Array.isArray(value) ? [key, value.filter((item: Json) => test(nameOf(item as JsonObject)))] : [key, value],
  );
  return Object.fromEntries(entries) as JsonObject;
}

/** The name of an entry: its own, or that of the resource in it. */
function nameOf(entry: JsonObject): string {
  if (typeof entry.name === 'string') return entry.name;
  for (const key of ['cluster', 'listener', 'route_config', 'endpoint_config']) {
    const { name, cluster_name } = (entry[key] ?? {}) as JsonObject;
    const own = name ?? cluster_name;
    if (typeof own === 'string') return own;
  }
  return '';
}

function statsPage({ stats, ...view }: AdminView, query: URLSearchParams): AdminPage {
  stats.gauge('server.live').value = view.state() === 'LIVE' ? 1 : 0;
  stats.gauge('server.state').value = stateNumbers[view.state()];
  stats.gauge('server.concurrency').value = 1;
  stats.gauge('server.uptime').value = Math.floor((Date.now() - view.startedAt) / 1000);
  stats.gauge('server.memory_allocated').value = process.memoryUsage().heapUsed;
  stats.gauge('server.memory_heap_size').value = process.memoryUsage().heapTotal;
  stats.gauge('server.total_connections').value = view
    .listeners()
    .reduce((sum, { connections }) => sum + connections, 0);
  const filter = matcherOf(query.get('filter'), 'part');
  if ('problem' in filter) return text(filter.problem, 400);
  const kind = query.get('type') ?? 'All';
  if (!isKind(kind)) return text(`type is Counters, Gauges, Histograms or All, not ${kind}.\n`, 400);
  const wanted: StatsQuery = { wants: filter.test, usedOnly: query.has('usedonly'), kind };
  const format = query.get('format') ?? 'text';
  if (format === 'json') return { type: 'application/json', body: statsJson(stats, wanted) };
  if (format === 'prometheus') {
    return { type: 'text/plain; version=0.0.4; charset=UTF-8', body: statsPrometheus(stats, wanted) };
  }
  if (format === 'text') return text(statsText(stats, wanted));
  return text(`format is text, json or prometheus, not ${format}.\n`, 400);
}

/** As Envoy numbers them. */
const stateNumbers: Readonly<Record<ServerState, number>> = {
  LIVE: 0,
  DRAINING: 1,
  PRE_INITIALIZING: 2,
  INITIALIZING: 3,
};

function isKind(kind: string): kind is StatsQuery['kind'] {
  return ['Counters', 'Gauges', 'Histograms', 'All'].includes(kind);
}

/** A regular expression of the query, in RE2 as Envoy runs it: no expression keeps this process busy for long. */
function matcherOf(
  pattern: string | null,
  what: 'whole' | 'part',
): { readonly test: (name: string) => boolean } | { readonly problem: string } {
  if (pattern === null || pattern === '') return { test: () => true };
  try {
    const engine = RE2JS.compile(pattern);
    return { test: (name) => (what === 'whole' ? engine.matches(name) : engine.matcher(name).find()) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { problem: `Invalid re2 regex: ${error.message}\n` };
  }
}

function withParameter(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const changed = new URLSearchParams(query);
  changed.set(name, value);
  return changed;
}
