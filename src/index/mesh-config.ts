import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { defaultMeshConfig, type MeshConfig } from '../model/mesh-config.js';
import type { Resource } from '../model/resource.js';
import { isObject } from './mesh-config/decode.js';
import { readMeshConfig, whyNoMeshNetworks } from './mesh-config/read.js';

export interface FoundMeshConfig {
  readonly config: MeshConfig;
  readonly findings: readonly Finding[];
}

/**
 * Reads the first YAML document of a text as Kubernetes reads it, of a key that stands twice the last; throws an Error
 * for text that is no YAML.
 */
export type ParseYaml = (text: string) => unknown;

/**
 * The mesh config among the resources: the ConfigMap `istio` of the root namespace, else the first IstioOperator's
 * `spec.meshConfig`, else Istio's defaults. A ConfigMap `istio` of another namespace does not count, which is said
 * where it is the only one.
 */
export function meshConfigOf(
  resources: readonly Resource[],
  rootNamespace: string,
  parseYaml: ParseYaml,
): FoundMeshConfig {
  const configMaps = resources.filter((each) => each.kind === 'ConfigMap' && each.name === 'istio');
  const ofRoot = configMaps.find((each) => each.namespace === rootNamespace);
  const resource = ofRoot ?? resources.find((each) => each.kind === 'IstioOperator');
  if (resource !== undefined) return read(resource.object, parseYaml, { resource });
  const elsewhere = configMaps.find(({ object }) => field(field(object, 'data'), 'mesh') !== undefined);
  return {
    config: defaultMeshConfig,
    findings:
      elsewhere === undefined
        ? []
        : [finding('AER0443', { namespace: elsewhere.namespace, root: rootNamespace }, { resource: elsewhere })],
  };
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
  if (kind === 'ConfigMap') return ofConfigMap(field(document, 'data'), parseYaml, place);
  return meshConfig(kind === 'IstioOperator' ? field(field(document, 'spec'), 'meshConfig') : document, place);
}

/** Istio reads `meshNetworks` first, and does not come to `mesh` when it refuses that. */
function ofConfigMap(data: unknown, parseYaml: ParseYaml, place: Place): FoundMeshConfig {
  const mesh = field(data, 'mesh');
  const networks = field(data, 'meshNetworks');
  if (mesh === undefined) return { config: defaultMeshConfig, findings: [] };
  if (typeof mesh !== 'string') return unusable('data.mesh is not text', place);
  try {
    const reason = typeof networks === 'string' ? whyNoMeshNetworks(parseYaml(networks)) : undefined;
    return reason === undefined
      ? meshConfig(parseYaml(mesh), place)
      : unusable(`data.meshNetworks beside it is refused, ${reason}`, place);
  } catch (error) {
    return unusable(error instanceof Error ? error.message : String(error), place);
  }
}

function meshConfig(document: unknown, place: Place): FoundMeshConfig {
  const found = readMeshConfig(document);
  if ('reason' in found) return unusable(found.reason, place);
  const { enableTracing, randomSampling: value } = found.config;
  const refused = enableTracing && !(value >= 0 && value <= 100);
  return { config: found.config, findings: refused ? [finding('AER0445', { value }, place)] : [] };
}

function unusable(reason: string, place: Place): FoundMeshConfig {
  const sentence = reason.replace(/\.$/, '');
  return { config: defaultMeshConfig, findings: [finding('AER0434', { reason: sentence }, place)] };
}

function field(parent: unknown, key: string): unknown {
  return isObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}
