import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Loaded } from '../load/loaded.js';
import { type Source, SourceFailure, type Watching } from '../source/source.js';

export interface LastGoodOptions {
  /** Gets what is to be said: that the source fails, each time for another reason, and that it is there again. */
  readonly tell: (findings: readonly Finding[]) => void;
  /** Milliseconds until a source that failed is asked again the first time; each time twice as long, up to `most`. */
  readonly least?: number;
  readonly most?: number;
}

/**
 * The same source, which under a watch no longer fails once it was read: while it can say nothing, its last state stays,
 * and it is asked again and again, a little later each time. Its first failure is the reader's to judge.
 */
export function lastGood(source: Source, options: LastGoodOptions): Source {
  return new LastGood(source, options);
}

class LastGood implements Source {
  #last: Loaded | undefined;
  #reason = '';
  #wait: number;
  #timer: NodeJS.Timeout | undefined;
  #changed: ((names: readonly string[]) => void) | undefined;

  constructor(
    readonly source: Source,
    readonly options: LastGoodOptions,
  ) {
    this.#wait = options.least ?? 1_000;
  }

  get name(): string {
    return this.source.name;
  }

  async read(): Promise<Loaded> {
    clearTimeout(this.#timer);
    try {
      const loaded = await this.source.read();
      if (this.#reason !== '') this.options.tell([finding('AER0031', { source: this.name }, {})]);
      this.#reason = '';
      this.#wait = this.options.least ?? 1_000;
      this.#last = loaded;
      return loaded;
    } catch (error) {
      if (!(error instanceof SourceFailure) || this.#last === undefined || this.#changed === undefined) throw error;
      this.#failed(error);
      return this.#last;
    }
  }

  watch(changed: (names: readonly string[]) => void): Watching {
    this.#changed = changed;
    const inner = this.source.watch?.(changed);
    return {
      close: () => {
        clearTimeout(this.#timer);
        this.#changed = undefined;
        inner?.close();
      },
    };
  }

  #failed({ findings, message }: SourceFailure): void {
    const seconds = Math.round(this.#wait / 100) / 10;
    if (message !== this.#reason) {
      this.options.tell([...findings, finding('AER0030', { source: this.name, seconds }, {})]);
    }
    this.#reason = message;
    this.#timer = setTimeout(() => this.#changed?.([]), this.#wait);
    this.#wait = Math.min(this.options.most ?? 30_000, this.#wait * 2);
  }
}
