import type { Note } from '../../behaviour/notes.js';
import type { Decoded } from '../../codec/session.js';
import type { Decision } from '../../match/decision.js';

/** A decoded message as it is shown. */
export interface DecodedRow extends Decoded {
  /** From 1. */
  readonly number: number;
  /** The route that the request takes; undefined: nobody asked, or it is no request. */
  readonly decision?: Omit<Decision, 'tried'>;
  /** What the proxy of the mesh does with it that one would not think. */
  readonly notes?: readonly Note[];
}
