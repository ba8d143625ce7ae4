import { type Diagnostic, type Finding, finding } from '../diagnostics/diagnostic.js';
import { Teller } from '../diagnostics/teller.js';
import { byObject } from '../index/by-object.js';
import { LiveIndex } from '../index/live.js';
import { type FoundMeshConfig, meshConfigOf } from '../index/mesh-config.js';
import type { MeshIndex } from '../index/mesh-index.js';
import type { Loaded } from '../load/loaded.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { Resource } from '../model/resource.js';
import { IncrementalTranslation } from '../translate/incremental.js';
import type { TranslateOptions } from '../translate/options.js';
import type { Translation } from '../translate/protocol.js';
import { Judge } from '../validate/judge.js';
import { withoutSuppressed } from '../validate/suppress.js';
import { type HeldRemoval, hold, type RemovalLimits } from './hold.js';

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
  /** All that is to be said of what the sources have, and of what was made of it, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface EditionOptions {
  readonly translate: TranslateOptions;
  readonly removals: RemovalLimits;
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
  readonly #teller = new Teller();
  #last: readonly Resource[] = [];
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
    const judged = await this.#judge.judge(loaded.resources);
    const errors = new Map<Resource, readonly Finding[]>();
    const findings: Finding[] = [...loaded.findings];
    for (const [resource, { findings: all, sound }] of judged) {
      const own = withoutSuppressed(all, []);
      for (const each of own) findings.push(each);
      const refused = own.filter(({ severity }) => severity === 'error');
      // What cannot be decoded is not translated, also where somebody does not want to hear of it.
      if (refused.length > 0 || !sound) errors.set(resource, own);
    }
    const limits = { ...this.options.removals, accept: this.options.removals.accept || this.#confirmed };
    const kept = hold(this.#last, loaded, errors, limits);
    const { translate: options } = this.options;
    const mesh = meshConfig ?? meshConfigOf(kept.resources, options.rootNamespace, parseYaml);
    const { index, change } = this.#index.update(kept.resources, { ...options, meshConfig: mesh.config });
    const translation = this.#translation.translate(index, change);
    // Of what is as it was last everything was said when it was new, and it has no place in the sources now.
    const held = new Set([...kept.held].map(({ object }) => object));
    for (const each of [...mesh.findings, ...translation.findings, ...this.#removalFindings(kept.removals)]) {
      if (each.resource === undefined || !held.has(each.resource.object)) findings.push(each);
    }
    const diagnostics = this.#teller.tell(findings, loaded.locate, byObject(loaded.resources));
    return { loaded, resources: kept.resources, held: kept.held, index, translation, diagnostics };
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
