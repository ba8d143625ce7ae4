import { bootstrapView } from '../../inspect/bootstrap-view.js';
import { type ClusterFilter, clustersView } from '../../inspect/clusters.js';
import { type EndpointFilter, endpointsView } from '../../inspect/endpoints-view.js';
import { type ExtensionFilter, extensionsView } from '../../inspect/extensions-view.js';
import { type ListenerFilter, listenersView } from '../../inspect/listeners-view.js';
import { type RouteFilter, routesView } from '../../inspect/routes-view.js';
import { type SecretFilter, secretsView } from '../../inspect/secrets-view.js';
import type { Part } from './part.js';

export const routesPart = (filter: RouteFilter): Part => ({
  title: 'ROUTES',
  view: (dump) => routesView(dump, filter),
});

export const listenersPart = (filter: ListenerFilter): Part => ({
  title: 'LISTENERS',
  view: (dump) => listenersView(dump, filter),
});

export const clustersPart = (filter: ClusterFilter): Part => ({
  title: 'CLUSTERS',
  view: (dump) => clustersView(dump, filter),
});

export const endpointsPart = (filter: EndpointFilter): Part => ({
  title: 'ENDPOINTS',
  view: (dump) => endpointsView(dump, filter),
});

export const bootstrapPart = (): Part => ({ title: 'BOOTSTRAP', view: bootstrapView });

export const secretsPart = (filter: SecretFilter): Part => ({
  title: 'SECRETS',
  view: (dump) => secretsView(dump, filter),
});

export const extensionsPart = (filter: ExtensionFilter): Part => ({
  title: 'ECDS',
  view: (dump) => extensionsView(dump, filter),
});
