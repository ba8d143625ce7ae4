import type { Entry } from '../entry.js';

/** The defects of the reference that concern services, names, gateways and MetaProtocol: AER04nn is Dn. */
export const translateDefects = {
  AER0401: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D1',
    title: 'Port name without an application protocol',
    text: 'The port name "{port}" says metaprotocol but not which application protocol. Aeraki crashes on it; name the protocol, as in tcp-metaprotocol-dubbo.',
    explanation:
      'A MetaProtocol port is named `tcp-metaprotocol-<application protocol>`. Without the third word the Aeraki control plane stops with an index out of range, and no rule of the whole mesh is updated any more.',
    cure: 'Rename the port to `tcp-metaprotocol-<application protocol>`.',
  },
  AER0402: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D2',
    title: 'Global rate limit without a timeout',
    text: 'globalRateLimit has no requestTimeout. Aeraki crashes on it; set one, such as requestTimeout: 20ms.',
    explanation:
      'The control plane reads the timeout without looking whether it is there, and crashes. No rule of the mesh is updated until the MetaRouter is mended.',
    cure: 'Set `requestTimeout`. The proxy itself would take 20 ms.',
  },
  AER0403: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D3',
    title: 'Incomplete token bucket',
    text: 'This token bucket has no {field}. Aeraki crashes on it; set {field}.',
    explanation:
      'A token bucket needs `fillInterval` and `tokensPerFill`. The control plane reads both without looking whether they are there, and crashes.',
    cure: 'Set `fillInterval` (such as 60s) and `tokensPerFill` (such as 1).',
  },
  AER0411: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D11',
    title: 'Service without an address of its own',
    text: 'Service {host} is {what}, so its filter is for listener 0.0.0.0_{port}, {effect}. Give it a cluster IP, or a ServiceEntry with an address; for a headless one --fixed goes by the port.',
    explanation:
      'For a headless Service istiod makes a listener for the address of each pod and none with the name that the filter looks for, so the traffic takes the plain TCP proxy. All ExternalNames on one port share the listener 0.0.0.0, and the filters of one replace those of another.',
    cure: 'Use a Service with a cluster IP, or a ServiceEntry with an address, for services that Aeraki is to manage.',
  },
  AER0413: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D13',
    title: 'Route without a destination',
    text: 'Route {route} has no destination. The proxy refuses the whole route configuration and keeps the one it had. Give the route a destination, or remove it.',
    explanation:
      'The reference makes a weighted cluster without clusters of such a route. The proxy rejects the configuration with this route and keeps what it had, so edits of other routes have no effect either until it is mended. The webhook refuses such a MetaRouter (AER0204) where it is installed.',
    cure: 'Give the route at least one `destination`.',
  },
  AER0416: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D16',
    title: 'No workload selector',
    text: 'Nothing says which workloads serve {host}, so the inbound filter is for pods labelled app: "" and reaches none: rate limits and authorization never apply. {cure}',
    explanation:
      'The inbound filter needs labels to find the sidecars of the service. Without a selector and without the annotation the reference asks for pods whose label `app` is empty.',
    cure: 'Set `spec.selector` of a Service, or `spec.workloadSelector.labels` of a ServiceEntry. A ServiceEntry with `endpoints` cannot have a workloadSelector (Istio refuses it): give it the annotation `workloadSelector: key:value`, which is for Aeraki alone.',
  },
  AER0419: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D19',
    title: 'Route entry without destination',
    text: 'Route {route} has an entry without `destination`. Aeraki crashes on it; name the host.',
    explanation: 'An entry of `route` needs a `destination`. The control plane reads it without looking, and crashes.',
    cure: 'Set `destination.host`, or remove the entry.',
  },
  AER0421: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D21',
    title: 'Result with an invalid name',
    text: 'The EnvoyFilter would be called "{name}", which the API server refuses: nothing is created and the rules have no effect. Use a lower-case host without wildcard and an IPv4 address, or --fixed for a valid name.',
    explanation:
      'Aeraki builds the names of its EnvoyFilters from host and address. A host with upper case or `*`, an IPv6 address, or a very long host gives a name that is no DNS-1123 subdomain.',
    cure: 'Change the host or the address. `--fixed` prints the filter under a valid name, to be applied by hand.',
  },
  AER0423: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D23',
    title: 'Gateway with several metaprotocol servers',
    text: 'Gateway {gateway} has {count} metaprotocol servers. Aeraki names all their filters after the last, so only port {port} works. Use one Gateway for each port.',
    explanation:
      'The filters of all metaprotocol servers of a gateway get the same name, and each replaces the one before. An unknown application protocol on one server costs all of them their filters.',
    cure: 'Split the Gateway into one for each metaprotocol port.',
  },
  AER0427: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D27',
    title: 'ServiceEntry without hosts',
    text: 'This ServiceEntry has no hosts. Aeraki stops there: no later service and no gateway gets filters, and at the next event of a DestinationRule the process crashes. Add a host or remove it.',
    explanation:
      'At the first ServiceEntry without hosts the reference ends its round over the services. Which services come later depends on an order that changes at every run.',
    cure: 'Give the ServiceEntry a host, or delete it.',
  },
  AER0428: {
    severity: 'warning',
    layer: 'analysis',
    defect: 'D28',
    title: 'Target port differs from the port',
    text: 'Port {port} of {host} has target port {targetPort}. Aeraki looks for the inbound chain of port {port}, Istio has one for the target port: rate limits and authorization never apply. Make both the same number.',
    explanation:
      'The inbound listener of a sidecar has a filter chain for the port on which the workload listens, which is the target port. The reference ignores it. A target port with a name cannot be resolved from the Service alone.',
    cure: 'Let the workload listen on the port of the service, or give both the same number.',
  },
  AER0429: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D29',
    title: 'CIDR as an address',
    text: 'Address {address} of {host} is a range. The filter would be for listener {address}_{port}, which no proxy has, under a name that the API server refuses. Use a single address.',
    explanation:
      'For a range Istio makes the listener 0.0.0.0 with the range as a match of its filter chain. The reference takes the range for the address of a listener.',
    cure: 'Write single addresses. `--fixed` prints a filter for the listener 0.0.0.0.',
  },
  AER0430: {
    severity: 'error',
    layer: 'analysis',
    defect: 'D30',
    title: 'MetaRouter for a gateway without hosts',
    text: 'This MetaRouter names a gateway but no host. Aeraki crashes on it; add the host.',
    explanation: 'The control plane reads the first host of a MetaRouter for a gateway without looking, and crashes.',
    cure: 'Set `spec.hosts`.',
  },
} as const satisfies Record<string, Entry>;
