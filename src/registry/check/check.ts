import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { MetaRouterSpec } from '../../model/aeraki.js';
import type { DestinationRuleSpec, ServiceEntry } from '../../model/istio.js';
import type { Resource } from '../../model/resource.js';
import { isFromRegistry } from '../convert/existing.js';
import type { RegistryState } from '../model.js';
import { keyOf } from '../reference/entry.js';
import { consumerFindings } from './consumers.js';
import { few } from './few.js';
import { routeFindings } from './routes.js';

/** What is needed to judge rules by a registry. */
export interface Checked {
  /** As `convert` makes them. */
  readonly entries: readonly ServiceEntry[];
  readonly states: readonly RegistryState[];
  readonly resources: readonly Resource[];
  readonly file: string;
}

/** What does not fit between rules and a registry. */
export function checkRules({ entries, states, resources, file }: Checked): readonly Finding[] {
  const byHost = new Map(entries.flatMap((entry) => (entry.spec?.hosts ?? []).map((host) => [host, entry] as const)));
  return [
    ...resources.flatMap((resource) => oneResource(resource, byHost, states)),
    ...routeFindings(resources, byHost),
    ...consumerFindings(states, file),
    ...dnsFindings(entries, resources, file),
  ];
}

function oneResource(
  resource: Resource,
  byHost: ReadonlyMap<string, ServiceEntry>,
  states: readonly RegistryState[],
): readonly Finding[] {
  if (resource.kind === 'ServiceEntry') return entryFindings(resource, byHost, states);
  if (resource.kind === 'DestinationRule') return subsetFindings(resource, byHost);
  if (resource.kind === 'MetaRouter') return portFindings(resource, byHost);
  return [];
}

function entryFindings(
  resource: Resource,
  byHost: ReadonlyMap<string, ServiceEntry>,
  states: readonly RegistryState[],
): readonly Finding[] {
  const entry = resource.object as ServiceEntry;
  const key = `${resource.namespace}/${resource.name}`;
  const names = new Set(states.map(({ registryName }) => registryName));
  const findings: Finding[] = [];
  for (const host of entry.spec?.hosts ?? []) {
    const own = byHost.get(host);
    if (own !== undefined && keyOf(own) !== key) {
      findings.push(finding('AER1246', { entry: key, host, other: keyOf(own) }, { resource, pointer: '/spec/hosts' }));
    }
    if (own === undefined && !isFromRegistry(entry)) continue;
    const there = addressesOf(entry.spec?.endpoints ?? [], names);
    const wanted = addressesOf(own?.spec?.endpoints ?? [], names);
    const missing = [...wanted].filter((each) => !there.has(each));
    const stale = [...there].filter((each) => !wanted.has(each));
    const place = { resource, pointer: '/spec/endpoints' };
    if (missing.length > 0) findings.push(finding('AER1241', { host, entry: key, missing: few(missing) }, place));
    if (stale.length > 0) findings.push(finding('AER1243', { host, entry: key, stale: few(stale) }, place));
  }
  return findings;
}

/** `address:port` of the endpoints of these registries; one that says no registry counts too. */
function addressesOf(
  endpoints: NonNullable<NonNullable<ServiceEntry['spec']>['endpoints']>,
  registryNames: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    endpoints
      .filter(({ labels }) => labels?.registryName === undefined || registryNames.has(labels.registryName))
      .flatMap(({ address = '', ports }) => Object.values(ports ?? {}).map((port) => `${address}:${port}`)),
  );
}

function subsetFindings(resource: Resource, byHost: ReadonlyMap<string, ServiceEntry>): readonly Finding[] {
  const spec = (resource.object.spec ?? {}) as DestinationRuleSpec;
  const { host = '' } = spec;
  const entry = byHost.get(host);
  if (entry === undefined) return [];
  const endpoints = entry.spec?.endpoints ?? [];
  return (spec.subsets ?? []).flatMap(({ name = '', labels = {} }, at) => {
    const pairs = Object.entries(labels);
    const has = endpoints.some((endpoint) => pairs.every(([key, value]) => endpoint.labels?.[key] === value));
    if (has || pairs.length === 0) return [];
    const keys = pairs.map(([key]) => key);
    const known = keys.map((key) => {
      const values = new Set(endpoints.flatMap((endpoint) => endpoint.labels?.[key] ?? []));
      return `${key}: ${values.size === 0 ? 'none' : few([...values])}`;
    });
    const asked = pairs.map(([key, value]) => `${key}=${value}`).join(', ');
    const args = { subset: name, host, labels: asked, known: known.join('; ') };
    return [finding('AER1242', args, { resource, pointer: `/spec/subsets/${at}` })];
  });
}

function portFindings(resource: Resource, byHost: ReadonlyMap<string, ServiceEntry>): readonly Finding[] {
  const spec = (resource.object.spec ?? {}) as MetaRouterSpec;
  return (spec.routes ?? []).flatMap((route, at) =>
    (route.route ?? []).flatMap(({ destination }, place) => {
      const host = destination?.host ?? '';
      const number = destination?.port?.number;
      const ports = byHost.get(host)?.spec?.ports;
      if (ports === undefined || number === undefined || ports.some((port) => port.number === number)) return [];
      const args = {
        what: `MetaRouter ${resource.namespace}/${resource.name}`,
        port: number,
        host,
        ports: few(ports.map((port) => String(port.number))),
      };
      return [finding('AER1245', args, { resource, pointer: `/spec/routes/${at}/route/${place}/destination/port` })];
    }),
  );
}

/** One finding for all: it is the same thing to do. */
function dnsFindings(
  entries: readonly ServiceEntry[],
  resources: readonly Resource[],
  file: string,
): readonly Finding[] {
  const withAddress = new Set(
    resources.flatMap(({ kind, object }) => {
      const { spec } = object as ServiceEntry;
      return kind === 'ServiceEntry' && (spec?.addresses ?? []).length > 0 ? (spec?.hosts ?? []) : [];
    }),
  );
  const hosts = entries.flatMap(({ spec }) => spec?.hosts ?? []).filter((host) => !withAddress.has(host));
  const [example] = hosts;
  return example === undefined ? [] : [finding('AER1244', { count: hosts.length, example }, { file })];
}
