import { catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { Teller } from '../diagnostics/teller.js';
import { LiveIndex } from '../index/live.js';
import { LiveMeshConfig } from '../index/live-mesh-config.js';
import { Places } from '../index/places.js';
import type { Loaded } from '../load/loaded.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { Resource } from '../model/resource.js';
import { Chosen } from '../patch/chosen.js';
import { Left } from '../patch/left.js';
import type { PipelineOptions, Translated, translateLoaded } from '../pipeline.js';
import { isStructural } from '../schema/check.js';
import { IncrementalTranslation } from '../translate/incremental.js';
import type { TranslateOptions } from '../translate/options.js';
import { LivePlacement } from '../translate/placement/live.js';
import { faultless, Judge, type Judgement } from '../validate/judge.js';

/** `translateLoaded`, or what gives the same for the price of what changed. */
export type Translate = typeof translateLoaded;

/** `translateLoaded` of one input again and again, under a watch; other options than before are a new beginning. */
export function liveTranslate(): Translate {
  let live: { readonly key: string; readonly translation: LiveTranslation } | undefined;
  return async (loaded, options, pipeline = {}) => {
    const key = JSON.stringify([options, [...options.addresses], pipeline.refusals]);
    if (live?.key !== key) live = { key, translation: new LiveTranslation(options, pipeline.refusals === true) };
    return live.translation.next(loaded, pipeline);
  };
}

class LiveTranslation {
  readonly #judge: Judge;
  readonly #mesh = new LiveMeshConfig();
  readonly #index = new LiveIndex();
  readonly #translation: IncrementalTranslation;
  readonly #placement: LivePlacement;
  readonly #places = new Places();
  readonly #teller = new Teller();
  readonly #faulty = new Chosen<Judgement>((each) => each !== faultless);
  readonly #sound = new Left<Resource>();
  readonly #told = new WeakMap<Judgement, readonly Finding[]>();

  constructor(
    readonly options: TranslateOptions,
    readonly refusals: boolean,
  ) {
    this.#judge = new Judge(new Set(refusals ? ['schema', 'webhook'] : ['schema']));
    this.#translation = new IncrementalTranslation(options);
    this.#placement = new LivePlacement(options.rootNamespace, 'error');
  }

  async next(loaded: Loaded, { meshConfig }: PipelineOptions): Promise<Translated> {
    const { options } = this;
    const judgements = await this.#judge.judge(loaded.resources);
    const said: Finding[] = [];
    const faulty = this.#faulty.of(judgements);
    for (const { element } of faulty) said.push(...this.#toldOf(element));
    const unsound = faulty.filter(({ element }) => !element.sound).map(({ at }) => at);
    const resources = this.#sound.of(loaded.resources, unsound);
    const mesh = meshConfig ?? this.#mesh.update(resources, options.rootNamespace, parseYaml);
    const { index, change } = this.#index.update(resources, { ...options, meshConfig: mesh.config });
    const translation = this.#translation.translate(index, change);
    const lost = options.fixed ? this.#placement.next(translation.envoyFilters, index, resources) : [];
    const findings = [...loaded.findings, ...said, ...mesh.findings];
    const diagnostics = this.#teller.tell(
      [loaded.findings, said, mesh.findings, translation.findings, lost],
      loaded.locate,
      this.#places.update(loaded.resources),
    );
    return { loaded, index, findings, translation, diagnostics };
  }

  /** As `translateLoaded` says it: the webhook's errors alone, and the schema's gravely only where it is to refuse. */
  #toldOf(judgement: Judgement): readonly Finding[] {
    const known = this.#told.get(judgement);
    if (known !== undefined) return known;
    const told = judgement.findings.flatMap((each): readonly Finding[] => {
      if (catalogue[each.code].layer === 'webhook') return each.severity === 'error' ? [each] : [];
      const lenient = !this.refusals && each.severity === 'error' && !isStructural(each);
      return [lenient ? { ...each, severity: 'warning' } : each];
    });
    this.#told.set(judgement, told);
    return told;
  }
}
