import { defaultMeshConfig, type MeshConfig } from '../../model/mesh-config.js';
import { type Decoded, isObject, MeshDecoder } from './decode.js';
import { meshProblems, networkProblems } from './rules.js';

export type ReadMeshConfig = { readonly config: MeshConfig } | { readonly reason: string };

/**
 * A MeshConfig document laid over Istio's defaults, as Istio reads it (ApplyMeshConfig of pkg/config/mesh, Istio 1.18):
 * decoded and validated as a whole, so that one wrong value anywhere costs the whole document. `defaultConfig` is taken
 * by that name only: under its protobuf name `default_config` it is decoded, but not applied.
 */
export function readMeshConfig(document: unknown): ReadMeshConfig {
  const decoder = new MeshDecoder();
  const mesh = decoder.message('MeshConfig', document ?? {});
  const proxy = isObject(document) && isObject(document.defaultConfig) ? ((mesh.defaultConfig ?? {}) as Decoded) : {};
  if (decoder.problems.length > 0) return refused(decoder.problems);
  const problems = meshProblems(mesh, proxy);
  if (problems.length > 0) return refused(problems);
  const tracing = (proxy.tracing ?? {}) as Decoded;
  return {
    config: {
      accessLogFile: (mesh.accessLogFile as string | undefined) ?? defaultMeshConfig.accessLogFile,
      accessLogEncoding: encodings[(mesh.accessLogEncoding as number | undefined) ?? 0] ?? 'UNKNOWN',
      accessLogFormat: (mesh.accessLogFormat as string | undefined) ?? defaultMeshConfig.accessLogFormat,
      enableTracing: (mesh.enableTracing as boolean | undefined) ?? defaultMeshConfig.enableTracing,
      randomSampling: (tracing.sampling as number | undefined) ?? defaultMeshConfig.randomSampling,
      zipkinAddress: ((tracing.zipkin ?? {}) as { address?: string }).address ?? defaultMeshConfig.zipkinAddress,
      interceptionMode: interceptionModes[(proxy.interceptionMode as number | undefined) ?? 0] ?? 'REDIRECT',
    },
  };
}

/** Why Istio refuses a document of MeshNetworks; undefined: it does not. */
export function whyNoMeshNetworks(document: unknown): string | undefined {
  const decoder = new MeshDecoder();
  const networks = decoder.message('MeshNetworks', document ?? {});
  const problems = decoder.problems.length > 0 ? decoder.problems : networkProblems(networks);
  return problems.length === 0 ? undefined : problems.join('; ');
}

const encodings: readonly MeshConfig['accessLogEncoding'][] = ['TEXT', 'JSON'];

const interceptionModes: readonly MeshConfig['interceptionMode'][] = ['REDIRECT', 'TPROXY', 'NONE'];

function refused(problems: readonly string[]): ReadMeshConfig {
  return { reason: problems.join('; ') };
}
