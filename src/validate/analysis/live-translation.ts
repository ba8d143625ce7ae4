import type { Finding } from '../../diagnostics/diagnostic.js';
import type { IndexChange } from '../../index/live.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { sameEnds, withBetween } from '../../patch/ends.js';
import { IncrementalTranslation } from '../../translate/incremental.js';
import type { TranslateOptions } from '../../translate/options.js';
import { LivePlacement } from '../../translate/placement/live.js';
import { analysed, judgeOf } from './translation.js';

interface Judged {
  readonly from: readonly Finding[];
  /** What became of each. */
  readonly to: readonly (Finding | undefined)[];
}

/** `translationFindings` again and again, for the price of what changed. */
export class LiveTranslationFindings {
  readonly #translation: IncrementalTranslation;
  readonly #placement: LivePlacement;
  #judged: readonly Judged[] = [];
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
    const before = this.#secrets === index.secrets ? this.#judged : [];
    this.#secrets = index.secrets;
    this.#judged = lists.map((from, at) => rejudged(before[at] ?? { from: [], to: [] }, from, judge));
    return this.#judged.map(({ to }) => to.filter((each) => each !== undefined));
  }
}

/** What became of a finding before is the same object now. */
function rejudged(before: Judged, from: readonly Finding[], judge: ReturnType<typeof judgeOf>): Judged {
  const [head, tail] = sameEnds(before.from, from);
  const known = new Map<Finding, Finding | undefined>();
  for (let at = head; at < before.from.length - tail; at += 1) {
    const finding = before.from[at];
    if (finding !== undefined) known.set(finding, before.to[at]);
  }
  const between = from.slice(head, from.length - tail).map((finding) => {
    return known.has(finding) ? known.get(finding) : judge(finding);
  });
  return { from, to: withBetween(before.to, head, between, tail) };
}
