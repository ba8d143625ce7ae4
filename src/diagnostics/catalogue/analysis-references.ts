import type { Entry } from '../entry.js';

/** AER03xx: rules for something that is not there, and several rules for one thing. */
export const analysisReferences = {
  AER0301: {
    severity: 'warning',
    layer: 'analysis',
    title: 'MetaRouter for a host that no service has',
    text: 'No service has the host {host}, so this MetaRouter does nothing.{hint} Correct the host, or add the service to the inputs.',
    explanation:
      'The control plane looks for the MetaRouter of each service by the first host of the service, letter by letter. Short names are not completed.',
    cure: 'Use the full host of a ServiceEntry, or <name>.<namespace>.svc.cluster.local of a Service.',
  },
  AER0302: {
    severity: 'warning',
    layer: 'analysis',
    title: 'MetaRouter for a service without a metaprotocol port',
    text: 'The service {host} has no metaprotocol port, so this MetaRouter does nothing. {cure}',
    explanation: 'Only ports whose name says metaprotocol get the filters that look at MetaRouters.',
    cure: 'Rename the port of the service, as in tcp-metaprotocol-dubbo.',
  },
  AER0303: {
    severity: 'warning',
    layer: 'analysis',
    title: 'MetaRouter for a further host of a service',
    text: 'Aeraki knows the service of {host} by its first host {first} only, so this MetaRouter does nothing. Use that host.',
    explanation: 'Of the hosts of a ServiceEntry the control plane looks at the first.',
    cure: 'Write the MetaRouter for the first host, or make a ServiceEntry for each host.',
  },
  AER0304: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Destination that no service has',
    text: 'No service has the host {host}, so requests that go there fail.{hint} Correct the host, or add the service to the inputs.',
    explanation:
      'The destination becomes the name of a cluster of the proxy, which is there only when a service has exactly this host. Short names are not completed.',
    cure: 'Use the full host of a service.',
  },
  AER0305: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Destination port that the service does not have',
    text: 'The service {host} has no port {port}{own} (it has {known}). Use one of its ports.',
    explanation: 'The proxy has a cluster for each port of a service, and none for other ports.',
    cure: 'Use the number of a port of the service.',
  },
  AER0306: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Subset that no DestinationRule defines',
    text: 'The subset {subset} of {host} is in no DestinationRule for that host ({known}). Define it, or correct the name.',
    explanation:
      'A subset is a cluster that a DestinationRule makes; without it the cluster is not there, and requests that go to it fail.',
    cure: 'Add the subset to the DestinationRule of the host.',
  },
  AER0307: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Several MetaRouters for one host',
    text: 'Only one MetaRouter works for {host}: {winner} ({where}) was read first, this one is ignored. Put all routes into one.',
    explanation:
      'The control plane takes the first MetaRouter that it finds for a host, and in a cluster their order is a matter of chance.',
    cure: 'Merge the MetaRouters.',
  },
  AER0308: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Several RedisServices for one host',
    text: 'Only one RedisService works for {host}: {winner} ({where}), the last by name; this one is ignored. Put everything into one.',
    explanation: 'Of several RedisServices of a namespace for one host the last by name counts.',
    cure: 'Merge the RedisServices.',
  },
  AER0309: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Several RedisDestinations for one host',
    text: 'Only one RedisDestination works for {host}: {winner} ({where}), the first by name; this one is ignored. Put everything into one.',
    explanation: 'Of several RedisDestinations of a namespace for one host the first by name counts.',
    cure: 'Merge the RedisDestinations.',
  },
  AER0310: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Several DestinationRules for one host',
    text: 'Aeraki takes the hash policy for {host} from {winner} ({where}), which was read first; that of this one is ignored. Put everything into one.',
    explanation:
      'Istio merges the subsets of several rules and takes the policies of one of them; Aeraki looks at the first rule only, and in a cluster their order is a matter of chance.',
    cure: 'Merge the DestinationRules.',
  },
  AER0326: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Rate-limit service that is not there',
    text: 'The proxy may have no cluster "{cluster}": {why}. Every request is refused then; {cure}.',
    explanation: 'The cluster that is named in rateLimitService must be one of the sidecar.',
    cure: 'Name the cluster of a service of the mesh.',
  },
  AER0327: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Gateway that is not there',
    text: 'The Gateway {gateway} is not among the inputs, so this MetaRouter gets no filter for it. Correct the name, or add it.',
    explanation: 'A MetaRouter is for the gateways that it names, as namespace/name, or a name in its own namespace.',
    cure: 'Correct the name of the gateway.',
  },
  AER0328: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Gateway without a matching port',
    text: 'The Gateway {gateway} has {has}, and {wanted}, so this MetaRouter gets no filter for it. Give a destination the port of a server.',
    explanation:
      'The control plane takes a MetaRouter for a server whose number is the port of one of the destinations, and whose port name says metaprotocol.',
    cure: 'Set destination.port.number to the port of the server.',
  },
  AER0333: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Redis rule for a host that no service has',
    text: 'No service has the host {host}, so this {kind} does nothing.{hint} Correct the host, or add the service to the inputs.',
    explanation: 'The control plane looks for the rules of each Redis service by its hosts, letter by letter.',
    cure: 'Use the full host of a service.',
  },
  AER0334: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Redis rule that does nothing',
    text: 'This {kind} does nothing for {host}: {why}. {cure}',
    explanation: 'A Redis service takes its rules from its own namespace.',
    cure: 'Name the Redis port of the service tcp-redis; put the rule into the namespace of the service.',
  },
  AER0335: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Policy without a Dubbo service',
    text: 'No native Dubbo service is in the namespace {namespace}, so this policy is not enforced: policies act on tcp-dubbo ports only{open}. {cure}.',
    explanation:
      'Policies are put into the inbound filters of the native Dubbo services of their namespace. MetaProtocol services with Dubbo as the application protocol have no such filter.',
    cure: 'Move the policy, or name the port of the service tcp-dubbo.',
  },
  AER0338: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Destination host that is not looked at',
    text: 'Aeraki sends this to {host}, whatever the destination: it does not look at "{found}". Use a MetaRouter, or the host of the service.',
    explanation: 'The routes of native Dubbo and Thrift services lead to the service itself and its subsets.',
    cure: 'Write the host of the service, or use MetaProtocol.',
  },
} as const satisfies Record<string, Entry>;
