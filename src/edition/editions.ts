import { type Diagnostic, type Finding, finding } from '../diagnostics/diagnostic.js';
import { Teller } from '../diagnostics/teller.js';
import { LiveIndex } from '../index/live.js';
import { LiveMeshConfig } from '../index/live-mesh-config.js';
import type { FoundMeshConfig } from '../index/mesh-config.js';
import type { MeshIndex } from '../index/mesh-index.js';
import { Places } from '../index/places.js';
import type { Loaded } from '../load/loaded.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { MeshConfig } from '../model/mesh-config.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { Chosen } from '../patch/chosen.js';
import { IncrementalTranslation } from '../translate/incremental.js';
import type { TranslateOptions } from '../translate/options.js';
import type { Translation } from '../translate/protocol.js';
import { faultless, Judge, type Judgement } from '../validate/judge.js';
import { withoutSuppressed } from '../validate/suppress.js';
import { type HeldRemoval, hold, type RemovalLimits, type Tolerance } from './hold.js';

/** One state of the sources, and what of it is in force. */
export interface Edition {
  /** What the sources have. */
  readonly loaded: Loaded;
  /** What is in force of it: what is broken or suspiciously missing is as it was last. */
  readonly resources: readonly Resource[];
  /** Those of them that are not as the sources have them. */
  readonly held: ReadonlySet<Resource>;
  /** Of what is in force. */
  readonly index: MeshIndex;
  readonly translation: Translation;
  readonly meshConfig: MeshConfig;
  /** All that is to be said of what the sources have, and of what was made of it, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface EditionOptions {
  readonly translate: TranslateOptions;
  readonly removals: RemovalLimits;
  /**
   * Whether an object that the schema or the webhook calls an error is in force, as in the in-cluster Aeraki, where no
   * good one of its name was before it; only what cannot be decoded is never.
   */
  readonly lenient?: boolean;
  /** Of this process, for whoever confirms removals with a signal. */
  readonly pid: number;
}

/**
 * Editions, each made of what the sources have and of the one before: load → judge → hold → index → translate. What
 * `validate` calls an error in its layers schema and webhook is never in force.
 */
export class Editions {
  readonly #judge = new Judge(new Set(['schema', 'webhook']));
  readonly #index = new LiveIndex();
  readonly #translation: IncrementalTranslation;
  readonly #mesh = new LiveMeshConfig();
  readonly #places = new Places();
  readonly #teller = new Teller();
  /** What is not suppressed of a judgement. */
  readonly #own = new WeakMap<Judgement, readonly Finding[]>();
  /** Of which there is something to say. */
  readonly #faulty = new Chosen<Judgement>((each) => each !== faultless);
  #last: readonly Resource[] = [];
  /** Those that cannot be decoded. */
  readonly #unsound = new WeakSet<KubernetesObject>();
  readonly #tolerance: Tolerance = { mayStand: (object) => !this.#unsound.has(object), standing: new WeakSet() };
  #confirmed = false;
  #removals: readonly HeldRemoval[] = [];

  constructor(readonly options: EditionOptions) {
    this.#translation = new IncrementalTranslation(options.translate);
  }

  /**
   * The edition of what the sources have now. It counts for the next one when it was taken (`take`).
   * @param meshConfig from a file of its own, in place of what is among the resources
   */
  async next(loaded: Loaded, meshConfig?: FoundMeshConfig): Promise<Edition> {
    const { said, errors } = await this.#judged(loaded);
    const limits = { ...this.options.removals, accept: this.options.removals.accept || this.#confirmed };
    const tolerance = this.options.lenient === true ? this.#tolerance : undefined;
    const kept = hold(this.#last, loaded, errors, limits, tolerance);
    const { translate: options } = this.options;
    const mesh = meshConfig ?? this.#mesh.update(kept.resources, options.rootNamespace, parseYaml);
    const { index, change } = this.#index.update(kept.resources, { ...options, meshConfig: mesh.config });
    const translation = this.#translation.translate(index, change);
    // Of what is as it was last everything was said when it was new, and it has no place in the sources now.
    const held = new Set([...kept.held].map(({ object }) => object));
    const isToTell = ({ resource }: Finding): boolean => resource === undefined || !held.has(resource.object);
    const made = [mesh.findings, translation.findings, this.#removalFindings(kept.removals)];
    const diagnostics = this.#teller.tell(
      [loaded.findings, said, ...(held.size === 0 ? made : made.map((list) => list.filter(isToTell)))],
      loaded.locate,
      this.#places.update(loaded.resources),
    );
    return {
      loaded,
      resources: kept.resources,
      held: kept.held,
      index,
      translation,
      meshConfig: mesh.config,
      diagnostics,
    };
  }

  /** What the schema and the webhook say, and of which objects they say an error. */
  async #judged({ resources }: Loaded) {
    const said: Finding[] = [];
    const errors = new Map<KubernetesObject, readonly Finding[]>();
    const judgements = await this.#judge.judge(resources);
    for (const { at, element: judgement } of this.#faulty.of(judgements)) {
      const own = this.#own.get(judgement) ?? withoutSuppressed(judgement.findings, []);
      this.#own.set(judgement, own);
      for (const each of own) said.push(each);
      const resource = resources[at];
      // What cannot be decoded is not translated, also where somebody does not want to hear of it.
      const refused = !judgement.sound || own.some(({ severity }) => severity === 'error');
      if (resource !== undefined && !judgement.sound) this.#unsound.add(resource.object);
      if (resource !== undefined && refused) errors.set(resource.object, own);
    }
    return { said, errors };
  }

  /** The edition is in force: what the next one is compared with. */
  take({ resources }: Edition): void {
    this.#last = resources;
    this.#confirmed = false;
  }

  /** Lets what was held back go with the next edition. How many objects that are. */
  confirmRemovals(): number {
    this.#confirmed = true;
    return this.#removals.reduce((sum, { lost }) => sum + lost.length, 0);
  }

  #removalFindings(removals: readonly HeldRemoval[]): readonly Finding[] {
    this.#removals = removals;
    return removals.map(({ what, lost, before }) => {
      const names = lost.slice(0, 3).map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
      const more = lost.length > names.length ? [`${lost.length - names.length} more`] : [];
      const args = { what, lost: lost.length, before, names: [...names, ...more].join(', '), pid: this.options.pid };
      return finding('AER0035', args, {});
    });
  }
}
