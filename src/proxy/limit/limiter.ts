import type { Attributes } from '../../match/attributes.js';
import type { Outcome } from '../outcome.js';

/** The rate limits of one service's sidecar, as a request meets them. */
export interface Limiter {
  /**
   * Counts a request. Undefined: it may pass. An outcome: it is refused. A promise where a rate limit service has to be
   * asked; it never rejects.
   */
  take(attributes: Attributes): Outcome | undefined | Promise<Outcome | undefined>;
}
