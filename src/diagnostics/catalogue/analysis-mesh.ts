import type { Entry } from '../entry.js';

const layer = 'analysis';

/** AER0809 and on: rules that are valid, and which the MetaProtocol proxy of the mesh does not do as they say. */
export const analysisMesh = {
  AER0809: {
    severity: 'warning',
    layer,
    title: 'Mutation of the response, which no proxy applies',
    text: 'responseMutation has no effect: no release of the MetaProtocol proxy applies it. Remove it, and set the attribute at the server.',
    explanation:
      'The field travels to the proxy, whose router changes requests only. `aeraki proxy --proxy-version ideal` shows what it would do.',
    cure: 'Remove it; set the attachment at the server, or in a filter of the consumer.',
  },
  AER0810: {
    severity: 'info',
    layer,
    title: 'Refused Dubbo calls get no answer',
    text: 'A Dubbo call that this limit refuses gets no answer with a proxy of release 1.4.0 or newer: the consumer waits for its own time-out. Set a short timeout and retries=0 at the consumer, or use an image of the 1.3 line.',
    explanation:
      'Since 1.4.0 the Dubbo codec of the proxy writes nothing where it should write an error. A limit that is meant to protect the service then holds the threads of its consumers, which retry besides.',
    cure: 'Set timeout and retries at the consumer with the limit in mind, or use an image of the 1.3 line.',
  },
  AER0811: {
    retired: true,
    severity: 'info',
    layer,
    title: 'Dubbo calls without a route get no answer',
    text: 'No route takes every call, and a Dubbo call without a route gets no answer.',
    explanation: 'AER0348 stands at the same place, and says it too.',
    cure: 'See AER0348.',
  },
  AER0812: {
    severity: 'warning',
    layer,
    title: 'Hash of a name in another case',
    text: 'The codec ({codecs}) spells the attribute "{meant}", and a hash policy compares with case: "{attribute}" is always empty, so every request goes to one endpoint. Write httpHeaderName: {meant}.',
    explanation:
      'Matchers compare the names of attributes in lower case; hash policies and rate limit descriptors take them as the codec spells them.',
    cure: 'Write the name as the codec has it.',
  },
  AER0813: {
    severity: 'warning',
    layer,
    title: 'Descriptor of a name in another case',
    text: 'The codec ({codecs}) spells the attribute "{meant}", and a descriptor compares with case: "{attribute}" is always empty, so all requests are counted as one. Write property: {meant}.',
    explanation:
      'Matchers compare the names of attributes in lower case; hash policies and rate limit descriptors take them as the codec spells them.',
    cure: 'Write the name as the codec has it.',
  },
  AER0814: {
    severity: 'warning',
    layer,
    title: 'x-request-id before it is made',
    text: 'The proxy makes x-request-id after it has chosen the route and the endpoint, so {what} sees only what the client has sent itself. Use an attribute that the client sends.',
    explanation:
      'A request that has no x-request-id gets one in the router, when route, cluster and endpoint are chosen. Limits, which are in the sidecar of the server, do see it.',
    cure: 'Use an attribute that the client sends.',
  },
  AER0815: {
    severity: 'error',
    layer,
    title: 'Mutation that the proxy refuses',
    text: 'The proxy refuses the whole configuration because of the mutation {key}: {why}. {cure}',
    explanation:
      'Keys and values of a mutation travel as Envoy header values: at most 16384 octets long, without NUL and line ends, and the key not empty.',
    cure: 'Use a key and a value that the proxy takes.',
  },
} as const satisfies Record<string, Entry>;
