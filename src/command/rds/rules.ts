import type { InputFlags } from '../input/inputs.js';

/** The flags that say which rules are served, and how they are translated. */
export interface RulesFlags extends InputFlags {
  readonly 'cluster-domain': string;
  readonly fixed: boolean;
  readonly service: readonly string[];
}
