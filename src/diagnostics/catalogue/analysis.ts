import type { Entry } from '../entry.js';
import { analysisEffects } from './analysis-effects.js';
import { analysisHabits } from './analysis-habits.js';
import { analysisReferences } from './analysis-references.js';

/** AER03xx: what comes to light across resources (cli.md section 9). */
export const analysis = { ...analysisReferences, ...analysisEffects, ...analysisHabits } as const satisfies Record<
  string,
  Entry
>;
