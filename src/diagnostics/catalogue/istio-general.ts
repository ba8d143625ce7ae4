import type { Entry } from '../entry.js';

/** AER1101–1114: what the kinds have in common, as istiod's admission has them. */
export const istioGeneral = {
  AER1101: {
    severity: 'error',
    layer: 'istio',
    title: 'Host that Istio takes for no domain name',
    text: '"{host}" is no domain name to Istio: {why}. Write a full name like orders.shop.svc.cluster.local.',
    explanation:
      'istiod refuses hosts that are no domain names, with "*" in front at most, when the object is created.',
    cure: 'Write the full name of a service.',
  },
  AER1102: {
    severity: 'error',
    layer: 'istio',
    title: 'exportTo that Istio refuses',
    text: 'exportTo is refused by Istio: {why}. {cure}.',
    explanation:
      'exportTo lists the namespaces that see the object: "." for its own, "*" for all, or names. "~" (no one) is for ServiceEntries only.',
    cure: 'Write each namespace once, or "*" or "." alone.',
  },
  AER1103: {
    severity: 'error',
    layer: 'istio',
    title: 'Selector that no workload can match',
    text: 'Istio refuses this label of the selector: {why}. Write the label as the Pods have it.',
    explanation: 'A selector of workloads compares labels for equality; wildcards and empty names are refused.',
    cure: 'Write name and value of a label of the Pods.',
  },
  AER1104: {
    severity: 'warning',
    layer: 'istio',
    title: 'Selector without labels',
    text: 'This selector has no labels, so it selects every workload of the namespace. Add labels, or remove the selector.',
    explanation:
      'istiod lets it in with a warning: whoever writes a selector means some workloads, and this one means all.',
    cure: 'Add labels, or remove the selector.',
  },
  AER1105: {
    severity: 'error',
    layer: 'istio',
    title: 'Label that no workload can have',
    text: 'The {what} is no Kubernetes label, and Istio refuses it. Use letters, digits, "-", "_" and ".", with a letter or digit first and last.',
    explanation: 'Labels are compared with those of Pods, which cannot have this one.',
    cure: 'Write the label as the Pods have it.',
  },
  AER1106: {
    severity: 'error',
    layer: 'istio',
    title: 'Annotation that Istio keeps for itself',
    text: 'The annotation {annotation} is refused by Istio on this object. Remove it.',
    explanation: "The annotation is for Istio's own use, or for an AuthorizationPolicy only.",
    cure: 'Remove the annotation.',
  },
  AER1107: {
    severity: 'error',
    layer: 'istio',
    title: 'Port that is none to Istio',
    text: 'A port is between 1 and 65535, but {found} was found, and Istio refuses it. Correct it.',
    explanation: 'An absent port is 0 to istiod, which refuses it as well.',
    cure: 'Write the number of a port.',
  },
  AER1108: {
    severity: 'error',
    layer: 'istio',
    title: 'Port name that is no label',
    text: 'The port name "{name}" is no DNS label, and Istio refuses it. Use letters, digits and "-" only, at most 63, with a letter or digit first and last.',
    explanation: 'The name of a port, like tcp-metaprotocol-dubbo, tells the protocol and is a DNS label.',
    cure: 'Rename the port.',
  },
  AER1109: {
    severity: 'error',
    layer: 'istio',
    title: 'Protocol that Istio does not know',
    text: 'Istio does not know the protocol "{protocol}" and refuses it. Write {known}.',
    explanation:
      "What Aeraki handles is said by the port's name (tcp-metaprotocol-dubbo); the protocol itself is one of Istio's, TCP for these.",
    cure: 'Write TCP and keep the protocol in the name of the port.',
  },
  AER1110: {
    severity: 'error',
    layer: 'istio',
    title: 'Address that is none',
    text: '"{found}" is no IP address here, and Istio refuses it. Write one, like 240.240.0.10; a CIDR block has its bits behind a slash.',
    explanation: 'istiod reads addresses strictly: no names, no ports, no leading zeros.',
    cure: 'Write an IP address, or a CIDR block where addresses and subnets are listed.',
  },
  AER1111: {
    severity: 'error',
    layer: 'istio',
    title: 'Duration that Istio refuses',
    text: 'Istio refuses the duration "{found}": {why}. Write one of whole milliseconds, like 250ms or 30s.',
    explanation: 'istiod takes durations from 1ms, in whole milliseconds.',
    cure: 'Write a duration of at least 1ms.',
  },
  AER1112: {
    severity: 'error',
    layer: 'istio',
    title: 'Wildcard within a name',
    text: 'In "{host}" the "*" does not stand for a whole part of the name. Write *.example.com.',
    explanation:
      'Gateways and Sidecars with such a host are refused; a ServiceEntry gets a warning, for only names behind a dot are found.',
    cure: 'Put a dot behind the "*", or write the name out.',
  },
  AER1113: {
    severity: 'error',
    layer: 'istio',
    title: 'Socket that Istio refuses',
    text: '"{address}" cannot be listened on or reached as a socket: {why}. Write unix:// and an absolute path, with the port 0.',
    explanation: 'Unix domain sockets are named by unix:// and an absolute path (or @ and a name), and have no port.',
    cure: 'Write unix:///path/to/socket, or an IP address.',
  },
  AER1114: {
    severity: 'error',
    layer: 'istio',
    title: 'EnvoyFilter patch that Istio refuses',
    text: 'This patch is refused or without effect: {why}. {cure}.',
    explanation: 'istiod judges each patch by itself: applyTo, patch and match must be there and fit together.',
    cure: 'Make the patch whole, with the match that fits applyTo.',
  },
} as const satisfies Record<string, Entry>;
