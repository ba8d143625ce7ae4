import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type DiagnosticChange, differenceOf } from '../../edition/difference.js';
import { LiveDiagnostics } from '../../edition/live-diagnostics.js';
import { Sieve } from '../../patch/left.js';
import { rank } from '../../validate/results.js';
import { chosenLayers, suppressionsOf } from '../input/judging.js';
import { translateOptions } from '../input/translate-options.js';
import { LiveSummary } from './live-summary.js';
import type { ValidateFlags, ValidateSources } from './run.js';
import { readAll, summaryNote } from './run.js';

/** What another state of the inputs changed in what `validate` says. */
export interface ValidationChange extends DiagnosticChange {
  /** All that is said now. */
  readonly diagnostics: readonly Diagnostic[];
  /** The line that says how many there are. */
  readonly note: string;
}

/** `runValidate` again and again, for the price of what changed, giving the difference. */
export class LiveReport {
  readonly #live: LiveDiagnostics;
  readonly #summary = new LiveSummary();
  readonly #shown = new Sieve<Diagnostic, Diagnostic>();
  #last: readonly Diagnostic[] | undefined;

  constructor(
    readonly sources: ValidateSources,
    readonly flags: ValidateFlags,
    parseYaml: (text: string) => unknown,
  ) {
    const layers = chosenLayers(flags);
    this.#live = new LiveDiagnostics({ layers, parseYaml, translate: translateOptions(flags) }, suppressionsOf(flags));
  }

  async next(): Promise<ValidationChange> {
    const { flags } = this;
    const { loaded: all, known } = await readAll(this.sources);
    const { loaded, diagnostics } = await this.#live.next(all, known);
    const least = rank[flags['output-threshold']];
    const shown = this.#shown.of(diagnostics, (each) => (rank[each.severity] >= least ? each : undefined));
    const change = differenceOf(this.#last ?? [], shown);
    return { ...change, diagnostics: shown, note: summaryNote(this.#summary.next(loaded, diagnostics)) };
  }

  /** It was shown: the next difference is against it. Whether it was the first. */
  take({ diagnostics }: ValidationChange): boolean {
    const isFirst = this.#last === undefined;
    this.#last = diagnostics;
    return isFirst;
  }
}
