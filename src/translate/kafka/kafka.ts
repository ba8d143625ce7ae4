import type { Protocol } from '../protocol.js';
import type { NetworkFilter } from '../shared/filters.js';
import { observingFilters } from '../shared/observing-filter.js';

const filter: NetworkFilter = {
  name: 'envoy.filters.network.kafka_broker',
  type: 'envoy.extensions.filters.network.kafka_broker.v3.KafkaBroker',
  operation: 'INSERT_BEFORE',
};

/** Kafka: translation.md section 10. */
export const kafka: Protocol = {
  name: 'kafka',
  generate: (service, context) => observingFilters('kafka', filter, service, context),
};
