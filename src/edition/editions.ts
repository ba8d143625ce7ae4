import { diagnose } from '../diagnostics/diagnose.js';
import { type Diagnostic, type Finding, finding } from '../diagnostics/diagnostic.js';
import { buildIndex } from '../index/build.js';
import { type FoundMeshConfig, meshConfigOf } from '../index/mesh-config.js';
import type { MeshIndex } from '../index/mesh-index.js';
import type { Loaded } from '../load/loaded.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { Resource } from '../model/resource.js';
import type { TranslateOptions } from '../translate/options.js';
import type { Translation } from '../translate/protocol.js';
import { translate } from '../translate/translate.js';
import { Judge } from '../validate/judge.js';
import { type HeldRemoval, hold, type Kept, type RemovalLimits } from './hold.js';

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
  readonly #judge = new Judge();
  #last: readonly Resource[] = [];
  #confirmed = false;
  #removals: readonly HeldRemoval[] = [];

  constructor(readonly options: EditionOptions) {}

  /**
   * The edition of what the sources have now. It counts for the next one when it was taken (`take`).
   * @param meshConfig from a file of its own, in place of what is among the resources
   */
  async next(loaded: Loaded, meshConfig?: FoundMeshConfig): Promise<Edition> {
    const judged = await this.#judge.judge(loaded.resources);
    const errors = new Map<Resource, readonly Finding[]>();
    const findings: Finding[] = [...loaded.findings];
    for (const [resource, { findings: own, sound }] of judged) {
      for (const each of own) findings.push(each);
      const refused = own.filter(({ severity }) => severity === 'error');
      // What cannot be decoded is not translated, also where somebody does not want to hear of it.
      if (refused.length > 0 || !sound) errors.set(resource, own);
    }
    const limits = { ...this.options.removals, accept: this.options.removals.accept || this.#confirmed };
    const kept = hold(this.#last, loaded, errors, limits);
    const { translate: options } = this.options;
    const mesh = meshConfig ?? meshConfigOf(kept.resources, options.rootNamespace, parseYaml);
    const index = buildIndex(kept.resources, { ...options, meshConfig: mesh.config });
    const translation = translate(index, options);
    const made = [...mesh.findings, ...translation.findings].filter((each) => !isAbout(each, kept));
    findings.push(...made, ...this.#removalFindings(kept.removals));
    const diagnostics = diagnose(findings, loaded.locate);
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

/** Of what is as it was last everything was said when it was new, and it has no place in the sources now. */
function isAbout({ resource }: Finding, { held }: Kept): boolean {
  return resource !== undefined && held.has(resource);
}
