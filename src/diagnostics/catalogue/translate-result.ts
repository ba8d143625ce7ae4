import type { Entry } from '../entry.js';

/** AER0431 and up: what the translation says that is no defect of the reference. */
export const translateResult = {
  AER1180: {
    severity: 'error',
    layer: 'analysis',
    title: 'Port that a filter cannot be placed by',
    text: '{host} has no address, and its port {port} is one of {other} as well, so a filter by the port would stand there too. Give {host} a cluster IP, or a port of its own.',
    explanation:
      'Istio has a listener for the address of each pod of a headless Service, and none that could be named beforehand. The corrected result goes by the port, which is no way where another service has it.',
    cure: 'Give the Service a cluster IP, or a port that no other service has.',
  },
  AER0431: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Filter replaced by another service',
    text: 'EnvoyFilter {namespace}/{name} is made for an earlier service too; this one replaces it. Keep one service for each host, address and port.',
    explanation:
      'Two services with the same first host, address and port give EnvoyFilters of the same name. In a cluster their order is random, so either may win.',
    cure: 'Remove one of the services, or give it another host or address.',
  },
  AER0432: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Several MetaRouters for one gateway port',
    text: 'Another MetaRouter is for port {port} of gateway {gateway} too; this one replaces it. Keep one MetaRouter for each gateway port.',
    explanation:
      'A gateway port carries one MetaProtocol service. Of several MetaRouters that name the gateway and have a destination on that port the last wins, and in a cluster their order is random.',
    cure: 'Remove the gateway from one of the MetaRouters, or give the services different ports.',
  },
  AER0433: {
    severity: 'error',
    layer: 'analysis',
    title: 'Not a duration',
    text: '"{text}" is no duration. Write it as Go does: 60s, 250ms, 1m30s.',
    explanation:
      'Durations in Aeraki resources are numbers with a unit (ns, us, ms, s, m, h), one after the other. A bare number other than 0 is wrong. The control plane cannot read a resource with such a value.',
    cure: 'Add the unit.',
  },
  AER0434: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Mesh config not understood',
    text: 'The mesh config cannot be used: {reason}. Istio’s defaults stand in place of the whole document, as one wrong value costs all of it. Mend the value.',
    explanation:
      'Access log and tracing of the generated filters come from the mesh config: the key `mesh` of the ConfigMap `istio` in the root namespace, a MeshConfig file, or `spec.meshConfig` of an IstioOperator.',
    cure: 'Mend the value. Unknown fields are passed over, but a known field with a wrong value costs the document, also where Aeraki does not read it: `proxyMetadata: {X: true}` wants `"true"`, `connectTimeout` is at most 30s.',
  },
  AER0435: {
    severity: 'error',
    layer: 'analysis',
    title: 'Annotation workloadSelector not understood',
    text: 'The annotation workloadSelector of {host} is "{annotation}", which has more than one colon. It gets no inbound filter; write key:value or the value of the label app.',
    explanation:
      'The annotation names the pods that serve a ServiceEntry: `key:value`, or one word, which is the value of the label `app`. Anything else leaves the service without inbound filter, so its rate limits and authorization never apply.',
    cure: 'Write one `key:value` pair, or use `spec.workloadSelector.labels`.',
  },
  AER0436: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Service without a cluster IP',
    text: 'Service {host} has no clusterIP in the input, so its filter is for listener 0.0.0.0_{port}. Name the address with --address {host}=IP, or take it from the cluster with --lookup-addresses.',
    explanation:
      'A Service in a file has no cluster IP; the API server gives it one. The name of the listener that the filter is for begins with that address.',
    cure: 'Use `--address HOST=IP` or `--lookup-addresses`.',
  },
  AER0437: {
    severity: 'info',
    layer: 'analysis',
    title: 'Address allocated',
    text: '{host} has no address that it could use; {address} was allocated, as Aeraki does in a cluster. It may be another one there: use --address, or --no-allocate-addresses.',
    explanation:
      'Aeraki gives every ServiceEntry without addresses, whose resolution is not NONE, an address of 240.240.0.0/16 and writes it back. Offline the same rule is applied in the order of the input.',
    cure: 'Write the address into the ServiceEntry, or name it with `--address HOST=IP`.',
  },
  AER0438: {
    severity: 'warning',
    layer: 'analysis',
    title: 'More than one host',
    text: 'Aeraki only knows this service as {host}; it ignores {ignored}. Write one ServiceEntry for each host.',
    explanation: 'The first host of a ServiceEntry is its name for Aeraki. Rules for the other hosts have no effect.',
    cure: 'Split the ServiceEntry.',
  },
  AER0439: {
    severity: 'error',
    layer: 'analysis',
    title: 'Unknown application protocol',
    text: 'Port name "{port}" names the application protocol "{protocol}", which has no codec: the service gets no filters. Known here: {known}.{hint} Add an ApplicationProtocol for it.',
    explanation:
      '`dubbo` and `thrift` are built in; every other application protocol needs an ApplicationProtocol resource that names its codec. Names are compared as they are written, upper and lower case apart.',
    cure: 'Apply an ApplicationProtocol with this `spec.protocol`, or mend the port name.',
  },
  AER0440: {
    severity: 'error',
    layer: 'analysis',
    title: 'Empty local rate limit',
    text: 'localRateLimit has neither tokenBucket nor conditions: the service gets no filters at all. Add one of them.',
    explanation:
      'A local rate limit without a bucket is an error for the control plane, which then makes no filter for the service.',
    cure: 'Set `tokenBucket`, or `conditions`, or remove `localRateLimit`.',
  },
  AER0441: {
    severity: 'error',
    layer: 'analysis',
    title: 'Global rate limit without descriptors',
    text: 'globalRateLimit has no descriptors: the service gets no filters at all. Add a descriptor.',
    explanation:
      'The rate-limit service decides by descriptors. Without one the control plane reports an error and makes no filter for the service.',
    cure: 'Add `descriptors` with `property` and `descriptorKey`.',
  },
  AER0442: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Service without an address',
    text: '{host} has no address, so it gets no outbound filter and its callers take the plain TCP proxy. Write addresses, or name one with --address {host}=IP.',
    explanation:
      'An outbound filter is for the listener of an address. Aeraki allocates one for a ServiceEntry only when its resolution is not NONE.',
    cure: 'Set `spec.addresses`, or a `resolution` other than NONE.',
  },
  AER0443: {
    severity: 'info',
    layer: 'analysis',
    title: 'Mesh config outside the root namespace',
    text: 'ConfigMap {namespace}/istio does not count as the mesh config: only that of the root namespace {root} does. Name the root namespace with --root-namespace if it is {namespace}.',
    explanation:
      'Istio and Aeraki read the mesh config from the ConfigMap `istio` of the root namespace. The input has one only in another namespace, so Istio’s defaults stand.',
    cure: 'Set `--root-namespace`, or name the file with `--mesh-config`.',
  },
} as const satisfies Record<string, Entry>;
