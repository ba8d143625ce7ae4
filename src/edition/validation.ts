import { catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { LiveIndex } from '../index/live.js';
import { LiveMeshConfig } from '../index/live-mesh-config.js';
import type { Resource } from '../model/resource.js';
import { Chosen } from '../patch/chosen.js';
import { sameEnds } from '../patch/ends.js';
import { Left } from '../patch/left.js';
import type { IncrementalAnalysis } from '../validate/analysis/incremental.js';
import { faultless, Judge, type Judgement } from '../validate/judge.js';
import { onePerId, type ValidateInput, type ValidateOptions } from '../validate/validate.js';

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

/** `onePerId` again and again: where nothing was repeated and what changed has the ids that it had, nothing is. */
class Ids {
  #resources: readonly Resource[] = [];
  #single = false;

  unique(now: readonly Resource[]): readonly Resource[] {
    const before = this.#resources;
    this.#resources = now;
    if (this.#single && before.length === now.length) {
      const [head, tail] = sameEnds(before, now, (a, b) => a.object === b.object);
      const between = now.slice(head, now.length - tail);
      if (between.every((each, at) => haveOneId(each, before[head + at]))) return now;
    }
    const unique = onePerId(now);
    this.#single = unique.length === now.length;
    return unique;
  }
}

function haveOneId(a: Resource, b: Resource | undefined): boolean {
  return a.kind === b?.kind && a.namespace === b.namespace && a.name === b.name;
}
