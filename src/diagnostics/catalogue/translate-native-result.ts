import type { Entry } from '../entry.js';

/** AER0460 and up: what the translation of the native protocols says that is no defect of the reference. */
export const translateNativeResult = {
  AER0460: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Condition that the protocol does not have',
    text: 'The condition `{condition}` is not carried over to a {protocol} route, which therefore takes more calls than the match says. Use method and headers only.',
    explanation:
      'Of the conditions of a VirtualService the native generators know `method` and `headers`. A match with others is translated as if they were not there.',
    cure: 'Remove the condition, or express it by `method` and `headers`.',
  },
  AER0461: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Secret is not among the inputs',
    text: 'Secret {namespace}/{secret} is not among the inputs. Without it Aeraki leaves out {lost}; add it to the inputs if it is in the cluster.',
    explanation:
      'The control plane reads the Secret from the namespace of the resource. When it is not there, it goes on as if the whole RedisService were absent, or leaves the cluster of a RedisDestination as Istio made it.',
    cure: 'Create the Secret, correct its name, or name the file that has it on the command line.',
  },
  AER0462: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Secret without a password',
    text: 'Secret {namespace}/{secret} gives no password: the key is absent or empty. Set it, or name its key by passwordField.',
    explanation:
      'The password is looked for under `passwordField`; without one under `password`, and only when that key is absent under `token`. White space around it is cut off. Without a password no login is configured.',
    cure: 'Put the password under `password`, or set `passwordField` to its key.',
  },
  AER0463: {
    severity: 'error',
    layer: 'analysis',
    title: 'Secret that is no text',
    text: 'Secret {namespace}/{secret} has a user name or password that is no UTF-8 text, which the proxy configuration cannot hold: Aeraki leaves out {lost} and the filter. Use text.',
    explanation: 'Envoy takes user name and password as text; the control plane fails to print the configuration.',
    cure: 'Store the password as UTF-8 text.',
  },
  AER0465: {
    severity: 'error',
    layer: 'analysis',
    title: 'Thrift route with a weight of 0',
    text: 'http entry {index} gives destination {position} the weight 0 (or none), and the Thrift proxy refuses the whole listener: each of several destinations needs at least 1. Set the weight, or remove the destination.',
    explanation:
      'Envoy\'s Thrift proxy wants a weight of at least 1 for each weighted cluster ("ClusterWeightValidationError.Weight: value must be greater than or equal to 1"). A weight that is not set is printed as 0.',
    cure: 'Give each destination a weight of at least 1; leave out one that is to get nothing.',
  },
  AER0466: {
    severity: 'error',
    layer: 'analysis',
    title: 'Method condition that the Thrift proxy cannot express',
    text: 'Match {position} of http entry {index} has a prefix or regular expression of the method; the Thrift proxy matches whole method names only, so the match is left out. Use exact.',
    explanation:
      "A route of Envoy's Thrift proxy matches one whole method name and headers. A regular expression that is a choice of plain names, `get|put`, becomes a route for each.",
    cure: 'Write a match with `exact` for each method.',
  },
  AER0467: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Malformed discovery endpoint',
    text: 'The discovery endpoint "{endpoint}" is neither host nor host:port, so Aeraki leaves the cluster as Istio made it. Write an IPv6 address in brackets with its port: [fd00::1]:6379.',
    explanation:
      'With an endpoint that it cannot split into host and port, such as a bare IPv6 address, the control plane gives up on the whole cluster: no Redis cluster mode, no login, no connection settings.',
    cure: 'Write `host`, `host:port` or `[IPv6 address]:port`.',
  },
  AER0468: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Redis port whose name begins otherwise',
    text: 'The port name "{port}" says redis, but Aeraki only programs Redis ports whose name begins with tcp-redis. Rename it.',
    explanation:
      'The second word of the name chooses the Redis generator, which then looks for ports whose name begins with `tcp-redis`, in lower case, and makes nothing for the others.',
    cure: 'Call the port `tcp-redis` or `tcp-redis-<anything>`.',
  },
  AER0469: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Passwords in the result',
    text: 'The result holds Redis user names or passwords in plain text, as the filter of the control plane does. Keep it where secrets are kept.',
    explanation:
      'The proxy takes the credentials inline, so they are part of the EnvoyFilter, whether they come from a Secret or from the resource itself.',
    cure: 'Do not commit or share the result; restrict who may read EnvoyFilters.',
  },
  AER0470: {
    severity: 'error',
    layer: 'analysis',
    title: 'Redis prefix used twice',
    text: 'The prefix "{prefix}" is used by an earlier entry too, and the proxy refuses the whole listener. Use each prefix once.',
    explanation:
      'Envoy looks prefixes up in a tree and refuses a second route for the same one ("prefix already exists"). Longer prefixes win over shorter ones whatever their order.',
    cure: 'Remove one of the entries, or change its prefix.',
  },
  AER0471: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Discovery endpoint that cannot be reached',
    text: 'The discovery endpoint "{endpoint}" is no host with a port from 1 to 65535. Write host, host:port or [IPv6 address]:port.',
    explanation:
      'A port that is empty or no number becomes 0, to which nothing connects; a port above 65535 or an empty host makes the proxy refuse the cluster; an IPv6 address in brackets without a port is taken for a name.',
    cure: 'Write `host`, `host:port` or `[IPv6 address]:port`.',
  },
} as const satisfies Record<string, Entry>;
