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

/**
 * Istio reads the document with a protobuf JSON decoder that passes over unknown fields and keeps its defaults when any
 * value does not fit (its ConfigMap watcher then goes on with the configuration that it has), so one wrong value costs
 * the whole document. A field may also have its protobuf name (`access_log_file`), and a number may stand in quotes.
 */
function meshConfig(document: unknown, place: Place): FoundMeshConfig {
  if (!isObject(document)) {
    return unusable('it is not a mapping', place);
  }
  const wrong: string[] = [];
  const take = <T>(parent: unknown, key: string, decode: (value: unknown) => T | undefined): T | undefined => {
    const value = field(parent, key) ?? field(parent, protobufName(key)) ?? undefined;
    const decoded = value === undefined ? undefined : decode(value);
    if (value !== undefined && decoded === undefined) {
      wrong.push(key);
    }
    return decoded;
  };
  const tracing = take(take(document, 'defaultConfig', asObject), 'tracing', asObject);
  const config: MeshConfig = {
    accessLogFile: take(document, 'accessLogFile', asText) ?? defaultMeshConfig.accessLogFile,
    accessLogEncoding: take(document, 'accessLogEncoding', asEncoding) ?? defaultMeshConfig.accessLogEncoding,
    accessLogFormat: take(document, 'accessLogFormat', asText) ?? defaultMeshConfig.accessLogFormat,
    enableTracing: take(document, 'enableTracing', asBoolean) ?? defaultMeshConfig.enableTracing,
    randomSampling: take(tracing, 'sampling', asNumber) ?? defaultMeshConfig.randomSampling,
  };
  return wrong.length === 0
    ? { config, findings: [] }
    : unusable(`${wrong.join(' and ')} cannot be read (wrong type, or a value that Istio does not have)`, place);
}

const asObject = (value: unknown) => (isObject(value) ? value : undefined);
const asText = (value: unknown) => (typeof value === 'string' ? value : undefined);
const asBoolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
const encodings: ReadonlyMap<unknown, MeshConfig['accessLogEncoding']> = new Map<
  unknown,
  MeshConfig['accessLogEncoding']
>([
  ['TEXT', 'TEXT'],
  [0, 'TEXT'],
  ['JSON', 'JSON'],
  [1, 'JSON'],
]);
const asEncoding = (value: unknown) => encodings.get(value);

function asNumber(value: unknown): number | undefined {
  const quoted = typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value);
  return quoted ? Number(value) : typeof value === 'number' ? value : undefined;
}

/** `accessLogFile` as protobuf writes it in a message: `access_log_file`. */
function protobufName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
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
