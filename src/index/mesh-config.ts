import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { defaultMeshConfig, type MeshConfig } from '../model/mesh-config.js';
import type { Resource } from '../model/resource.js';

export interface FoundMeshConfig {
  readonly config: MeshConfig;
  readonly findings: readonly Finding[];
}

/** Reads one YAML document as Kubernetes reads it; throws an Error for text that is no YAML. */
export type ParseYaml = (text: string) => unknown;

/**
 * The mesh config among the resources: the ConfigMap `istio` of the root namespace, else one of that name in another
 * namespace (the shared case feature-mesh-config-map-elsewhere shows that it counts, against translation.md section
 * 14), else the first IstioOperator's `spec.meshConfig`, else Istio's defaults.
 */
export function meshConfigOf(
  resources: readonly Resource[],
  rootNamespace: string,
  parseYaml: ParseYaml,
): FoundMeshConfig {
  const configMaps = resources.filter((each) => each.kind === 'ConfigMap' && each.name === 'istio');
  const ofRoot = configMaps.find((each) => each.namespace === rootNamespace);
  const resource = ofRoot ?? configMaps[0] ?? resources.find((each) => each.kind === 'IstioOperator');
  if (resource === undefined) {
    return { config: defaultMeshConfig, findings: [] };
  }
  const found = read(resource.object, parseYaml, { resource });
  if (resource.kind !== 'ConfigMap' || ofRoot !== undefined) {
    return found;
  }
  const elsewhere = finding('AER0443', { namespace: resource.namespace, root: rootNamespace }, { resource });
  return { ...found, findings: [elsewhere, ...found.findings] };
}

/**
 * The mesh config in a file of its own: a MeshConfig document, the `istio` ConfigMap or an IstioOperator.
 * `file` is for the findings.
 */
export function meshConfigOfFile(text: string, file: string, parseYaml: ParseYaml): FoundMeshConfig {
  try {
    return read(parseYaml(text), parseYaml, { file });
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error), { file });
  }
}

type Place = { readonly resource: Resource } | { readonly file: string };

function read(document: unknown, parseYaml: ParseYaml, place: Place): FoundMeshConfig {
  const kind = isObject(document) ? document.kind : undefined;
  if (kind === 'ConfigMap') {
    const text = field(field(document, 'data'), 'mesh');
    if (text === undefined) {
      return { config: defaultMeshConfig, findings: [] };
    }
    if (typeof text !== 'string') {
      return unusable('data.mesh is not text', place);
    }
    try {
      return meshConfig(parseYaml(text) ?? {}, place);
    } catch (error) {
      return unusable(error instanceof Error ? error.message : String(error), place);
    }
  }
  return meshConfig(kind === 'IstioOperator' ? (field(field(document, 'spec'), 'meshConfig') ?? {}) : document, place);
}

function meshConfig(document: unknown, place: Place): FoundMeshConfig {
  if (!isObject(document)) {
    return unusable('it is not a mapping', place);
  }
  const wrong: string[] = [];
  const take = <T extends 'string' | 'boolean' | 'number'>(parent: unknown, key: string, type: T) => {
    const value = field(parent, key);
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value !== type) {
      wrong.push(key);
      return undefined;
    }
    return value as T extends 'string' ? string : T extends 'boolean' ? boolean : number;
  };
  const encoding = field(document, 'accessLogEncoding');
  const known =
    encoding === undefined || encoding === 'TEXT' || encoding === 'JSON' || encoding === 0 || encoding === 1;
  if (!known) {
    wrong.push('accessLogEncoding');
  }
  const config: MeshConfig = {
    accessLogFile: take(document, 'accessLogFile', 'string') ?? defaultMeshConfig.accessLogFile,
    accessLogEncoding: encoding === 'JSON' || encoding === 1 ? 'JSON' : 'TEXT',
    accessLogFormat: take(document, 'accessLogFormat', 'string') ?? defaultMeshConfig.accessLogFormat,
    enableTracing: take(document, 'enableTracing', 'boolean') ?? defaultMeshConfig.enableTracing,
    randomSampling:
      take(field(field(document, 'defaultConfig'), 'tracing'), 'sampling', 'number') ??
      defaultMeshConfig.randomSampling,
  };
  return wrong.length === 0
    ? { config, findings: [] }
    : {
        config,
        findings: [finding('AER0434', { reason: `${wrong.join(', ')} has a value of the wrong type` }, place)],
      };
}

function unusable(reason: string, place: Place): FoundMeshConfig {
  return { config: defaultMeshConfig, findings: [finding('AER0434', { reason }, place)] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(parent: unknown, key: string): unknown {
  return isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}
