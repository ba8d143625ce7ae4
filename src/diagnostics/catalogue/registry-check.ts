import type { Entry } from '../entry.js';

/** AER1241–1249: what `registry check` finds between rules and a registry. */
export const registryCheck = {
  AER1241: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Providers that a ServiceEntry lacks',
    text: '{host}: the ServiceEntry {entry} has no endpoint for {missing}, which the registry has. Run `aeraki registry sync` or `export --output-dir`.',
    explanation: 'Requests never get to a provider that no endpoint stands for.',
    cure: 'Bring the entry up to date with `aeraki registry sync`.',
  },
  AER1242: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Subset that no provider has',
    text: 'The subset {subset} of {host} asks for {labels}; no provider in the registry has that ({known}). Requests to it find no endpoint.',
    explanation:
      'The labels of an endpoint come from what its provider registers: version from aeraki_meta_app_version or version, and so on.',
    cure: 'Correct the labels of the subset, or register a provider that has them.',
  },
  AER1243: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Endpoints that are gone',
    text: '{host}: the ServiceEntry {entry} still has {stale}, which the registry does not have any more. Run `aeraki registry sync` or `export --output-dir`.',
    explanation: 'Requests to an endpoint that is gone fail, or get to whoever has the address now.',
    cure: 'Bring the entry up to date with `aeraki registry sync`.',
  },
  AER1244: {
    severity: 'info',
    layer: 'analysis',
    title: 'Hosts that need DNS capture',
    text: '{count} {count|host|hosts} of the registry {count|has no address of its own|have no address of their own} ({example}{count||, …}): callers resolve {count|it|them} only where Istio captures DNS (ISTIO_META_DNS_CAPTURE and ISTIO_META_DNS_AUTO_ALLOCATE), or by addresses in the ServiceEntry.',
    explanation:
      'UnknownHostException for the interface is the most frequent question about dubbo2istio (its issue 15): the host is in no DNS but that of the sidecar.',
    cure: 'Turn DNS capture and auto-allocation on in the mesh config, or give the entries addresses.',
  },
  AER1245: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Port that the service does not have',
    text: '{what} sends to port {port} of {host}, which has {ports}.',
    explanation: 'The route is for a port that no endpoint of the service is behind.',
    cure: 'Correct the port of the rule.',
  },
  AER1246: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Host twice',
    text: 'The ServiceEntry {entry} has the host {host}, which the registry gives to {other}. Istio takes one of them.',
    explanation: 'Two ServiceEntries with one host hide each other; which one a proxy gets depends on its namespace.',
    cure: 'Remove one of them, or exclude the service with --exclude.',
  },
  AER1247: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Consumer of what nobody provides',
    text: '{application} at {address} asks for {service}{wanted}; the registry has {known}.',
    explanation: 'A consumer of Dubbo names interface, group and version, and gets only providers that have the same.',
    cure: 'Correct group and version of the consumer, or start a provider that has them.',
  },
  AER1248: {
    severity: 'warning',
    layer: 'analysis',
    title: 'Providers that no route reaches',
    text: '{host}: the routes of {router} lead to the subsets {subsets} only; {providers} are in none of them.',
    explanation: 'A provider without the labels of a subset that is routed to gets no request.',
    cure: 'Add a route or a subset for it, or register it with the labels of one.',
  },
} as const satisfies Record<string, Entry>;
