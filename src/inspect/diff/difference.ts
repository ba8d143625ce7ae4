import type { Json } from '../../model/envoy.js';

export type ChangeKind = 'added' | 'removed' | 'changed';

/** One field that differs. */
export interface FieldChange {
  /** JSON pointer in the object that has it: the one on the `to` side, where both have it. */
  readonly path: string;
  /** The route that it is in, for hunks; '' outside routes. */
  readonly hunk: string;
  /** Undefined on the side that does not have it. */
  readonly from: Json | undefined;
  readonly to: Json | undefined;
  /** It is a credential, by what stands around it on either side. */
  readonly secret: boolean;
}

/** One object that differs. `added`: only on the `to` side, which is what the rules at hand make. */
export interface Difference {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly change: ChangeKind;
  readonly fields: readonly FieldChange[];
}

/** An object to compare, in canonical form. */
export interface Comparable {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly value: Json;
}
