import type { Entry } from '../entry.js';

/** AER0340 and up: rules that look right and do nothing, and habits of other meshes. */
export const analysisHabits = {
  AER0340: {
    severity: 'info',
    layer: 'analysis',
    title: 'Attribute that nothing is likely to send',
    text: 'The {codec} codec makes {made} of a request, and "{attribute}" only exists if the application sends it. Did you mean "{meant}"?',
    explanation:
      'A codec gives every request a few attributes of its own; all others are what the application sends along (Dubbo attachments, trans_info of tRPC). A condition on a name that nobody sends never matches.',
    cure: 'Use the attribute of the codec, or keep the name if the application does send it.',
  },
  AER0341: {
    severity: 'warning',
    layer: 'analysis',
    title: 'VirtualService that has no effect',
    text: 'This VirtualService does nothing for {host}: Aeraki reads VirtualServices for native Dubbo and Thrift ports only, and its filter for port {port} replaces what Istio makes of them. {cure}',
    explanation:
      'On a metaprotocol or Redis port the filter of Aeraki takes the place of the tcp proxy; its routes come from a MetaRouter or RedisService. Only the generators of native Dubbo (`tcp-dubbo`) and Thrift (`tcp-thrift`) read a VirtualService.',
    cure: 'Write its routes as a MetaRouter (conditions under `match.attributes`), or a RedisService for Redis; subsets stay in the DestinationRule.',
  },
  AER0342: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Read policy without a Redis Cluster',
    text: 'readPolicy {policy} does nothing for {host}, which is no Redis Cluster to the proxy: reads go to any endpoint. Add a RedisDestination with connectionPool.redis.mode CLUSTER, or remove it.',
    explanation:
      'Envoy knows which endpoint is a primary and which a replica only from a Redis Cluster (`CLUSTER SLOTS`). For every other cluster the read policy is not looked at.',
    cure: 'If it is a Redis Cluster, say so in a RedisDestination of the host: `trafficPolicy.connectionPool.redis.mode: CLUSTER`. Otherwise make a service each for primary and replicas.',
  },
  AER0343: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Port that Istio does not take for TCP',
    text: 'Aeraki makes a {l7} filter for port "{name}", but Istio reads the port as {read}: there is no tcp proxy that the filter could match, so it does nothing. {cure}',
    explanation:
      'The filters of Aeraki stand in the place of, or before, the tcp proxy. Istio chooses the protocol of a Service’s port by `appProtocol`, else by the first word of its name, that of a ServiceEntry by `protocol`; for HTTP, TLS and UDP it makes other listeners.',
    cure: 'Let the name begin with `tcp-`, and write `protocol: TCP` and no other `appProtocol`.',
  },
  AER0344: {
    severity: 'warning',
    layer: 'analysis',
    title: 'exportTo without the namespace of the service',
    text: 'exportTo leaves out {namespace}, where the workloads of {host} are: the inbound filter lands where it selects nothing, and {effect}. Add {namespace}.',
    explanation:
      'With `exportTo` each filter is written to the namespaces that it names, the inbound one too. An EnvoyFilter selects workloads of its own namespace (in the root namespace: of all).',
    cure: 'Add the namespace of the service to `exportTo`.',
  },
  AER0345: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Codec name that is nearly one of the proxy',
    text: 'The proxy has no codec "{codec}" and would refuse the filters. Did you mean "{meant}"?',
    explanation:
      'A codec is chosen by its full name. A proxy without a codec of that name refuses every listener that asks for it.',
    cure: 'Write the name of the codec as the proxy has it.',
  },
  AER0346: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Application protocol that no port can name',
    text: 'No port can name the application protocol "{protocol}": {why}. Call it {meant}.',
    explanation:
      'The application protocol of a port is the third word of its name, `tcp-metaprotocol-<protocol>`. Words end at `-`; the port name of a Service has small letters, digits and `-` only.',
    cure: 'Choose a name of small letters and digits.',
  },
  AER0347: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Traffic policy that Redis loses',
    text: 'Aeraki replaces the cluster of {host} by its own, so `{field}` of this DestinationRule is lost: {effect}. Remove it.',
    explanation:
      'For a Redis port Aeraki removes the cluster that Istio made and adds one of its own, which has nothing of the DestinationRule. TLS to Redis can be had by an EnvoyFilter of your own that comes after it, or by a port that Aeraki leaves alone.',
    cure: 'Set timeouts and limits in a RedisDestination; do not rely on TLS from the DestinationRule.',
  },
  AER0348: {
    severity: 'info',
    layer: 'analysis',
    title: 'No route for everything else',
    text: 'Every route for {host} has a condition: requests that match none of them fail{how}. Add a last route without match if they are to pass.',
    explanation:
      'Routes are tried in order, and without one that matches the proxy answers with an error of the protocol ("no route"). Since 1.4.0 its Dubbo codec writes nothing in that case, so that the consumer waits for its own time-out. Without a MetaRouter all requests would reach the service.',
    cure: 'Add a route without `match` at the end.',
  },
  AER0349: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Port whose routes are not refreshed',
    text: 'Port "{name}" gets filters, but Aeraki notices changes only for ports whose names begin with tcp-metaprotocol: new routes come late or never. Name it {meant}.',
    explanation:
      'The generator takes any first word and any case. The handlers that send routes again after a change of a service or DestinationRule look for names that begin with `tcp-metaprotocol`.',
    cure: 'Rename the port.',
  },
  AER0350: {
    severity: 'info',
    layer: 'analysis',
    title: 'VirtualService that is noticed by its first host only',
    text: 'Aeraki takes the routes of {host} from this VirtualService, but notices its changes by its first host {first} only. Put {host} first, or write a VirtualService of its own.',
    explanation:
      'The handler of events looks at `hosts[0]`. A change of the object is seen for another host only when something else makes Aeraki generate again.',
    cure: 'Write one VirtualService for each host.',
  },
  AER0351: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Services that the policy does not protect',
    text: 'Policies act on tcp-dubbo ports only: {hosts} in {namespace} use MetaProtocol, and every caller may use them. Name the port tcp-dubbo, or guard them by Istio’s AuthorizationPolicy on the port.',
    explanation:
      'A DubboAuthorizationPolicy becomes the RBAC filter of native Dubbo. The MetaProtocol proxy has no such filter, so a policy in the namespace changes nothing for its services.',
    cure: 'Use native Dubbo for services that need the policy, or an AuthorizationPolicy of Istio, which knows callers and ports but no methods.',
  },
} as const satisfies Record<string, Entry>;
