import type { Entry } from '../entry.js';

/** AER03xx. */
export const analysis = {} as const satisfies Record<string, Entry>;
