import { readdirSync, readFileSync } from 'node:fs';
import { bootstrapView } from '../../src/inspect/bootstrap-view.js';
import { clustersView } from '../../src/inspect/clusters.js';
import { type Dump, openDump } from '../../src/inspect/dump.js';
import { endpointsView } from '../../src/inspect/endpoints-view.js';
import { listenersView } from '../../src/inspect/listeners-view.js';
import { routesView } from '../../src/inspect/routes-view.js';
import type { View } from '../../src/inspect/view.js';

/** The config dumps that lie beside the project. */
export const dumpFolder = new URL('../../../shared/dumps/', import.meta.url);

export const dumpNames = readdirSync(dumpFolder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

export function readDump(name: string): Dump {
  return openDump(`${name}.json`, readFileSync(new URL(`${name}.json`, dumpFolder)));
}

/** A dump of the given sections. */
export function dumpOf(...configs: readonly unknown[]): Dump {
  return openDump('test.json', Buffer.from(JSON.stringify({ configs })));
}

export const views = {
  listeners: (dump: Dump) => listenersView(dump, { verbose: true }),
  routes: (dump: Dump) => routesView(dump, {}),
  clusters: (dump: Dump) => clustersView(dump, {}),
  endpoints: (dump: Dump) => endpointsView(dump, {}),
  bootstrap: bootstrapView,
} as const satisfies Record<string, (dump: Dump) => View>;

export type ViewName = keyof typeof views;
export const viewNames = Object.keys(views) as readonly ViewName[];

export const section = {
  listeners: 'type.googleapis.com/envoy.admin.v3.ListenersConfigDump',
  clusters: 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
  routes: 'type.googleapis.com/envoy.admin.v3.RoutesConfigDump',
  metaRoutes: 'type.googleapis.com/aeraki.meta_protocol_proxy.admin.v1alpha.RoutesConfigDump',
  endpoints: 'type.googleapis.com/envoy.admin.v3.EndpointsConfigDump',
  bootstrap: 'type.googleapis.com/envoy.admin.v3.BootstrapConfigDump',
} as const;
