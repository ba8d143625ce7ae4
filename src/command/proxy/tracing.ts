import { type Address, parseAddress } from '../../envoy/address.js';
import type { Stats } from '../../proxy/stats/registry.js';
import type { SpanNode } from '../../proxy/trace/span.js';
import type { Tracer } from '../../proxy/trace/tracer.js';
import { UsageError } from '../shell/errors.js';
import type { ProxyFlags } from './flags.js';

/** Where spans go to, and whose they are. */
export interface Tracing {
  readonly collector: Address;
  readonly node: SpanNode;
}

/**
 * The collector of `--trace-collector`, else the one that the mesh config names (`configured`, `HOST:PORT` or ''), for a
 * sidecar has it from there too. Undefined: nothing is reported. Raises `UsageError`.
 */
export function tracingOf(flags: ProxyFlags, configured: string, node: SpanNode): Tracing | undefined {
  const { 'trace-collector': given, 'proxy-version': version } = flags;
  if (given === undefined) {
    const collector = version === 'ideal' ? undefined : parseAddress(configured);
    return collector && { collector, node };
  }
  const collector = parseAddress(given);
  if (collector === undefined) {
    throw new UsageError(
      `--trace-collector ${given} is not HOST:PORT. Write for example --trace-collector 127.0.0.1:9411.`,
    );
  }
  if (version === 'ideal') {
    throw new UsageError(
      '--proxy-version ideal puts no headers to requests and traces nothing. Leave --trace-collector out, or name another version.',
    );
  }
  return { collector, node };
}

export async function startTracer(
  { collector, node }: Tracing,
  stats: Stats,
  trouble: (message: string) => void,
): Promise<Tracer> {
  const { ZipkinCollector } = await import('../../proxy/trace/collector.js');
  const { Tracer } = await import('../../proxy/trace/tracer.js');
  return new Tracer(new ZipkinCollector({ address: collector, stats, trouble }), node);
}
