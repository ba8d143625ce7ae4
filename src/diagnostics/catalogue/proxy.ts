import type { Entry } from '../entry.js';

/** AER0940 and on: `aeraki proxy`. */
export const proxy = {
  AER0940: {
    severity: 'warning',
    layer: 'analysis',
    title: 'An upstream for a cluster that no rule names',
    text: '--upstream gives endpoints to the cluster {cluster}, to which no rule sends anything. {cure}',
    explanation:
      'A cluster is named by port, subset and host: `outbound|20880|v1|orders.shop.svc.cluster.local`. `aeraki proxy` takes the names that the routes, mirrors and rate limits of the rules have. An upstream for another name is never used; the cluster that was meant stays without an endpoint.',
    cure: 'Write the name as the rules have it: `aeraki route` and the start message of `aeraki proxy` print them.',
  },
  AER0941: {
    severity: 'warning',
    layer: 'analysis',
    title: 'A cluster without an endpoint',
    text: "The cluster {cluster} has no endpoint: what is sent to it gets an error. Name one with --upstream '{cluster}=HOST:PORT', or add the ServiceEntry with endpoints, the WorkloadEntry or the EndpointSlice to the inputs.",
    explanation:
      'In a mesh the control plane tells a proxy where the endpoints of a cluster are. `aeraki proxy` takes them from --upstream, else from the `endpoints` of a ServiceEntry, from WorkloadEntries that the service selects, from EndpointSlices of a Service, or for a service that is resolved by DNS from its host.',
    cure: 'Name the endpoints with --upstream, or name the files that have them.',
  },
  AER0942: {
    severity: 'warning',
    layer: 'analysis',
    title: 'A subset that takes no endpoint',
    text: "The subset {subset} of {host} takes none of its {count} {count|endpoint|endpoints}: {reason}. What is sent to it gets an error. Mend the labels, or name endpoints with --upstream '{cluster}=HOST:PORT'.",
    explanation:
      'A subset takes the endpoints of the service that have all of its labels. The labels of an endpoint are those of its entry in a ServiceEntry, of a WorkloadEntry, or those on an EndpointSlice: a slice does not know the labels of its pods, so for `aeraki proxy` each version has a slice of its own.',
    cure: 'Write the labels of the subset to the endpoints, define the subset in a DestinationRule, or name the endpoints with --upstream.',
  },
  AER0943: {
    severity: 'warning',
    layer: 'analysis',
    title: 'An endpoint that cannot be used here',
    text: 'One endpoint is left out: {reason}. Mend it, or name endpoints with --upstream.',
    explanation:
      'An endpoint needs an address that can be reached from this machine, and a port. An EndpointSlice has a port for the service only where the names of both are the same.',
    cure: 'Write the address and the port, with the name that the port of the service has.',
  },
} as const satisfies Record<string, Entry>;
