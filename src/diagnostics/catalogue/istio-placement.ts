import type { Entry } from '../entry.js';

/** AER1170–1179, AER1181–1183: filters that istiod does not place where they mean to stand (src/translate/placement). */
export const istioPlacement = {
  AER1170: {
    severity: 'warning',
    layer: 'istio',
    title: 'No address to name a listener by',
    text: '{host} has no address of its own, so Istio has no listener {listener}, and {filter} stands nowhere. Give the Service a cluster IP, or take --fixed, which goes by the port.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. For a headless Service, Istio listens on the address of each pod.',
    cure: 'Give the service an address, or apply the result of `aeraki translate --fixed`.',
  },
  AER1171: {
    severity: 'warning',
    layer: 'istio',
    title: 'Port that Istio takes for HTTP',
    text: 'Istio takes port {port} ({name}) of {host} for HTTP, so there is no tcp proxy at {listener} for {filter} to stand at. Let the protocol be TCP: protocol in a ServiceEntry, appProtocol and the first word of the name in a Service.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. An HTTP listener has an HTTP filter in the place of the tcp proxy.',
    cure: 'Write protocol: TCP in a ServiceEntry; in a Service begin the name with tcp- and leave appProtocol out.',
  },
  AER1172: {
    severity: 'warning',
    layer: 'istio',
    title: 'Port whose protocol Istio guesses',
    text: 'Port {port} ({name}) of {host} says no protocol, so Istio detects HTTP first, and {filter} stands at most in the default filter chain of {listener}. Write protocol: TCP (in a Service, a name that begins with tcp-).',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. A ServiceEntry port without protocol, or a Service port whose name begins with no protocol that Istio knows, is looked at first: what looks like HTTP never comes to the filter, and the first bytes are waited for.',
    cure: 'Write protocol: TCP in a ServiceEntry; in a Service begin the name with tcp-.',
  },
  AER1173: {
    severity: 'warning',
    layer: 'istio',
    title: 'Second address of a Service',
    text: 'Istio listens on the first address of {host} only, so {filter} for {listener} stands nowhere. Nothing is lost where both addresses are of one dual-stack Service; --fixed leaves it out.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. A dual-stack Service has one listener, by its first address; for a proxy with both families the second address belongs to the same listener.',
    cure: 'Nothing, or take the result of `aeraki translate --fixed`.',
  },
  AER1174: {
    severity: 'warning',
    layer: 'istio',
    title: 'Address that Istio does not know',
    text: 'Aeraki takes another address for {host} than its ServiceEntry has, for two entries share host and address, so {filter} for {listener} stands nowhere. Write one ServiceEntry for the host.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. Two ServiceEntries with the same host and address: the address of the second is replaced in Aeraki, and Istio keeps what is written.',
    cure: 'Write one ServiceEntry for each host, with an address of its own.',
  },
  AER1176: {
    severity: 'warning',
    layer: 'istio',
    title: 'ExternalName has no pods',
    text: '{host} is an ExternalName and has no pods, so {filter} stands nowhere: rate limits and authorization never apply. Use a Service with a selector, or a ServiceEntry.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. An ExternalName is another name for a host outside; no sidecar serves it.',
    cure: 'Use a Service with a selector, or leave limits to the callers.',
  },
  AER1177: {
    severity: 'warning',
    layer: 'istio',
    title: 'Filter in a namespace without its workloads',
    text: '{filter} reaches only proxies of its namespace, and the workloads of {host} are in another one: rate limits and authorization never apply. Add the service\'s namespace, or "*", to exportTo of the MetaRouter.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. exportTo of a MetaRouter says into which namespaces its filters go, those of the workloads among them.',
    cure: "Add the service's own namespace to exportTo.",
  },
  AER1178: {
    severity: 'warning',
    layer: 'istio',
    title: 'Service hidden from the filter',
    text: 'exportTo of {host} hides it from the namespace of {filter}, so no proxy there has the listener {listener}. Add the namespace to exportTo of the service.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. Proxies have listeners only for services that they see.',
    cure: 'Make exportTo of the service and of the MetaRouter fit.',
  },
  AER1179: {
    severity: 'warning',
    layer: 'istio',
    title: 'Port without a listener',
    text: 'Istio makes no listener {listener} for port {port} ({name}) of {host}, so {filter} stands nowhere. Use a TCP port.',
    explanation:
      'istiod applies an EnvoyFilter to the listener that it names, and says nothing where there is none. The traffic then takes the plain TCP proxy: routes, splits and limits have no effect. Istio makes no listeners for UDP.',
    cure: 'Use a TCP port.',
  },
  AER1181: {
    severity: 'warning',
    layer: 'istio',
    title: 'Pods that Istio does not know of',
    text: 'Only the annotation workloadSelector says which pods serve {host}, and Istio does not know it: no sidecar has a filter chain for port {port}, and {filter} stands nowhere. Set spec.workloadSelector.labels, or list the addresses of the pods in endpoints.',
    explanation:
      'The annotation is for Aeraki alone: the inbound filter takes its labels from it. Istio makes the inbound filter chains of a pod from the services that select it, or that have its address among their endpoints. Without both the traffic passes the sidecar as plain TCP: rate limits and authorization never apply.',
    cure: 'Write the labels in `spec.workloadSelector.labels`, or give the ServiceEntry `endpoints` with the addresses of the pods and keep the annotation.',
  },
  AER1182: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Proxies that nothing is redirected to',
    text: 'defaultConfig.interceptionMode of the mesh config is NONE: listeners have the name 127.0.0.1_PORT and there is no virtualInbound, so no filter of Aeraki that names a listener stands anywhere. Set it to REDIRECT or TPROXY.',
    explanation:
      'Aeraki names an outbound listener by the address of its service, and the inbound one virtualInbound. A proxy whose INTERCEPTION_MODE is NONE has an outbound listener on 127.0.0.1 for each port, and no inbound one; istiod says nothing. A pod can have the mode by the annotation sidecar.istio.io/interceptionMode too, which this finding does not look at.',
    cure: 'Set `defaultConfig.interceptionMode` to REDIRECT or TPROXY, or take the line out; REDIRECT is the default.',
  },
  AER1183: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Sidecar keeps a filter from every proxy',
    text: 'No proxy that the filter of port {port} of {host} reaches has its listener: Sidecar {sidecar} hides the service, or makes the listener at another address (bind, captureMode). Add "{entry}" to the hosts of an egress listener without bind and captureMode.',
    explanation:
      'istiod applies an EnvoyFilter to the listeners that a proxy has. A Sidecar whose egress does not import the service leaves its listener out; an egress listener with `bind`, or with `captureMode: NONE`, has one of another name. The traffic then takes the plain TCP proxy, or fails: routes, splits and mirrors have no effect. Where some proxy that the filter reaches has the listener, nothing is said.',
    cure: 'Import the service in the egress hosts of the Sidecar, without bind and captureMode.',
  },
} as const satisfies Record<string, Entry>;
