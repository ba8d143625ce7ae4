import { catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { LiveIndex } from '../index/live.js';
import { meshConfigOf } from '../index/mesh-config.js';
import type { IncrementalAnalysis } from '../validate/analysis/incremental.js';
import { Judge } from '../validate/judge.js';
import { onePerId, type ValidateInput, type ValidateOptions } from '../validate/validate.js';

/**
 * `validate` again and again, for the price of what is another. The result is that of `validate`, but for the order of its
 * findings, repetitions among them, and that the `Resource` of a finding may be an older one of the same object (`Teller`).
 */
export class LiveValidation {
  readonly #judged: Judge;
  readonly #known = new Judge(new Set());
  readonly #index = new LiveIndex();
  #analysis: IncrementalAnalysis | undefined;

  constructor(readonly options: ValidateOptions) {
    this.#judged = new Judge(options.layers);
  }

  async next({ judged, known }: ValidateInput): Promise<readonly Finding[]> {
    const { options } = this;
    const own = await this.#judged.judge(judged);
    const findings: Finding[] = [];
    for (const each of own.values()) for (const found of each.findings) findings.push(found);
    if (!options.layers.has('analysis')) return findings;
    const around = await this.#known.judge(known);
    const sound = [
      ...judged.filter((resource) => own.get(resource)?.sound !== false),
      ...known.filter((resource) => around.get(resource)?.sound !== false),
    ];
    const unique = onePerId(sound);
    const mesh = meshConfigOf(unique, options.translate.rootNamespace, options.parseYaml);
    const { index, change } = this.#index.update(unique, { ...options.translate, meshConfig: mesh.config });
    this.#analysis ??= new (await import('../validate/analysis/incremental.js')).IncrementalAnalysis(options.translate);
    const analysed = await this.#analysis.analyse(unique, index, change);
    const objects = new Set(judged.map(({ object }) => object));
    for (const found of mesh.findings) findings.push(found);
    for (const found of analysed) {
      if (!options.layers.has('istio') && catalogue[found.code].layer === 'istio') continue;
      if (found.resource === undefined || objects.has(found.resource.object)) findings.push(found);
    }
    return findings;
  }
}
