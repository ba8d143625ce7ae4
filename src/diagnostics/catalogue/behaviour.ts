import type { Entry } from '../entry.js';

const layer = 'analysis';
const severity = 'info';

/**
 * AER0944 to AER0960: the notes at a request in which the MetaProtocol proxy of the mesh does something else than one would
 * think (`--proxy-version`). The texts of the notes stand in src/behaviour/notes.ts.
 */
export const behaviour = {
  AER0944: {
    severity,
    layer,
    title: 'One-way call is dropped',
    text: 'dropped: one-way',
    explanation:
      'The MetaProtocol proxy has no way for a message that wants no answer: it counts it (request_oneway) and throws it away, without a route and without a line in the access log. The consumer sees no error. This holds for one-way calls of Dubbo and Thrift and of private protocols, in every release.',
    cure: 'Call the method so that it answers (Dubbo: return=true, the default; Thrift: without oneway), or take the port out of the mesh with traffic.sidecar.istio.io/excludeOutboundPorts.',
  },
  AER0945: {
    severity,
    layer,
    title: 'Consumer gets no answer',
    text: 'the consumer gets no answer',
    explanation:
      'Since release 1.4.0 the Dubbo codec of the proxy writes nothing where it should write an error. Where no route matches, a limit is reached, no server can be reached or its answer cannot be read, the consumer waits for its own time-out (1 s unless it says otherwise) and then retries. bRPC never had an error reply.',
    cure: 'Give the service a last route without conditions, set a short timeout and retries=0 at the consumer, or use an image of the 1.3 line.',
  },
  AER0946: {
    severity,
    layer,
    title: 'Connection is closed',
    text: 'closes the connection: {why}',
    explanation:
      'The Dubbo codec of the proxy takes Hessian 2 only (Dubbo 3.2 and newer may choose fastjson2), wants every name of the call, and arguments that it can read, of at most 16 MiB. For anything else, heartbeats too, it closes the connection of the client with all calls that are under way there, and counts request_decoding_error.',
    cure: 'Set the serialization hessian2 at the provider (dubbo.protocol.serialization=hessian2, prefer-serialization), and give the reference a version, if only "".',
  },
  AER0947: {
    severity,
    layer,
    title: 'Sidecar crashes',
    text: 'the sidecar crashes: {why}',
    explanation:
      'Releases from 1.4.0 on read the value of a Dubbo result as a text and its attachments as a map. A value of any other type, and a result without attachments (from a Dubbo older than 2.6.3, or for a consumer that old), make the proxy follow a null pointer: the sidecar ends, and every connection of the pod with it. Here only the connection of the client is closed.',
    cure: 'Use an image of the 1.3 line, or take Dubbo services whose methods return anything but texts out of the mesh.',
  },
  AER0948: {
    severity,
    layer,
    title: 'Answer that the proxy cannot read',
    text: 'the answer is thrown away: {why}',
    explanation:
      'Releases from 1.4.0 on cannot read a Dubbo result that is an exception, and no release reads an answer with the status 25, 35, 80 or 105, or with a body that is no result. The proxy closes the connection to the server, counts response_decoding_error, and the consumer gets an error that says so (1.3), or nothing (since 1.4.0).',
    cure: 'Use an image of the 1.3 line where services throw exceptions; return errors as values.',
  },
  AER0949: {
    severity,
    layer,
    title: 'No line in the access log',
    text: 'no access-log line',
    explanation:
      'The proxy writes its access log where an answer came back, or where it found no route or no cluster. A request that a limit refused, whose connection could not be made or was closed, a one-way call and a stream leave no line.',
    cure: 'Look at the counters of the filter instead: meta_protocol.<protocol>.<cluster>.local_response_business_exception, request_oneway, request_stream.',
  },
  AER0950: {
    severity,
    layer,
    title: 'Mutation of the response has no effect',
    text: 'responseMutation has no effect',
    explanation:
      'responseMutation is carried to the proxy, but no release applies it: the router changes requests only, and passes answers on as they are.',
    cure: 'Set the attachment at the server, or in a filter of the consumer.',
  },
  AER0951: {
    severity,
    layer,
    title: 'Name that is never found',
    text: '{what} {name} is always empty: {why}',
    explanation:
      'Hash policies and rate limit descriptors ask for an attribute by its name as the codec spells it, with upper and lower case; only matchers compare names in lower case. An attribute that is not found counts as an empty text, so that all requests go to one endpoint, or are counted as one.',
    cure: 'Write the name as the codec has it: `aeraki decode` shows it.',
  },
  AER0952: {
    severity,
    layer,
    title: 'x-request-id comes after the route',
    text: 'x-request-id is made after the route is chosen',
    explanation:
      'The proxy makes x-request-id once it has chosen route, cluster and endpoint. A rule or hash policy on it sees only what the client has sent itself.',
    cure: 'Use an attribute that the client sends.',
  },
  AER0953: {
    severity,
    layer,
    title: 'One-way call that is waited for',
    text: 'sent on, and its answer waited for in vain',
    explanation:
      'The tRPC codec of the proxy does not look at call_type: a one-way call is sent to the server like any other, and the proxy waits for the answer that never comes. Until the client closes its connection, the call counts as active and keeps an upstream connection to itself.',
    cure: 'Call the method so that it answers.',
  },
  AER0954: {
    severity,
    layer,
    title: 'Mutation does not reach a stream',
    text: 'requestMutation does not reach a stream',
    explanation:
      'The tRPC codec of the proxy changes requests and answers only; the frame that opens a stream passes as it is.',
    cure: 'Send the entry from the client.',
  },
  AER0955: {
    severity,
    layer,
    title: 'Mirrored although it was refused',
    text: 'mirrored although the service refused it',
    explanation:
      'The sidecar of the client sends the copy before the request reaches the sidecar of the server, which is where the limits are: the shadow gets more than the service.',
    cure: 'Give the shadow limits of its own, or lower mirrorPercentage.',
  },
  AER0956: {
    severity,
    layer,
    title: 'No other endpoint is tried',
    text: 'no other endpoint is tried',
    explanation:
      'When the connection to the chosen endpoint cannot be made, the proxy answers with an error at once. It neither tries another endpoint nor passes the dead one over, unless the DestinationRule has outlierDetection.',
    cure: 'Set outlierDetection in the DestinationRule, and retries at the client.',
  },
  AER0957: {
    severity,
    layer,
    title: 'Half-closed connection is closed',
    text: 'cancelled: the client has ended its side',
    explanation:
      'When a client has said all and closes its side of the connection, the proxy cancels what is under way and closes the other side as well; answers are lost.',
    cure: 'Keep the connection open until the last answer is there.',
  },
  AER0958: {
    severity,
    layer,
    title: 'Limit is counted in each server',
    text: 'the limit is counted in each server: {count}',
    explanation:
      'A local rate limit belongs to the sidecar of the server: every endpoint has buckets of its own, so two endpoints let twice as much through.',
    cure: 'Divide the limit by the number of endpoints, or use a global rate limit.',
  },
  AER0959: {
    severity,
    layer,
    title: 'Hash that cannot be relied on',
    text: 'the hash of {what} cannot be relied on',
    explanation:
      'The proxy keeps a view on a temporary text for each value that it hashes. Values of more than 22 octets, and lists of several names, may be hashed as whatever has come to stand in their place.',
    cure: 'Hash one attribute with short values.',
  },
  AER0960: {
    severity,
    layer,
    title: 'Connection limit of the cluster',
    text: 'too many connections',
    explanation:
      'Each request that is under way has an upstream connection to itself. Where the DestinationRule has connectionPool.tcp.maxConnections, further requests wait, and those above http1MaxPendingRequests are refused with "too many connections".',
    cure: 'Raise maxConnections to the number of requests that are under way at once.',
  },
} as const satisfies Record<string, Entry>;
