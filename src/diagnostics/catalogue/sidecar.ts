import type { Entry } from '../entry.js';

/** AER13xx: what a Sidecar shows and hides, and what traffic says of it. */
export const sidecar = {
  AER1301: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Sidecar imports nothing by this host',
    text: '{entry} matches no service that is exported to {namespace}.{hint} The import does nothing.',
    explanation:
      'A host of a Sidecar is NAMESPACE/NAME, where NAME is the full name of a service, or begins with *, and NAMESPACE is that of the service (for a ServiceEntry that of the object). A misspelt one imports nothing, and nothing else says so.',
    cure: 'Write the namespace and the full name of a service that is there, or take the host out.',
  },
  AER1302: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Two Sidecars for a whole namespace',
    text: 'Sidecar {winner} ({where}) has no workloadSelector either; only the older one counts in namespace {namespace}.',
    explanation:
      'Sidecars are not merged: of several without a workloadSelector in one namespace istiod takes the oldest, and where ages are equal the first by name.',
    cure: 'Put the hosts of both into one Sidecar, or give one of them a workloadSelector.',
  },
  AER1303: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Two Sidecars for the same pods',
    text: 'Every pod that this workloadSelector selects is selected by Sidecar {winner} ({where}) too; only the older one counts for it.',
    explanation:
      'Sidecars are not merged: of several whose workloadSelector fits a pod istiod takes the oldest, and where ages are equal the first by name.',
    cure: 'Put the hosts of both into one Sidecar, or make the selectors exclude one another.',
  },
  AER1304: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Sidecar of the root namespace with a selector',
    text: 'This Sidecar is in the root namespace {namespace} and has a workloadSelector, so it is no default for other namespaces; it counts only for pods in {namespace}.',
    explanation:
      'The default of the mesh is a Sidecar in the root namespace without a workloadSelector. With one it selects only pods of the root namespace itself.',
    cure: 'Take the workloadSelector out to make it the default, or move it to the namespace of the pods.',
  },
  AER1305: {
    severity: 'error',
    layer: 'analysis',
    title: 'A call that was seen is hidden',
    text: '{source} calls {host} ({count} {count|time|times}, first at {place}), but Sidecar {sidecar} hides that service: the call {effect}. Add "{entry}" to its egress hosts.',
    explanation:
      'A service that is not in the scope of a proxy has no listener, no cluster and no route there. With ALLOW_ANY a call to it still arrives, but no rule, no metric and no mTLS of the mesh applies; with REGISTRY_ONLY it fails.',
    cure: 'Add the service to the egress hosts of the Sidecar (`aeraki sidecar` prints the smallest one that works).',
  },
  AER1306: {
    severity: 'error',
    layer: 'analysis',
    title: 'A call of a layer-7 protocol of Aeraki is hidden',
    text: '{source} calls {host} ({count} {count|time|times}, first at {place}), but Sidecar {sidecar} hides that service: its listener, and with it the filter of Aeraki, is not in the proxy, and the call {effect}. Add "{entry}" to its egress hosts.',
    explanation:
      'The EnvoyFilters of Aeraki act on the listener of the service. Where a Sidecar hides the service there is no such listener, and istiod says nothing: routes, limits, mirrors and metrics are gone.',
    cure: 'Add the service to the egress hosts of the Sidecar (`aeraki sidecar` prints the smallest one that works).',
  },
  AER1307: {
    severity: 'warning',
    layer: 'analysis',
    title: 'A destination of a rule is hidden from its callers',
    text: 'The rules of {host} send to {target}, which {source} does not see: its cluster is missing there, and such requests fail. Add "{entry}" to the egress hosts.',
    explanation:
      'istiod brings the destinations of VirtualServices into the scope of a Sidecar by itself, but it does not know MetaRouters, RedisServices and RedisDestinations. Their destinations and mirrors must be imported by name.',
    cure: 'Add the destination to the egress hosts of the Sidecar.',
  },
  AER1308: {
    severity: 'warning',
    layer: 'analysis',
    title: 'The rate-limit service is hidden from the server',
    text: 'The servers of {host} ask the rate-limit service {target}, which this Sidecar hides from them: without its cluster no request is limited, or every one is refused. Add "{entry}" to the egress hosts.',
    explanation:
      'The global rate limit is enforced by the sidecar of the server, so the Sidecar that counts for the server must import the rate-limit service.',
    cure: 'Add the rate-limit service to the egress hosts of the Sidecar of the servers.',
  },
  AER1309: {
    severity: 'error',
    layer: 'analysis',
    title: 'A service that is called is not exported',
    text: '{source} calls {host} ({count} {count|time|times}, first at {place}), but that service is not exported to namespace {namespace}: no Sidecar can show it. Add {namespace} to its exportTo.',
    explanation: 'exportTo is looked at before any Sidecar: what is not exported to a namespace is in no scope there.',
    cure: 'Add the namespace of the caller to exportTo of the ServiceEntry, or to the annotation networking.istio.io/exportTo of the Service.',
  },
  AER1311: {
    severity: 'info',
    layer: 'analysis',
    title: 'Sidecar imports everything',
    text: '*/* imports every service that is exported to the namespace, as if there were no Sidecar: it saves nothing.',
    explanation: 'A Sidecar without egress, or with the host */*, gives a proxy all that it would have without one.',
    cure: 'Name what the workloads call (`aeraki sidecar --access-log FILE` finds it), or take the Sidecar away.',
  },
  AER1312: {
    severity: 'warning',
    layer: 'analysis',
    title: 'A host that was called is no service of the input',
    text: '{source} calls {host} ({count} {count|time|times}, first at {place}), but no Service and no ServiceEntry of the input has that host. Give the resources that define it too, or remove the stale one from the mesh.',
    explanation: 'A Sidecar can only import what is a service. Evidence may be older than the resources.',
    cure: 'Add the missing resources to the input.',
  },
  AER1313: {
    severity: 'info',
    layer: 'analysis',
    title: 'A host that nobody was seen to call',
    text: 'Nothing that was given shows a call to {entry}. If the evidence covers all jobs, the host can go.',
    explanation: 'What is imported and never called costs memory in every proxy and a push for each of its changes.',
    cure: 'Take the host out, or keep it when it is called rarely.',
  },
  AER1314: {
    severity: 'info',
    layer: 'analysis',
    title: 'Evidence of nobody',
    text: '{count} {count|call|calls} of {place} {count|counts|count} for nobody: {reason}. Give the Pods (`kubectl get pods -A -o yaml`), or name the source with --source.',
    explanation: 'A call says who made it by an address or by the pod in the name of the log (POD.NAMESPACE.log).',
    cure: 'Add the Pods or WorkloadEntries to the input, or use --source.',
  },
  AER1315: {
    severity: 'info',
    layer: 'analysis',
    title: 'Calls that left the mesh',
    text: '{count} {count|call|calls} of {place} went to no service of the mesh (PassthroughCluster or BlackHoleCluster). A ServiceEntry would make {count|it|them} visible.',
    explanation: 'What goes through PassthroughCluster is no service of the mesh, so no Sidecar can import it.',
    cure: 'Write a ServiceEntry for the host, if rules or metrics are wanted.',
  },
  AER1316: {
    severity: 'warning',
    layer: 'analysis',
    title: 'No evidence for a workload',
    text: 'Nothing shows a call of {source}, so no Sidecar is made for it: one without hosts would cut it off.',
    explanation: 'A workload may call nothing, or the evidence may lack it. The tool cannot tell.',
    cure: 'Give a log or metrics that cover the workload, or write its Sidecar by hand.',
  },
  AER1317: {
    severity: 'info',
    layer: 'analysis',
    title: 'Metrics without a name',
    text: '{count} series of {place} {count|names no source or no destination and is|name no source or no destination and are} passed over.',
    explanation: 'Istio writes `unknown` where a peer has no sidecar or the host is no service.',
    cure: 'Give an access log of those workloads too.',
  },
  AER1328: {
    severity: 'warning',
    layer: 'analysis',
    title: 'No access log',
    text: '{place} has {count} {count|line|lines}, and none is that of an access log. Check the path, or name the format of the log with --log-format.',
    explanation:
      'The default formats of Istio and of the MetaProtocol proxy are known, TEXT and JSON, and the format of the mesh config. A line of any other kind says nothing of a call.',
    cure: 'Give the log of the container istio-proxy, or its format (accessLogFormat of the mesh config) with --log-format or --mesh-config.',
  },
  AER1321: {
    severity: 'warning',
    layer: 'analysis',
    title: 'lazyXDS forgets what it learnt (L1)',
    text: 'L1: lazyXDS keeps what it learnt in memory; after each restart every Sidecar is empty again and all calls go through one gateway. --fixed keeps it in an annotation.',
    explanation: 'The controller rewrites every Sidecar at its start.',
    cure: 'Use --fixed, or the Sidecars that `aeraki sidecar` makes of evidence.',
  },
  AER1324: {
    severity: 'warning',
    layer: 'analysis',
    title: 'The gateway of lazyXDS ignores this VirtualService (L4)',
    text: 'L4: this VirtualService is not bound to the gateway istio-system/lazyxds-egress, so the first call to {host} ignores its subsets, mirrors and retries. --fixed binds it.',
    explanation:
      'A call to a service that is not yet visible goes through the gateway, where only rules that name it count.',
    cure: 'Add mesh and istio-system/lazyxds-egress to its gateways.',
  },
  AER1325: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Large EnvoyFilters of lazyXDS (L5)',
    text: 'L5: each lazy service gets an EnvoyFilter with every HTTP service that it does not see ({count} {count|virtual host|virtual hosts} here). --fixed makes one for a namespace.',
    explanation:
      'Their size and the work of istiod grow with services times lazy services; etcd refuses objects over 1.5 MB.',
    cure: 'Use --fixed, or the Sidecars that `aeraki sidecar` makes of evidence.',
  },
  AER1326: {
    severity: 'warning',
    layer: 'analysis',
    title: 'lazyXDS saves nothing on TCP (L6)',
    text: 'L6: {count} {count|service stays|services stay} visible to every lazy service because {count|it has|they have} a TCP port, which all protocols of Aeraki are, or {count|is a ServiceEntry|are ServiceEntries}.',
    explanation: 'lazyXDS learns from HTTP access logs only, so it has to leave all others visible.',
    cure: 'Use the Sidecars that `aeraki sidecar` makes of evidence: it reads the logs of these protocols too.',
  },
  AER1327: {
    severity: 'warning',
    layer: 'analysis',
    title: 'lazyXDS does not learn this call (L7)',
    text: 'L7: {count} {count|call|calls} went through a cluster that is no outbound cluster of a service; lazyXDS never learns {count|it|them}.',
    explanation: 'It means to find the service by the address of the upstream and loses the result.',
    cure: 'Import the service by hand.',
  },
} as const satisfies Readonly<Record<`AER${string}`, Entry>>;
