import type { Resource } from '../model/resource.js';

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
}

const EVERYWHERE: ReadonlySet<string> = new Set(['*']);

/**
 * Reads the mesh config out of the ConfigMap `istio` of `istioNamespace`, else of any namespace.
 *
 * @param parseYaml throws an Error for text that is no YAML; then Istio's defaults count
 */
export function meshSettings(
  resources: readonly Resource[],
  istioNamespace: string,
  clusterDomain: string,
  parseYaml: (text: string) => unknown,
): MeshSettings {
  const maps = resources.filter(({ kind, name }) => kind === 'ConfigMap' && name === 'istio');
  const map = maps.find(({ namespace }) => namespace === istioNamespace) ?? maps[0];
  const mesh = map === undefined ? {} : readMesh(map, parseYaml);
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

function readMesh(map: Resource, parseYaml: (text: string) => unknown): unknown {
  const data = field(map.object, 'data');
  const text = field(data, 'mesh');
  if (typeof text !== 'string') return {};
  try {
    return parseYaml(text) ?? {};
  } catch {
    return {};
  }
}

function exportTo(mesh: unknown, key: string): ReadonlySet<string> {
  const value = field(mesh, key);
  return Array.isArray(value) && value.length > 0 ? new Set(value.map(String)) : EVERYWHERE;
}

/** A member of a mapping; undefined for anything else. */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return;
  return (value as Readonly<Record<string, unknown>>)[key];
}
