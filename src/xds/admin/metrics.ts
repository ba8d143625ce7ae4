import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { XdsEvent } from '../event.js';
import type { Hub } from '../hub.js';

/** What `/metrics` tells, in the text format of Prometheus. */
export class Metrics {
  readonly #registry: Registry;
  readonly #events: Counter<'event'>;

  /** @param registry that others put their metrics in too */
  constructor(hub: Hub, registry = new Registry()) {
    this.#registry = registry;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#events = new Counter({
      name: 'aeraki_xds_events_total',
      help: 'Connects, subscriptions, acceptances (ack), refusals (nack) and disconnects.',
      labelNames: ['event'],
      registers,
    });
    for (const event of ['connect', 'subscribe', 'unsubscribe', 'ack', 'nack', 'ignored', 'disconnect'] as const) {
      this.#events.inc({ event }, 0);
    }
    const pushes = new Histogram({
      name: 'aeraki_xds_push_seconds',
      help: 'From when a change was published until a stream accepted it.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    hub.pushes.took = (milliseconds) => pushes.observe(milliseconds / 1000);
    const gauges: readonly [string, string, () => number][] = [
      ['aeraki_xds_streams', 'Streams that are open.', () => hub.subscribers.size],
      ['aeraki_xds_resources', 'Route configurations that are served.', () => hub.snapshot.resources.size],
      [
        'aeraki_xds_refused_resources',
        'Route configurations that a stream has refused and not accepted since, summed over all streams.',
        () => [...hub.subscribers].reduce((sum, { refused }) => sum + refused.size, 0),
      ],
    ];
    const totals: readonly [string, string, () => number][] = [
      ['aeraki_xds_responses_total', 'Responses that were sent.', () => hub.sent.responses],
      ['aeraki_xds_response_bytes_total', 'Bytes of all responses that were sent.', () => hub.sent.bytes],
      ['aeraki_xds_serialised_total', 'Responses that were serialised.', () => hub.sent.serialised],
    ];
    for (const [name, help, value] of totals) {
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(value());
        },
      });
    }
    for (const [name, help, value] of gauges) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    }
  }

  count({ event }: XdsEvent): void {
    this.#events.inc({ event });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
