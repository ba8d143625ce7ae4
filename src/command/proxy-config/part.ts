import type { Dump } from '../../inspect/dump.js';
import type { View } from '../../inspect/view.js';
import type { SourceFlags } from '../input/dump/source.js';

export interface ShowFlags extends SourceFlags {
  readonly output: 'short' | 'json' | 'yaml';
  readonly 'show-secrets'?: boolean | undefined;
}

/** One table of what is shown; `all` has several. */
export interface Part {
  /** Heading above the table, when there are several. */
  readonly title: string;
  readonly view: (dump: Dump) => View;
  /** Among others it is left out where it has no rows. */
  readonly optional?: true;
}
