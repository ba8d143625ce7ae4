import { catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Layer } from '../diagnostics/entry.js';
import { buildIndex } from '../index/build.js';
import { meshConfigOf, type ParseYaml } from '../index/mesh-config.js';
import type { Resource } from '../model/resource.js';
import { isStructural, loadSchemaCheck } from '../schema/check.js';
import type { TranslateOptions } from '../translate/options.js';
import type { CheckIstio } from './istio/check.js';
import { isIstioKind } from './istio/kinds.js';
import { loadWebhookCheck } from './webhook/check.js';

export const layers = ['schema', 'webhook', 'istio', 'analysis'] as const satisfies readonly Layer[];
export type ChosenLayer = (typeof layers)[number];

export interface ValidateOptions {
  readonly layers: ReadonlySet<ChosenLayer>;
  /** Settings of the in-cluster Aeraki, for the analysis. */
  readonly translate: TranslateOptions;
  /** Reads a MeshConfig that stands in a ConfigMap. */
  readonly parseYaml: ParseYaml;
}

/** What is judged, and what is only known (`--context-path`). */
export interface ValidateInput {
  /** In input order; the same kind, namespace and name may occur again, and only the first is known to the analysis. */
  readonly judged: readonly Resource[];
  readonly known: readonly Resource[];
}

/**
 * The findings of the chosen layers, all of them about judged resources. Whichever layers are chosen, a resource that
 * cannot be decoded is shown to the schema layer only.
 */
export async function validate(input: ValidateInput, options: ValidateOptions): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const sound = await checkEach(input, options, findings);
  if (!options.layers.has('analysis')) return findings;
  const judged = new Set(input.judged);
  const unique = onePerId(sound);
  const { analyse } = await import('./analysis/analyse.js');
  const mesh = meshConfigOf(unique, options.translate.rootNamespace, options.parseYaml);
  const index = buildIndex(unique, { ...options.translate, meshConfig: mesh.config });
  for (const found of [...mesh.findings, ...(await analyse(unique, index, options.translate))]) {
    // Where filters stand is Istio's word, though the analysis finds it.
    if (!options.layers.has('istio') && catalogue[found.code].layer === 'istio') continue;
    if (found.resource === undefined || judged.has(found.resource)) findings.push(found);
  }
  return findings;
}

/** Runs the layers that look at one resource, and returns the resources that can be decoded: judged ones first. */
async function checkEach(
  { judged, known }: ValidateInput,
  options: ValidateOptions,
  findings: Finding[],
): Promise<readonly Resource[]> {
  const schema = await loadSchemaCheck([...judged, ...known].map(({ kind }) => kind));
  const webhook = options.layers.has('webhook') ? await loadWebhookCheck(judged) : undefined;
  const istio = options.layers.has('istio') && judged.some(isIstioKind) ? await loadIstio(judged) : undefined;
  const sound: Resource[] = [];
  for (const resource of judged) {
    const own = schema(resource);
    if (options.layers.has('schema')) for (const found of own) findings.push(found);
    if (own.some(isStructural)) continue;
    sound.push(resource);
    for (const found of webhook?.(resource) ?? []) findings.push(found);
    for (const found of istio?.(resource) ?? []) findings.push(found);
  }
  for (const resource of known) if (!schema(resource).some(isStructural)) sound.push(resource);
  return sound;
}

async function loadIstio(resources: readonly Resource[]): Promise<CheckIstio> {
  const { loadIstioCheck } = await import('./istio/check.js');
  return loadIstioCheck(resources);
}

/** The first of each kind, namespace and name: a judged one stands before one that is only known. */
export function onePerId(resources: readonly Resource[]): readonly Resource[] {
  const seen = new Set<string>();
  return resources.filter((each) => {
    const id = idOf(each);
    if (id === undefined) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** What two objects must not share; undefined: nothing, for an object with generateName has no name yet. */
export function idOf({ kind, namespace, name }: Resource): string | undefined {
  return name === '' ? undefined : `${kind} ${namespace}/${name}`;
}
