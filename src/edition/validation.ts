import { catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { LiveIndex } from '../index/live.js';
import { LiveMeshConfig } from '../index/live-mesh-config.js';
import type { Resource } from '../model/resource.js';
import { Chosen } from '../patch/chosen.js';
import { changesOf } from '../patch/ends.js';
import { Left } from '../patch/left.js';
import type { IncrementalAnalysis } from '../validate/analysis/incremental.js';
import { faultless, Judge, type Judgement } from '../validate/judge.js';
import { idOf, onePerId, type ValidateInput, type ValidateOptions } from '../validate/validate.js';

/**
 * `validate` again and again, for the price of what is another. The result is that of `validate`, but for the order of its
 * findings, repetitions among them, and that the `Resource` of a finding may be an older one of the same object (`Teller`).
 */
export class LiveValidation {
  readonly #judged: Judge;
  readonly #own = new Sound();
  readonly #around = new Sound();
  readonly #known = new Judge(new Set());
  readonly #ids = new Ids();
  readonly #mesh = new LiveMeshConfig();
  readonly #index = new LiveIndex();
  #analysis: IncrementalAnalysis | undefined;

  constructor(readonly options: ValidateOptions) {
    this.#judged = new Judge(options.layers);
  }

  /** Lists of findings, of which each is to be compared with its own last state (`Teller`). */
  async next({ judged, known }: ValidateInput): Promise<readonly (readonly Finding[])[]> {
    const { options } = this;
    const { sound, said } = this.#own.of(judged, await this.#judged.judge(judged));
    if (!options.layers.has('analysis')) return [said];
    const { sound: around } = this.#around.of(known, await this.#known.judge(known));
    const unique = this.#ids.unique(around.length === 0 ? sound : [...sound, ...around]);
    const mesh = this.#mesh.update(unique, options.translate.rootNamespace, options.parseYaml);
    const { index, change } = this.#index.update(unique, { ...options.translate, meshConfig: mesh.config });
    this.#analysis ??= new (await import('../validate/analysis/incremental.js')).IncrementalAnalysis(options.translate);
    const analysed = [mesh.findings, ...(await this.#analysis.analyse(unique, index, change))];
    if (known.length === 0 && options.layers.has('istio')) return [said, ...analysed];
    const isTold = this.#isTold(judged, known);
    return [said, ...analysed.map((list) => (list.every(isTold) ? list : list.filter(isTold)))];
  }

  #isTold(judged: readonly Resource[], known: readonly Resource[]): (found: Finding) => boolean {
    const hears = this.options.layers.has('istio');
    // Without others around, whatever is found is about what is judged.
    const objects = known.length === 0 ? undefined : new Set(judged.map(({ object }) => object));
    return ({ code, resource }) =>
      (hears || catalogue[code].layer !== 'istio') &&
      (resource === undefined || objects === undefined || objects.has(resource.object));
  }
}

/** Those that can be decoded, and what there is to say of all of them, of one state after another. */
class Sound {
  readonly #faulty = new Chosen<Judgement>((each) => each !== faultless);
  readonly #left = new Left<Resource>();

  of(resources: readonly Resource[], judgements: readonly Judgement[]) {
    const faulty = this.#faulty.of(judgements);
    const unsound = faulty.filter(({ element }) => !element.sound).map(({ at }) => at);
    return { sound: this.#left.of(resources, unsound), said: faulty.flatMap(({ element }) => element.findings) };
  }
}

/** `onePerId` again and again: while no id is there twice, all are. */
class Ids {
  #resources: readonly Resource[] = [];
  readonly #count = new Map<string, number>();
  #repeated = 0;

  unique(now: readonly Resource[]): readonly Resource[] {
    const [gone, come] = changesOf(this.#resources, now);
    this.#resources = now;
    for (const each of gone) this.#add(each, -1);
    for (const each of come) this.#add(each, 1);
    return this.#repeated === 0 ? now : onePerId(now);
  }

  #add(resource: Resource, by: 1 | -1): void {
    const id = idOf(resource);
    if (id === undefined) return;
    const before = this.#count.get(id) ?? 0;
    const count = before + by;
    if (count === 0) this.#count.delete(id);
    else this.#count.set(id, count);
    this.#repeated += Number(count > 1) - Number(before > 1);
  }
}
