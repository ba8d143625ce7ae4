import type { Entry } from '../entry.js';

/** AER02xx. */
export const webhook = {} as const satisfies Record<string, Entry>;
