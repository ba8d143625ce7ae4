import type { LabelSelector } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { readSelectors } from './discovery.js';

export type OutboundPolicy = 'ALLOW_ANY' | 'REGISTRY_ONLY';

/** What of Istio's mesh config decides what a proxy sees, with Istio's defaults filled in. */
export interface MeshSettings {
  readonly rootNamespace: string;
  /** `cluster.local` unless the mesh has another. */
  readonly clusterDomain: string;
  readonly outboundPolicy: OutboundPolicy;
  /** Whether clients turn to mutual TLS by themselves. */
  readonly autoMtls: boolean;
  /** What every filter that logs holds of it; undefined: there is no access log by the mesh config. */
  readonly accessLog: { readonly file: string; readonly format: string } | undefined;
  readonly serviceExportTo: ReadonlySet<string>;
  readonly virtualServiceExportTo: ReadonlySet<string>;
  readonly destinationRuleExportTo: ReadonlySet<string>;
  /** Of Namespaces that istiod looks at; none: all. */
  readonly discoverySelectors: readonly LabelSelector[];
  /** The lines that proxies may log: `accessLogFormat`, then those of the providers that write a file. */
  readonly logFormats: readonly string[];
  /** Provider → its service (`HOST` or `NAMESPACE/HOST`), for those that a proxy calls. */
  readonly providers: ReadonlyMap<string, string>;
  /** The providers of every proxy for which no Telemetry says otherwise. */
  readonly defaultProviders: readonly string[];
}

const EVERYWHERE: ReadonlySet<string> = new Set(['*']);

/**
 * Reads the mesh config out of the ConfigMap `istio` of `istioNamespace`, else of any namespace, else of an IstioOperator.
 *
 * @param parseYaml throws an Error for text that is no YAML; then Istio's defaults count
 * @param given a ConfigMap, IstioOperator or MeshConfig that counts in place of those
 */
export function meshSettings(
  resources: readonly Resource[],
  istioNamespace: string,
  clusterDomain: string,
  parseYaml: (text: string) => unknown,
  given?: unknown,
): MeshSettings {
  const mesh = meshDocument(given ?? meshResource(resources, istioNamespace)?.object, parseYaml);
  const policy = field(mesh, 'outboundTrafficPolicy');
  const root = field(mesh, 'rootNamespace');
  return {
    rootNamespace: typeof root === 'string' && root !== '' ? root : istioNamespace,
    clusterDomain,
    outboundPolicy: policyOf(policy, 'ALLOW_ANY'),
    autoMtls: field(mesh, 'enableAutoMtls') !== false,
    accessLog: accessLogOf(mesh),
    serviceExportTo: exportTo(mesh, 'defaultServiceExportTo'),
    virtualServiceExportTo: exportTo(mesh, 'defaultVirtualServiceExportTo'),
    destinationRuleExportTo: exportTo(mesh, 'defaultDestinationRuleExportTo'),
    discoverySelectors: readSelectors(listField(mesh, 'discoverySelectors')),
    ...providersOf(mesh),
  };
}

/** Where the mesh config stands: the ConfigMap `istio` of `istioNamespace`, else of any namespace, else an IstioOperator. */
export function meshResource(resources: readonly Resource[], istioNamespace: string): Resource | undefined {
  const maps = resources.filter(({ kind, name }) => kind === 'ConfigMap' && name === 'istio');
  const map = maps.find(({ namespace }) => namespace === istioNamespace) ?? maps[0];
  return map ?? resources.find(({ kind }) => kind === 'IstioOperator');
}

function meshDocument(object: unknown, parseYaml: (text: string) => unknown): unknown {
  const kind = field(object, 'kind');
  if (kind === 'IstioOperator') return field(field(object, 'spec'), 'meshConfig');
  if (kind !== 'ConfigMap') return object;
  const text = field(field(object, 'data'), 'mesh');
  try {
    return typeof text === 'string' ? parseYaml(text) : undefined;
  } catch {
    return undefined;
  }
}

function providersOf(mesh: unknown): Pick<MeshSettings, 'logFormats' | 'providers' | 'defaultProviders'> {
  const formats = [field(mesh, 'accessLogFormat')];
  const providers = new Map<string, string>();
  for (const provider of listField(mesh, 'extensionProviders')) {
    const format = field(field(provider, 'envoyFileAccessLog'), 'logFormat');
    const labels = field(format, 'labels');
    formats.push(field(format, 'text'), labels === undefined ? undefined : JSON.stringify(labels));
    // Each kind of provider that a proxy calls (tracing, ALS, ext_authz) names it by `service`.
    const kinds = typeof provider === 'object' && provider !== null ? Object.values(provider) : [];
    const service = kinds.map((kind) => field(kind, 'service')).find((each) => typeof each === 'string');
    if (service !== undefined) providers.set(String(field(provider, 'name')), String(service));
  }
  const defaults = field(mesh, 'defaultProviders');
  return {
    logFormats: formats.filter((each): each is string => typeof each === 'string' && each !== ''),
    providers,
    defaultProviders: ['tracing', 'metrics', 'accessLogging'].flatMap((of) => listField(defaults, of).map(String)),
  };
}

function accessLogOf(mesh: unknown): MeshSettings['accessLog'] {
  const file = field(mesh, 'accessLogFile');
  const format = field(mesh, 'accessLogFormat');
  if (typeof file !== 'string' || file === '') return undefined;
  return { file, format: typeof format === 'string' ? format : '' };
}

/** The mode of an outboundTrafficPolicy: one that is there and names none is REGISTRY_ONLY, for that is its zero value. */
export function policyOf(policy: unknown, absent: OutboundPolicy): OutboundPolicy {
  if (policy === undefined || policy === null) return absent;
  const mode = field(policy, 'mode');
  return mode === 'ALLOW_ANY' || mode === 1 ? 'ALLOW_ANY' : 'REGISTRY_ONLY';
}

function exportTo(mesh: unknown, key: string): ReadonlySet<string> {
  const value = listField(mesh, key);
  return value.length > 0 ? new Set(value.map(String)) : EVERYWHERE;
}

/** A member of a mapping; undefined for anything else. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/** A list in a mapping; without elements where there is none. */
export function listField(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}
