import type { Attributes } from '../../match/attributes.js';
import type { Outcome } from '../outcome.js';

/** The rate limits of one service's sidecar, as a request meets them. */
export interface Limiter {
  /**
   * Counts a request; `spelt`: its attributes by their own names, where descriptors care for case; `server`: the endpoint
   * in whose sidecar it is counted, where each counts for itself. Undefined: it may pass. An outcome: it is refused. A promise where a rate limit service has to be
   * asked; it never rejects.
   */
  take(attributes: Attributes, spelt?: Attributes, server?: string): Outcome | undefined | Promise<Outcome | undefined>;
}
