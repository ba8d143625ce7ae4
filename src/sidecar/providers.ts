import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import type { Mesh } from '../scope/scope.js';
import { field, listField } from '../scope/settings.js';
import type { MeshWorkload } from '../traffic/workloads.js';

/**
 * Hosts that the proxy of a workload calls by itself, and which no log of it shows: where it sends spans and access logs
 * to, and whom it asks for authorization. istiod gives their clusters only to proxies that import them.
 */
export type ProvidersOf = (workload: Pick<MeshWorkload, 'namespace' | 'labels'>) => readonly string[];

interface User {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly hosts: readonly string[];
}

/** Reads which providers the mesh config, Telemetry objects and policies with a CUSTOM action use. */
export function providersIn(resources: readonly Resource[], { settings, byHost }: Mesh): ProvidersOf {
  const hostsOf = (names: readonly string[]) =>
    names.flatMap((name) => {
      const service = settings.providers.get(name);
      const host = service?.slice(service.indexOf('/') + 1);
      return host !== undefined && byHost.has(host) ? [host] : [];
    });
  const everywhere = hostsOf(settings.defaultProviders);
  const users = resources.flatMap(({ kind, namespace, object }): readonly User[] => {
    const { spec } = object;
    const hosts = hostsOf(kind === 'Telemetry' ? telemetryProviders(spec) : policyProviders(kind, spec));
    const labels = (field(field(spec, 'selector'), 'matchLabels') ?? {}) as User['labels'];
    return hosts.length === 0 ? [] : [{ namespace, labels, hosts }];
  });
  return ({ namespace, labels }) => {
    const own = users.filter(
      (user) =>
        (user.namespace === namespace || user.namespace === settings.rootNamespace) && fits(user.labels, labels),
    );
    return [...everywhere, ...own.flatMap(({ hosts }) => hosts)];
  };
}

/** A nearer Telemetry takes the place of a farther one in the mesh; here all count, for what is missing breaks more. */
function telemetryProviders(spec: unknown): readonly string[] {
  return ['tracing', 'metrics', 'accessLogging']
    .flatMap((of) => listField(spec, of))
    .filter((entry) => field(entry, 'disabled') !== true && field(entry, 'disableSpanReporting') !== true)
    .flatMap((entry) => listField(entry, 'providers').map((provider) => String(field(provider, 'name'))));
}

function policyProviders(kind: string, spec: unknown): readonly string[] {
  const isCustom = kind === 'AuthorizationPolicy' && field(spec, 'action') === 'CUSTOM';
  return isCustom ? [String(field(field(spec, 'provider'), 'name'))] : [];
}
