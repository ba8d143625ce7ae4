import type { Protocol } from '../protocol.js';
import type { NetworkFilter } from '../shared/filters.js';
import { observingFilters } from '../shared/observing-filter.js';

const filter: NetworkFilter = {
  name: 'envoy.filters.network.zookeeper_proxy',
  type: 'envoy.extensions.filters.network.zookeeper_proxy.v3.ZooKeeperProxy',
  operation: 'INSERT_BEFORE',
};

/** ZooKeeper: translation.md section 10. */
export const zookeeper: Protocol = {
  name: 'zookeeper',
  generate: (service, context) => observingFilters('zookeeper', filter, service, context),
};
