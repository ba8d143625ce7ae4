import { parseClusterName } from '../../envoy/cluster-name.js';
import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { Json } from '../../model/envoy.js';
import type { Comparable } from '../diff/difference.js';
import { changedFields } from '../diff/fields.js';
import { broken, good, type Link } from './link.js';
import { clustersIn, type ProxyConfig, type ServedPort } from './proxy.js';

/** What the rules say of a port, where there are rules. */
export interface Expected {
  /** Names of the listeners: `<address>_<port>`. */
  readonly listeners: readonly string[];
  /** Name of the EnvoyFilter that puts the filter in. */
  readonly envoyFilter: string | undefined;
  readonly routes: Comparable | undefined;
  /** Whether a filter of them is the MetaProtocol proxy. */
  readonly needsMetaProtocol?: boolean;
}

/** The links from the listener to the endpoints, as they are in a proxy. */
export function proxyLinks(
  host: string,
  port: number,
  proxy: ProxyConfig,
  expected: Expected | undefined,
): readonly Link[] {
  const links = [...imageLinks(proxy, expected), ...seenLinks(host, port, proxy, expected)];
  if (proxy.whole) return links;
  const again = 'The dump is cut off or broken, so it may be there all the same: take the dump again first.';
  return links.map((each) => (each.ok ? each : { ...each, cure: `${again} ${each.cure ?? ''}`.trim() }));
}

/** An image without the filter refuses every listener that has it, or never gets one: that comes before all else. */
function imageLinks(proxy: ProxyConfig, expected: Expected | undefined): readonly Link[] {
  if (proxy.hasMetaProtocol !== false || expected?.needsMetaProtocol !== true) return [];
  return [
    broken(
      'filter',
      'the image of this sidecar does not contain the MetaProtocol filter (it is not among its node.extensions)',
      "Use Aeraki's proxy image (annotation sidecar.istio.io/proxyImage, or values.global.proxy.image of Istio) and restart the pod.",
    ),
  ];
}

function seenLinks(host: string, port: number, proxy: ProxyConfig, expected: Expected | undefined): readonly Link[] {
  const served = (proxy.served.get(host) ?? []).filter((each) => each.port === port);
  const [first] = served;
  if (first === undefined) return missingListener(host, port, proxy, expected);
  const names = [...new Set(served.map(({ listener }) => listener.name))];
  const links = [
    good('listener', `${names.join(', ')} (${first.listener.state})`),
    good('filter', first.chain.protocol),
    ...unservedAddresses(names, proxy, expected),
  ];
  const routed =
    first.rds === '' ? { links: [], value: first.filter.config as Json } : routeLinks(first, proxy, expected);
  return [...links, ...routed.links, ...clusterLinks(routed.value, proxy)];
}

function missingListener(
  host: string,
  port: number,
  proxy: ProxyConfig,
  expected: Expected | undefined,
): readonly Link[] {
  const names = expected?.listeners ?? [];
  const here = proxy.listeners.filter(({ name }) => names.includes(name));
  const refused = here.find(({ state }) => state === 'refused');
  if (refused !== undefined) return [refusedLink(refused.name, refused.details ?? '')];
  const [plain] = here;
  if (plain !== undefined) {
    const leads = plain.chains.map(({ text }) => text).join(', ');
    const filter = expected?.envoyFilter ?? `aeraki-outbound-${host}-…`;
    return [
      good('listener', `${plain.name} (${plain.state})`),
      broken(
        'filter',
        `the listener leads to ${leads || 'nothing'}: the EnvoyFilter ${filter} is not applied`,
        `See that Aeraki runs and has made it: kubectl get envoyfilter -A -l manager=Aeraki. It must be in Istio's root namespace or in that of the client.`,
      ),
    ];
  }
  if (!proxy.knows('listeners')) {
    const what = proxy.listeners.length === 0 ? 'no listeners' : 'only some of the listeners';
    const config = proxy.routes.get(routeConfigurationName(host, port));
    return [
      good('listener', `not known: the dump has ${what}`),
      ...(config === undefined ? [] : clusterLinks(config.value.value, proxy)),
    ];
  }
  const wanted = names.length > 0 ? ` ${names.join(' or ')}` : port > 0 ? ` on port ${port}` : '';
  return [
    broken(
      'listener',
      `the proxy has no listener${wanted} for ${host}`,
      'See that the service is exported to the namespace of the client (exportTo), that no Sidecar resource leaves it out, and that it has an address.',
    ),
  ];
}

function refusedLink(name: string, details: string): Link {
  const image = /registered implementation for (?:name: )?'([^']+)'/.exec(details)?.[1];
  const cure =
    image === undefined
      ? 'The words of the proxy name the field: mend the rule that it comes from.'
      : `The image of the sidecar does not contain ${image}: use Aeraki's proxy image and restart the pod.`;
  return broken('listener', `the proxy refused ${name}: ${details}`, cure);
}

/** Of several addresses each has its listener. */
function unservedAddresses(
  names: readonly string[],
  proxy: ProxyConfig,
  expected: Expected | undefined,
): readonly Link[] {
  const missing = (expected?.listeners ?? []).filter((each) => !names.includes(each));
  return missing.map((name) => {
    const refused = proxy.listeners.find((each) => each.name === name && each.state === 'refused');
    if (refused !== undefined) return refusedLink(name, refused.details ?? '');
    return broken(
      'listener',
      `the proxy has no listener ${name} with the filter`,
      'See which addresses the service has: each needs its listener.',
    );
  });
}

function routeLinks(
  served: ServedPort,
  proxy: ProxyConfig,
  expected: Expected | undefined,
): { readonly links: readonly Link[]; readonly value: Json } {
  const config = proxy.routes.get(served.rds);
  if (config === undefined && proxy.whole && !proxy.knows('metaRoutes') && !proxy.knows('httpRoutes')) {
    return { links: [good('route configuration', `${served.rds}: not known, the dump has no routes`)], value: null };
  }
  if (config === undefined) {
    const reason = `the proxy waits for ${served.rds} over RDS and has not got it`;
    const cure = proxy.clusters.has('aeraki-xds')
      ? 'See that Aeraki runs and that the proxy reaches it (port 15010): kubectl logs -n istio-system deploy/aeraki.'
      : 'The proxy has no cluster aeraki-xds: Istio must be installed with the bootstrap that Aeraki gives, and the pod restarted.';
    return { links: [broken('route configuration', reason, cure)], value: null };
  }
  const { value } = config.value;
  if (config.refused !== undefined) {
    const reason = `the proxy refused the last ${served.rds}: ${config.refused}`;
    return {
      links: [
        broken(
          'route configuration',
          reason,
          'Mend the route that the words name; `aeraki validate` finds most of these.',
        ),
      ],
      value,
    };
  }
  const changes = expected?.routes === undefined ? [] : changedFields(value, expected.routes.value);
  if (changes.length > 0) {
    const where = [...new Set(changes.map(({ hunk, path }) => hunk || path))].slice(0, 3).join(', ');
    const reason = `${served.rds} is not what the rules give (${where})`;
    const cure = 'Apply the rules, or wait for Aeraki to push them; `aeraki diff` shows every field.';
    return { links: [broken('route configuration', reason, cure)], value };
  }
  const version = config.version === '' ? '' : `, version ${config.version}`;
  return { links: [good('route configuration', `${served.rds}, ${routeCount(value)}${version}`)], value };
}

export function routeCount(value: Json): string {
  const routes = typeof value === 'object' && value !== null && 'routes' in value ? value.routes : undefined;
  const count = Array.isArray(routes) ? routes.length : 0;
  return `${count} route${count === 1 ? '' : 's'}`;
}

function clusterLinks(value: Json, proxy: ProxyConfig): readonly Link[] {
  const names = clustersIn(value);
  if (names.length === 0) return [];
  const missing = proxy.knows('clusters') ? names.filter((name) => !proxy.clusters.has(name)) : [];
  const links: Link[] = missing.map((name) => {
    const subset = parseClusterName(name)?.subset ?? '';
    const cure =
      subset === ''
        ? 'See that the service it names is there, has this port, and is exported to the namespace of the client.'
        : `Define the subset ${subset} in a DestinationRule for that host.`;
    return broken('clusters', `the proxy has no cluster ${name}`, cure);
  });
  const present = names.filter((name) => proxy.clusters.has(name));
  for (const name of present) {
    const state = proxy.clusters.get(name);
    if (state === 'warming' || state === 'refused') {
      links.push(
        broken(
          'clusters',
          `the cluster ${name} is ${state}`,
          'See `aeraki proxy-config clusters` for what the proxy says of it.',
        ),
      );
    }
  }
  if (present.length > 0) links.push(good('clusters', present.join(', ')));
  const { endpoints } = proxy;
  if (endpoints === undefined || present.length === 0) return links;
  const counts = present.map((name) => ({ name, ...(endpoints.get(name) ?? { healthy: 0, all: 0 }) }));
  for (const { name, healthy, all } of counts) {
    if (healthy > 0) continue;
    const reason = all === 0 ? `${name} has no endpoints` : `none of the ${all} endpoints of ${name} is healthy`;
    links.push(
      broken(
        'endpoints',
        reason,
        'See that pods with the labels of the service (and of the subset) run and are ready.',
      ),
    );
  }
  const shown = counts.map(({ name, healthy, all }) => `${name}: ${healthy} of ${all} healthy`);
  links.push(good('endpoints', shown.join(', ')));
  return links;
}
