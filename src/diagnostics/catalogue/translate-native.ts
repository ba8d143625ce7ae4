import type { Entry } from '../entry.js';

/** The defects of the reference that concern the native protocols: AER04nn is Dn. */
export const translateNative = {
  AER0404: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D4',
    title: 'Read policy PREFER_REPLICA becomes PREFER_MASTER',
    text: 'readPolicy is PREFER_REPLICA, but Aeraki writes PREFER_MASTER, so reads go to the master as long as it is up. Use REPLICA or ANY if replicas are to serve reads.',
    explanation:
      'The control plane translates the policy wrongly: reads prefer the master, and the replicas are only asked when it is down. `REPLICA` and `ANY` are translated rightly.',
    cure: 'Use `readPolicy: REPLICA` (replicas only) or `ANY`, or print the right filter with `--fixed`.',
  },
  AER0405: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D5',
    title: 'Redis ports bound to the first port of the service',
    text: 'Aeraki puts the filter of every Redis port of {host} on the first port of the service, {first}; only that for port {last} stays, so a client of port {first} reaches port {last}. Make one service for each Redis port, with that port first.',
    explanation:
      'The filters of all Redis ports of a service get the name and the listener of its first port, even if that is none for Redis. Each replaces the one before, so the last one wins, and the other listeners stay plain TCP.',
    cure: 'Describe each Redis port by a Service or ServiceEntry of its own, or print the right filters with `--fixed`.',
  },
  AER0406: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D6',
    title: 'Redis mirror to the port of the route',
    text: 'The mirror to {host} should go to port {own}, but Aeraki takes the port of the route, {taken}. Give the mirror the same port as the route, or let both hosts listen on the same one.',
    explanation:
      'The control plane reads the port of a mirror from the route that it mirrors. When the ports differ, the mirrored commands go to a cluster that does not exist, or to another service.',
    cure: 'Use one port for the route and its mirrors, or print the right filter with `--fixed`.',
  },
  AER0407: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D7',
    title: 'Port that Aeraki forgets',
    text: 'Aeraki {effect}. Make a service of its own for each port.',
    explanation:
      'The Dubbo, Thrift, Kafka and ZooKeeper generators look at the first port of a service only, whatever its name says, and a service whose ports have several protocols gets the filters of the first of them.',
    cure: 'Describe each port by a Service or ServiceEntry of its own, or print the filters of every port with `--fixed`.',
  },
  AER0408: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D8',
    title: 'Conditions of a route that are dropped',
    text: 'Aeraki {effect}. Write one http entry with one match for each condition (Dubbo), or use --fixed for a filter that has them all.',
    explanation:
      'Of the matches of an `http` entry the Dubbo generator reads the first one; the Thrift generator reads none, so the first entry of the VirtualService gets all calls.',
    cure: 'For Dubbo, write an `http` entry for each match. For Thrift there is no way round it but `--fixed`, whose filter you apply by hand, or MetaProtocol.',
  },
  AER0409: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D9',
    title: 'TCP keepalive of a RedisDestination',
    text: 'This tcpKeepalive crashes Aeraki, and no rule of the mesh is updated any more. Remove it.',
    explanation:
      'The control plane writes the keepalive into a structure that it has not made, and crashes. An empty `tcpKeepalive` does no harm.',
    cure: 'Remove `tcpKeepalive`. `--fixed` prints the cluster with it.',
  },
  AER0412: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D12',
    title: 'User name in a Secret not taken',
    text: 'Secret {namespace}/{secret} has a key `username`, but Aeraki does not look at it unless usernameField names it: clients log in without a user name. Set usernameField: username.',
    explanation:
      'The documented default of `usernameField`, `username`, is never applied by the control plane, so only the password is used.',
    cure: 'Write `usernameField: username`.',
  },
  AER0417: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D17',
    title: 'Redis mirror without a percentage',
    text: 'This is {what}, on which Aeraki crashes. {result} Write percentage: {value: 100} to mirror everything.',
    explanation:
      'The control plane reads the percentage of a mirror without looking whether it is there, and crashes. No rule of the mesh is updated until the RedisService is mended.',
    cure: 'Set `percentage.value`. Corrected (`--fixed`), an absent one means 100 %.',
  },
  AER0418: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D18',
    title: 'Dubbo service without its interface',
    text: '{host} has no annotation `interface`: {effect}. Cure: {cure}.',
    explanation:
      'The route configuration of the Dubbo proxy is for one Java interface, whose name Aeraki takes from the annotation `interface` of the ServiceEntry. Without it the reference prints an outbound filter with an empty configuration; Envoy refuses the listener ("DubboProxyValidationError.StatPrefix: value length must be at least 1 characters"). The annotations of a core Service are not carried over, so there it is always so.',
    cure: 'Describe the service by a ServiceEntry with the annotation `interface: <full name of the Java interface>`, or use MetaProtocol (`tcp-metaprotocol-dubbo`).',
  },
  AER0420: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D20',
    title: 'Dubbo authorization rules that overwrite each other',
    text: 'Aeraki {effect}. Keep to one policy with one rule for each action in the namespace, or use --fixed.',
    explanation:
      'The control plane names each rule after the policy that stands at the *number of the rule* in the list of policies of that action, not after its own policy. Rules with the same number in several policies get one key, and the last overwrites the others: a DENY is silently lost. A rule whose number is beyond the list crashes the control plane.',
    cure: 'Keep one policy with one rule for each action in a namespace (put several operations into the `to` of that rule), or apply the filter that `--fixed` prints.',
  },
  AER0422: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D22',
    title: 'Extension without its typed configuration',
    text: 'Aeraki names {part} without a typed configuration, and a current Envoy (seen with 1.40) refuses such a {place}. Print it with --fixed, or keep to the proxy that Aeraki was released with.',
    explanation:
      "Older proxies found an extension by its name alone. Newer ones want the typed configuration (\"Didn't find a registered implementation for 'envoy.filters.thrift.router' with type URL: ''\"); the listener or cluster is then refused as a whole.",
    cure: 'Use `--fixed`, which adds the typed configuration, or a proxy of the time of Aeraki 1.4.',
  },
  AER0424: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D24',
    title: 'VirtualService entry without a destination',
    text: 'http entry {index} has {what}, on which Aeraki crashes. {result} Give it a route with a destination.',
    explanation:
      'The Dubbo and Thrift generators take the destination of every `http` entry without looking whether there is one. A redirect, a delegate or a direct response crashes the control plane, and no rule of the mesh is updated.',
    cure: 'Give the entry a `route` with a `destination`, or move it to a VirtualService of an HTTP host.',
  },
  AER0425: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D25',
    title: 'Incomplete Redis rule',
    text: 'This is {what}, on which Aeraki crashes. {result} Complete it.',
    explanation:
      'The CRD allows a fault without `percentage`, and a `redis` entry or a mirror without `route`; the control plane reads them without looking, and crashes. No rule of the mesh is updated until the RedisService is mended.',
    cure: 'Write the missing field. Corrected (`--fixed`), a fault without a percentage hits 100 % of the commands; an entry or a mirror without a route is left out.',
  },
  AER0426: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D26',
    title: 'Redis resource that cannot be decoded',
    text: '{reason}. {effect}; correct the value.',
    explanation:
      'The CRD takes any text for a duration and any whole number for a port or a size; the control plane takes durations in Go notation and numbers of 32 bits. It reads the resources of a namespace in one list, which fails as a whole: every RedisService of the namespace is ignored (their services have the default proxy), or every RedisDestination (no cluster is changed).',
    cure: 'Write durations as `5s`, `250ms` or `1m30s`, ports and sizes as whole numbers from 0 to 4294967295.',
  },
} as const satisfies Record<string, Entry>;
