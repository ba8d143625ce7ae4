import { diagnose } from './diagnostics/diagnose.js';
import type { Diagnostic, Finding } from './diagnostics/diagnostic.js';
import { buildIndex } from './index/build.js';
import { type FoundMeshConfig, meshConfigOf } from './index/mesh-config.js';
import type { MeshIndex } from './index/mesh-index.js';
import type { Loaded } from './load/loaded.js';
import { parseYaml } from './load/parse-yaml.js';
import type { Resource } from './model/resource.js';
import { isStructural, loadSchemaCheck } from './schema/check.js';
import type { TranslateOptions } from './translate/options.js';
import { placementFindings } from './translate/placement/findings.js';
import { predictPlacement } from './translate/placement/predict.js';
import type { Translation } from './translate/protocol.js';
import { translate } from './translate/translate.js';
import { loadWebhookCheck } from './validate/webhook/check.js';

/** Inputs that fit together: what was loaded, what may be translated of it, and its look-ups. */
export interface Indexed {
  readonly loaded: Loaded;
  readonly index: MeshIndex;
  /** Of loading, of the schema check and of the mesh config. */
  readonly findings: readonly Finding[];
}

export interface Translated extends Indexed {
  readonly translation: Translation;
  /** All findings of the way, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface PipelineOptions {
  /** From a file of its own, in place of what is among the resources. */
  readonly meshConfig?: FoundMeshConfig | undefined;
  /**
   * Whether it is said as an error what the API server or the webhook would refuse; else the schema's word on it is a
   * warning. Either way such a resource is translated, for a cluster may hold it (it was there before the webhook).
   */
  readonly refusals?: boolean;
}

/** Loaded → schema check → index. */
export async function indexLoaded(
  loaded: Loaded,
  options: TranslateOptions,
  { meshConfig, refusals = false }: PipelineOptions = {},
): Promise<Indexed> {
  const { resources, findings } = await checkShapes(loaded.resources, refusals);
  const mesh = meshConfig ?? meshConfigOf(resources, options.rootNamespace, parseYaml);
  const index = buildIndex(resources, { ...options, meshConfig: mesh.config });
  return { loaded, index, findings: [...loaded.findings, ...findings, ...mesh.findings] };
}

/** Loaded → schema check → index → translate → diagnostics: the whole way of `aeraki translate`. */
export async function translateLoaded(
  loaded: Loaded,
  options: TranslateOptions,
  pipeline: PipelineOptions = {},
): Promise<Translated> {
  const indexed = await indexLoaded(loaded, options, pipeline);
  const translation = translate(indexed.index, options);
  // Corrected, a filter stands where it should or there is an error: nothing is lost without a word.
  const lost = options.fixed
    ? placementFindings(predictPlacement(translation, indexed.index, options.rootNamespace, loaded.resources), 'error')
    : [];
  const diagnostics = diagnose([...indexed.findings, ...translation.findings, ...lost], loaded.locate);
  return { ...indexed, translation, diagnostics };
}

/**
 * The resources that have the shape that the stages behind rely on. One that has not is left out with an error;
 * whatever else the API server would object to does not keep it from being translated.
 */
async function checkShapes(
  resources: readonly Resource[],
  refusals: boolean,
): Promise<{ readonly resources: readonly Resource[]; readonly findings: readonly Finding[] }> {
  const check = await loadSchemaCheck(resources.map(({ kind }) => kind));
  const webhook = refusals ? await loadWebhookCheck(resources) : undefined;
  const sound: Resource[] = [];
  const findings: Finding[] = [];
  for (const resource of resources) {
    const own = check(resource);
    const broken = own.some((finding) => isStructural(finding));
    if (!broken) sound.push(resource);
    for (const finding of own) {
      const lenient = !refusals && finding.severity === 'error' && !isStructural(finding);
      findings.push(lenient ? { ...finding, severity: 'warning' } : finding);
    }
    if (broken) continue;
    for (const finding of webhook?.(resource) ?? []) if (finding.severity === 'error') findings.push(finding);
  }
  return { resources: sound, findings };
}
