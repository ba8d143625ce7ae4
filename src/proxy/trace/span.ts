import { isIPv6 } from 'node:net';
import type { RequestRecord } from '../downstream/record.js';
import { type Outcome, outcomes } from '../outcome.js';

/** Whose spans they are. */
export interface SpanNode {
  /** Zipkin's name of the service: the cluster of the node. */
  readonly service: string;
  readonly id: string;
}

/** The proxy ends a span with what the server, or its connection, did; what it answers itself leaves none. */
const ended: ReadonlySet<Outcome> = new Set([
  outcomes.answered,
  outcomes.exception,
  outcomes.badResponse,
  outcomes.incomplete,
  outcomes.upstreamGone,
]);

/**
 * The span of a request that is over, as a JSON object of Zipkin's v2 API, with the names and tags that the MetaProtocol
 * proxy gives it (tracer_impl.cc); undefined: it has none.
 */
export function zipkinSpan(record: RequestRecord, node: SpanNode): string | undefined {
  const { passage, outcome } = record;
  const { span } = passage;
  if (span === undefined || !span.sampled || !ended.has(outcome)) return undefined;
  const { host, port } = record.downstreamLocal;
  const inbound = record.listener.inbound === true;
  return JSON.stringify({
    traceId: span.traceId,
    id: span.id,
    ...(span.parentId !== undefined && { parentId: span.parentId }),
    kind: inbound ? 'SERVER' : 'CLIENT',
    name: nameOf(record, inbound),
    timestamp: Math.round(record.startTime * 1000),
    duration: Math.max(1, Math.round(record.duration * 1000)),
    localEndpoint: { serviceName: node.service, [isIPv6(host) ? 'ipv6' : 'ipv4']: host, port },
    tags: tagsOf(record, node),
  });
}

/** Both directions begin with `ingress`, for the proxy does not ask which one it is. */
function nameOf({ attributes }: RequestRecord, inbound: boolean): string {
  if (inbound) return 'ingress';
  const service = attributes.get('interface') ?? attributes.get('callee');
  const method = attributes.get('method') ?? attributes.get('func');
  const operation = [service, method].filter((part) => part !== undefined && part !== '').join('/');
  return operation === '' ? 'ingress' : `ingress ${operation}`;
}

function tagsOf(record: RequestRecord, node: SpanNode): Readonly<Record<string, string>> {
  const { passage, attributes, cluster = '', outcome } = record;
  const { message, answer } = passage;
  const failed = outcome === outcomes.exception ? record.answersError : outcome !== outcomes.answered;
  const client = attributes.get('x-client-trace-id');
  const { requestBytes = message.bytes.length, responseBytes = 0 } = record.counted ?? {};
  return {
    component: 'proxy',
    'guid:x-request-id': record.requestId,
    ...(client !== undefined && { 'guid:x-client-trace-id': client }),
    node_id: node.id,
    'peer.address': record.downstreamRemote.host,
    request_size: String(requestBytes),
    ...(message.id !== undefined && { request_id: String(message.id) }),
    upstream_cluster: cluster,
    'upstream_cluster.name': cluster,
    ...prefixed('request metadata: ', attributes),
    ...(answer !== undefined && { response_size: String(responseBytes) }),
    ...prefixed('response metadata: ', answer?.attributes ?? []),
    ...(failed && { error: 'true' }),
  };
}

function prefixed(prefix: string, pairs: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return Object.fromEntries([...pairs].map(([name, value]) => [`${prefix}${name}`, value]));
}
