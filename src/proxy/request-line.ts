import type { Note } from '../behaviour/notes.js';
import type { Message } from '../codec/codec.js';
import { type FailedMatcher, failedMatchers } from '../match/routes.js';
import { hostKey } from './balance/balancer.js';
import type { RequestRecord } from './downstream/record.js';
import { requestNotes } from './request-notes.js';

/** What is told of a request: what a rule saw of it, which route it took, why, and how it ended. Plain data. */
export interface RequestLine {
  /** RFC 3339, with milliseconds. */
  readonly time: string;
  readonly client: string;
  readonly service: string;
  readonly protocol: string;
  readonly kind: 'request' | 'one-way' | 'stream' | 'heartbeat';
  /** The id that the client gave, in decimal; null where the protocol has none. */
  readonly id: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** null: no route matches. */
  readonly route: string | null;
  /** The matchers of the route that was taken, all of which match; empty for one that takes everything. */
  readonly because: readonly { readonly attribute: string; readonly matcher: string; readonly expected: string }[];
  /** The routes before it, each with what failed. */
  readonly tried: readonly { readonly route: string; readonly failed: readonly FailedMatcher[] }[];
  readonly cluster: string | null;
  readonly endpoint: string | null;
  readonly mirrors: readonly string[];
  readonly requestMutation: Readonly<Record<string, string>>;
  readonly responseMutation: Readonly<Record<string, string>>;
  /** The fault of `--fault` that was done to it; null: none. */
  readonly fault: string | null;
  readonly ok: boolean;
  /** Words for a person. */
  readonly result: string;
  /** Envoy's response code details and response flags. */
  readonly details: string;
  readonly flags: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** What part of the request could not be read; null: nothing. */
  readonly problem: string | null;
  /** What the proxy of that version does that one would not think; `aeraki explain` knows the codes. */
  readonly notes: readonly Note[];
}

export function requestLine(record: RequestRecord): RequestLine {
  const { passage, outcome, upstream } = record;
  const { message, plan, choice, failure } = passage;
  const routes = choice?.service.routes().routes ?? [];
  const before = choice?.route === undefined ? routes : routes.slice(0, choice.route.index);
  const { host, port } = record.listener.service;
  const why = failure === undefined || outcome.code === 0 ? '' : `: ${failure}`;
  return {
    time: new Date(record.startTime).toISOString(),
    client: hostKey(record.downstreamRemote),
    service: `${host}:${port}`,
    protocol: record.listener.applicationProtocol,
    kind: record.kind,
    id: idOf(message),
    attributes: Object.fromEntries(record.attributes),
    route: plan?.label ?? null,
    because: (choice?.route?.matchers ?? []).map(({ name, kind, expected }) => ({
      attribute: name,
      matcher: kind,
      expected,
    })),
    tried: before.map((route) => ({ route: route.label, failed: failedMatchers(route, record.attributes) })),
    cluster: record.cluster ?? null,
    endpoint: upstream === undefined ? null : hostKey(upstream),
    mirrors: passage.mirrored,
    requestMutation: Object.fromEntries(plan?.requestMutation ?? []),
    responseMutation: Object.fromEntries(plan?.responseMutation ?? []),
    fault: record.fault ?? null,
    ok: outcome.code === 0,
    result: `${outcome.says}${why}`,
    details: outcome.details,
    flags: record.fault === undefined ? outcome.flags : record.responseFlags || outcome.flags,
    duration: Math.round(record.duration * 1000) / 1000,
    bytesReceived: passage.bytesReceived,
    bytesSent: passage.bytesSent,
    problem: message.problem ?? null,
    notes: requestNotes(record),
  };
}

function idOf({ id }: Message): string | null {
  return id === undefined ? null : String(id);
}
