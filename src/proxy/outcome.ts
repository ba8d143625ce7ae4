import type { ReplyError } from '../codec/codec.js';

/** How a request ended: Envoy's response flags and details, and what the client is told. */
export interface Outcome {
  /** 0: answered well, 1: not (MetaProtocol's ResponseStatus). */
  readonly code: 0 | 1;
  /** Envoy's response code details. */
  readonly details: string;
  /** Envoy's response flags. */
  readonly flags: string;
  /** The kind of the codec's error reply. */
  readonly reply: ReplyError['kind'];
  /** For a person, in the line of the request and in the error reply. */
  readonly says: string;
  /** Whether the client is told; else it has its answer, or there is nobody to tell. */
  readonly tells: boolean;
  /** The details in the access log of the MetaProtocol proxy; undefined: it writes no line. */
  readonly logs: string | undefined;
}

interface More {
  readonly reply?: Outcome['reply'];
  readonly logs?: string;
  readonly tells?: boolean;
}

function outcome(details: string, flags: string, says: string, more: More = {}): Outcome {
  const { reply = 'other', logs, tells = true } = more;
  return { code: 1, details, flags, reply, says, tells, logs };
}

const silent = { tells: false } as const;
const answered = { ...silent, logs: '' } as const;

export const outcomes = {
  answered: { ...outcome('via_upstream', '', 'ok', answered), code: 0 } as Outcome,
  /** Sent on; nobody waits for an answer. */
  sent: { ...outcome('via_upstream', '', 'ok', silent), code: 0 } as Outcome,
  exception: outcome('via_upstream', '', 'the server answered with an error', answered),
  noRoute: outcome('route_not_found', 'NR', 'no route matches', { reply: 'no-route', logs: 'no_matched_route' }),
  noRules: outcome('route_configuration_not_found', 'NR', 'there is no route configuration', {
    reply: 'no-route',
    logs: 'no_matched_route',
  }),
  noCluster: outcome('cluster_not_found', 'NC', 'no such cluster', { logs: 'unknown_cluster' }),
  noUpstream: outcome('no_healthy_upstream', 'UH', 'the cluster has no endpoint', { logs: 'no_healthy_upstream' }),
  notConnected: outcome('upstream_connect_failure', 'UF', 'no endpoint could be reached'),
  upstreamGone: outcome('upstream_reset_before_response_started{connection_termination}', 'UC', 'the server closed'),
  /** Gone in the middle of an answer. */
  incomplete: outcome('upstream_reset_after_response_started{connection_termination}', 'UC', 'the server closed', {
    logs: 'upstream_response_incomplete',
  }),
  badResponse: outcome('upstream_protocol_error', 'UPE', 'the answer cannot be read', {
    reply: 'bad-response',
    logs: 'upstream_reset',
  }),
  timedOut: outcome('response_timeout', 'UT', 'no answer in time'),
  overflow: outcome('upstream_overflow', 'UO', 'too many connections'),
  localLimit: outcome('local_rate_limited', 'RL', 'refused by the local rate limit'),
  globalLimit: outcome('request_rate_limited', 'RL', 'refused by the global rate limit'),
  limitService: outcome('rate_limiter_error', 'RLSE', 'the rate limit service did not answer'),
  /** A fault of `--fault`. */
  faultAborted: outcome('fault_filter_abort', 'FI', 'aborted by a fault of aeraki proxy', {
    logs: 'fault_filter_abort',
  }),
  unreadable: outcome('downstream_protocol_error', 'DPE', 'the request cannot be passed on: it has no id'),
  clientGone: outcome('downstream_remote_disconnect', 'DC', 'the client went away', silent),
  dropped: outcome('dropped', 'DI', 'dropped: a message that wants no answer', silent),
  closes: outcome('downstream_protocol_error', 'DPE', 'the connection is closed', silent),
  crashed: outcome('crashed', '', 'the sidecar would crash, the connection is closed', silent),
} as const;
