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
}

const outcome = (details: string, flags: string, says: string, reply: Outcome['reply'] = 'other'): Outcome => ({
  code: 1,
  details,
  flags,
  reply,
  says,
});

export const outcomes = {
  answered: { code: 0, details: 'via_upstream', flags: '', reply: 'other', says: 'ok' } as Outcome,
  exception: outcome('via_upstream', '', 'the server answered with an error'),
  noRoute: outcome('route_not_found', 'NR', 'no route matches', 'no-route'),
  noRules: outcome('route_configuration_not_found', 'NR', 'there is no route configuration', 'no-route'),
  noCluster: outcome('cluster_not_found', 'NC', 'no such cluster'),
  noUpstream: outcome('no_healthy_upstream', 'UH', 'the cluster has no endpoint'),
  notConnected: outcome('upstream_connect_failure', 'UF', 'no endpoint could be reached'),
  upstreamGone: outcome('upstream_reset_before_response_started{connection_termination}', 'UC', 'the server closed'),
  badResponse: outcome('upstream_protocol_error', 'UPE', 'the answer cannot be read', 'bad-response'),
  timedOut: outcome('response_timeout', 'UT', 'no answer in time'),
  overflow: outcome('upstream_overflow', 'UO', 'too many requests wait for a connection'),
  localLimit: outcome('local_rate_limited', 'RL', 'refused by the local rate limit'),
  globalLimit: outcome('request_rate_limited', 'RL', 'refused by the global rate limit'),
  limitService: outcome('rate_limiter_error', 'RLSE', 'the rate limit service did not answer'),
  unreadable: outcome('downstream_protocol_error', 'DPE', 'the request cannot be passed on: it has no id'),
  clientGone: outcome('downstream_remote_disconnect', 'DC', 'the client went away'),
} as const;
