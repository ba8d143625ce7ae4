import type { Finding } from '../../diagnostics/diagnostic.js';
import type { IndexChange } from '../../index/change.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { Sieves } from '../../patch/left.js';
import { IncrementalTranslation } from '../../translate/incremental.js';
import type { TranslateOptions } from '../../translate/options.js';
import { LivePlacement } from '../../translate/placement/live.js';
import { analysed, judgeOf } from './translation.js';

/** `translationFindings` again and again, for the price of what changed. */
export class LiveTranslationFindings {
  readonly #translation: IncrementalTranslation;
  readonly #placement: LivePlacement;
  #judged = new Sieves<Finding, Finding>();
  #secrets: MeshIndex['secrets'] | undefined;

  constructor(options: TranslateOptions) {
    this.#translation = new IncrementalTranslation(analysed(options));
    this.#placement = new LivePlacement(options.rootNamespace);
  }

  /** @param change against the index of the call before; undefined: everything may be another */
  next(index: MeshIndex, change: IndexChange | undefined): readonly (readonly Finding[])[] {
    const translation = this.#translation.translate(index, change);
    const lists = [translation.findings, this.#placement.next(translation.envoyFilters, index)];
    const judge = judgeOf(index);
    // How grave a finding is depends on which Secrets there are.
    if (this.#secrets !== index.secrets) this.#judged = new Sieves();
    this.#secrets = index.secrets;
    // What became of a finding before is the same object now.
    return this.#judged.of(lists, judge);
  }
}
