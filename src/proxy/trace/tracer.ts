import type { RequestRecord } from '../downstream/record.js';
import type { ZipkinCollector } from './collector.js';
import { type SpanNode, zipkinSpan } from './span.js';

/** Reports a span of each traced request that is over. */
export class Tracer {
  readonly #collector: ZipkinCollector;
  readonly #node: SpanNode;

  constructor(collector: ZipkinCollector, node: SpanNode) {
    this.#collector = collector;
    this.#node = node;
  }

  readonly observe = (record: RequestRecord): void => {
    const span = zipkinSpan(record, this.#node);
    if (span !== undefined) this.#collector.add(span);
  };

  close(): Promise<void> {
    return this.#collector.close();
  }
}
