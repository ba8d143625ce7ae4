import type { Entry } from '../entry.js';
import { analysisEffects } from './analysis-effects.js';
import { analysisHabits } from './analysis-habits.js';
import { analysisMesh } from './analysis-mesh.js';
import { analysisReferences } from './analysis-references.js';

/** AER03xx and AER0809 on: what comes to light across resources (cli.md section 9). */
export const analysis = {
  ...analysisReferences,
  ...analysisEffects,
  ...analysisHabits,
  ...analysisMesh,
} as const satisfies Record<string, Entry>;
