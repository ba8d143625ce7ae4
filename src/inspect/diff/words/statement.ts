import type { Attributes } from '../../../match/attributes.js';
import type { ChangeKind } from '../difference.js';

/** A request that takes another way than before, for a reader to try. */
export interface WitnessRequest {
  readonly host: string;
  readonly port: number;
  readonly attributes: Attributes;
  /** What becomes of it, in words. */
  readonly before: string;
  readonly after: string;
}

/** What a change of routes means for requests. `unknown` is never "nothing". */
export type Effect =
  | { readonly status: 'changed'; readonly witness: WitnessRequest }
  /** No request takes another way. */
  | { readonly status: 'none' }
  /** The search met its bounds. */
  | { readonly status: 'unknown' };

/** A change of the inputs, in the words of the rules. */
export interface Statement {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly change: ChangeKind;
  /** The route that it is about, by its name or `routes[0]`; absent: the whole object. */
  readonly route?: string;
  /** `v1 90 % → 80 %, v2 10 % → 20 %`. */
  readonly text: string;
  /** Where the changed side has it, as the user named the file. */
  readonly file?: string;
  readonly line?: number;
  readonly effect?: Effect;
  /** False: nothing that Aeraki makes of the inputs is another than before. */
  readonly shown: boolean;
}
