import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { Loaded } from '../../load/loaded.js';
import { mergeRules, rulesFromTranslation } from '../../match/from-translation.js';
import type { ProxyRules } from '../../match/rules.js';
import type { EnvoyFilter } from '../../model/envoy.js';
import { translateLoaded } from '../../pipeline.js';
import { codecsByRoute } from '../../translate/metaprotocol/codec.js';
import { defaultTranslateOptions } from '../../translate/options.js';
import { readInputs, rootNamespace, wantsCluster } from '../inputs.js';
import { splitPrinted } from '../rules.js';
import type { ProxyFlags } from './flags.js';

/** Everything that the inputs say. */
export interface ProxyInputs {
  readonly loaded: Loaded;
  readonly index: MeshIndex;
  readonly envoyFilters: readonly EnvoyFilter[];
  readonly rules: ProxyRules;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and translates the inputs; what `translate` or a proxy printed counts as rules too. */
export async function readProxyInputs(paths: readonly string[], flags: ProxyFlags): Promise<ProxyInputs> {
  const { printed, rest } = await splitPrinted(paths);
  const loaded = rest.length === 0 && !wantsCluster(flags) ? await nothing() : await readInputs(rest, flags);
  const options = {
    ...defaultTranslateOptions,
    rootNamespace: rootNamespace(flags),
    clusterDomain: flags['cluster-domain'],
  };
  const translated = await translateLoaded(loaded, options, await meshConfig(flags['mesh-config']));
  const { index, translation } = translated;
  const rules = mergeRules([rulesFromTranslation(translation, codecsByRoute(index)), ...printed]);
  const { envoyFilters } = translation;
  return { loaded, index, envoyFilters, rules, diagnostics: translated.diagnostics };
}

async function meshConfig(path: string | undefined) {
  if (path === undefined) return undefined;
  const { readMeshConfigFile } = await import('../mesh-config-file.js');
  return readMeshConfigFile(path);
}

async function nothing(): Promise<Loaded> {
  const { load } = await import('../../load/load.js');
  return load([], { namespace: 'default', exclude: [] });
}

/** Those that say that the result may be wrong; the rest is for `translate` and `validate` to say. */
export function relevant(diagnostics: readonly Diagnostic[], verbose: boolean): readonly Diagnostic[] {
  return verbose ? diagnostics : diagnostics.filter(({ severity }) => severity === 'error');
}

export const noDiagnostics: readonly Diagnostic[] = diagnose([]);
