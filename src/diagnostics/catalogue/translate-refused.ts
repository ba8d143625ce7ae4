import type { Entry } from '../entry.js';

/** AER0444 and up: what the reference prints although every proxy refuses it, and what it leaves out. */
export const translateRefused = {
  AER0444: {
    severity: 'error',
    layer: 'analysis',
    title: 'Application protocol without a codec',
    text: 'ApplicationProtocol {name} gives {protocol} no codec, so the filters of port "{port}" name none and every proxy refuses them. Set `spec.codec`.',
    explanation:
      'The control plane takes every ApplicationProtocol as it is: one without `codec` replaces what was known for its protocol, a built-in codec too, with nothing. The proxy wants the name of a codec in the filter and refuses the listener without it.',
    cure: 'Set `spec.codec`, for example `aeraki.meta_protocol.codec.dubbo`, or remove the ApplicationProtocol if the codec is built in.',
  },
  AER0445: {
    severity: 'error',
    layer: 'analysis',
    title: 'Sampling out of range',
    text: 'The mesh config sets tracing.sampling to {value}: it is copied into every MetaProtocol filter, and a proxy refuses what is not from 0 to 100. Write a percentage.',
    explanation:
      '`defaultConfig.tracing.sampling` is a percentage. Aeraki copies it as it is, and the proto rule of the proxy takes a number from 0 to 100 only, so every MetaProtocol listener of the mesh is refused.',
    cure: 'Write a number from 0 to 100, or turn tracing off.',
  },
  AER0446: {
    severity: 'error',
    layer: 'analysis',
    title: 'Header match without a name',
    text: 'Match {position} of http entry {index} has a header whose name is empty, and every proxy refuses the filter. Name the header, or remove the condition.',
    explanation:
      'A header condition of a Dubbo route needs a name of at least one character (proto rule of HeaderMatcher).',
    cure: 'Write the name of the attachment, or remove the condition.',
  },
  AER0447: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Part of a route that the protocol does not have',
    text: '`{field}` of http entry {index} is not carried over to a {protocol} route: {effect}. Remove it{cure}.',
    explanation:
      'Of an `http` entry of a VirtualService the native generators take `match` and `route`. Time limits, retries, faults, mirrors and rewrites are left out without a word.',
    cure: 'Set it in the client (timeouts, retries), or move the service to MetaProtocol, whose MetaRouter has `mirror`, `requestMutation` and rate limits.',
  },
} as const satisfies Record<string, Entry>;
