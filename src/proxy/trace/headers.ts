import { randomBytes, randomUUID } from 'node:crypto';
import { objectOf } from '../../envoy/proto-json.js';
import type { Attributes } from '../../match/attributes.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Listener } from '../config.js';
import type { World } from '../world.js';

/** The id of a request, and what is sent on with it. */
export interface TraceHeaders {
  readonly requestId: string;
  readonly headers: readonly (readonly [string, string])[];
  /** The span of this proxy; undefined: the request is not traced. */
  readonly span: SpanContext | undefined;
}

export interface SpanContext {
  /** In hexadecimal digits: 32 where the trace begins here, as Istio configures it; else as they came. */
  readonly traceId: string;
  readonly id: string;
  readonly parentId: string | undefined;
  /** Whether the client wants its span reported. */
  readonly sampled: boolean;
}

/** Where Envoy writes into a request's id why it is traced: 4 not, 9 sampled, a forced, b by the client. */
const REASON = 14;
const reasons = { none: '4', sampled: '9', forced: 'a', client: 'b' } as const;

/**
 * `x-request-id`, and where the filter has tracing the B3 headers of Zipkin, Istio's tracer by default
 * (router_impl.cc, traceRequest). The decision to sample is made where there is no id yet, from the id itself; a request
 * that has one keeps to what stands in it.
 */
export function traceHeaders(attributes: Attributes, listener: Listener, world: World): TraceHeaders {
  const given = attributes.get('x-request-id');
  const made = given ?? randomUUID();
  const tracing = listener.filter.tracing === undefined ? undefined : objectOf(listener.filter.tracing);
  if (tracing === undefined || !world.traits.addsHeaders) {
    return { requestId: made, headers: [['x-request-id', made]], span: undefined };
  }
  const reason = given === undefined ? firstReason(made, attributes, tracing) : made.charAt(REASON);
  const requestId = given ?? made.slice(0, REASON) + reason + made.slice(REASON + 1);
  if (reason === reasons.none || !Object.values<string>(reasons).includes(reason)) {
    return { requestId, headers: [['x-request-id', requestId]], span: undefined };
  }
  const parentId = attributes.get('x-b3-spanid');
  const traceId = attributes.get('x-b3-traceid') ?? randomBytes(16).toString('hex');
  const sampled = attributes.get('x-b3-sampled') ?? '1';
  const id = parentId === undefined ? traceId.slice(-16) : randomBytes(8).toString('hex');
  const span = { traceId, id, parentId, sampled: sampled === '1' };
  const headers: (readonly [string, string])[] = [
    ['x-request-id', requestId],
    ['x-b3-traceid', span.traceId],
    ['x-b3-spanid', span.id],
    ...(parentId === undefined ? [] : [['x-b3-parentspanid', parentId] as const]),
    ['x-b3-sampled', sampled],
  ];
  return { requestId, headers, span };
}

/** Whether a request that begins a trace is traced. Shares are percentages of the 10,000 that the id is divided into. */
function firstReason(id: string, attributes: Attributes, tracing: JsonObject): string {
  const share = (name: string) => Number(objectOf(tracing[name]).value ?? (tracing[name] === undefined ? 100 : 0));
  const lot = Number.parseInt(id.slice(0, 8), 16) % 10_000;
  const within = (name: string) => lot < share(name) * 100;
  const reason = attributes.has('x-client-trace-id')
    ? reasons.client
    : attributes.has('x-envoy-force-trace')
      ? reasons.forced
      : within('randomSampling')
        ? reasons.sampled
        : reasons.none;
  return within('overallSampling') ? reason : reasons.none;
}
