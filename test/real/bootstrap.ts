import type { JsonObject } from '../../src/model/envoy.js';
import type { Bootstrap } from './parts/envoy.js';

const types = 'type.googleapis.com/envoy.extensions';

/** A listener on a free loopback port with these network filters. */
export function listener(name: string, filters: readonly unknown[], more: JsonObject = {}): JsonObject {
  return {
    name,
    address: { socketAddress: { address: '127.0.0.1', portValue: 0 } },
    filterChains: [{ filters: filters as JsonObject[], ...more }],
  };
}

/** An http_connection_manager; `routeConfig` is an envoy.config.route.v3.RouteConfiguration. */
export function httpConnectionManager(routeConfig: unknown, filters: readonly JsonObject[] = []): JsonObject {
  return {
    name: 'envoy.filters.network.http_connection_manager',
    typedConfig: {
      '@type': `${types}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
      statPrefix: 'test',
      routeConfig: routeConfig as JsonObject,
      httpFilters: [
        ...filters,
        { name: 'envoy.filters.http.router', typedConfig: { '@type': `${types}.filters.http.router.v3.Router` } },
      ],
    },
  };
}

/** The filter that ends a chain of filters which only look on. */
export function tcpProxy(cluster: string): JsonObject {
  return {
    name: 'envoy.filters.network.tcp_proxy',
    typedConfig: { '@type': `${types}.filters.network.tcp_proxy.v3.TcpProxy`, statPrefix: 'test', cluster },
  };
}

/** A cluster with these loopback ports as its endpoints. */
export function staticCluster(name: string, ports: readonly number[], more: JsonObject = {}): JsonObject {
  return { name, type: 'STATIC', connectTimeout: '5s', loadAssignment: loadAssignment(name, ports), ...more };
}

/** The endpoints of a cluster: these loopback ports. */
export function loadAssignment(clusterName: string, ports: readonly number[]): JsonObject {
  const lbEndpoints = ports.map((portValue) => ({
    endpoint: { address: { socketAddress: { address: '127.0.0.1', portValue } } },
  }));
  return { clusterName, endpoints: [{ lbEndpoints }] };
}

/** A bootstrap with an ADS server that is never there, for clusters whose endpoints come over ADS. */
export function withAds(listeners: readonly JsonObject[], clusters: readonly JsonObject[]): Bootstrap {
  const grpcServices = [{ envoyGrpc: { clusterName: 'ads-of-the-test' } }];
  return {
    dynamicResources: { adsConfig: { apiType: 'GRPC', transportApiVersion: 'V3', grpcServices } },
    staticResources: { listeners, clusters: [staticCluster('ads-of-the-test', [1]), ...clusters] },
  };
}
