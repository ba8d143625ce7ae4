import { printable } from '../../output/printable.js';
import { parseSuppression, type Suppression } from '../../validate/suppress.js';
import { type ChosenLayer, layers } from '../../validate/validate.js';
import { UsageError } from '../shell/errors.js';
import type { FlagValues } from '../shell/flag-values.js';
import type { judgingFlags } from './judging-flags.js';

type JudgingFlags = FlagValues<typeof judgingFlags>;

/** What is not to be reported. Raises `UsageError` for one that is written wrong. */
export function suppressionsOf({ suppress = [] }: Pick<JudgingFlags, 'suppress'>): readonly Suppression[] {
  return suppress.map(suppression);
}

/** The layers that the flags choose. */
export function chosenLayers(
  flags: Pick<FlagValues<typeof judgingFlags>, 'schema-only' | 'layers'>,
): ReadonlySet<ChosenLayer> {
  if (flags['schema-only']) return new Set(['schema']);
  return new Set(flags.layers === undefined || flags.layers.length === 0 ? layers : flags.layers);
}

function suppression(text: string): Suppression {
  const parsed = parseSuppression(text);
  if (parsed !== undefined) return parsed;
  throw new UsageError(
    `The suppression ${printable(text)} is not CODE=KIND NAME.NAMESPACE. Write for example 'AER0301=MetaRouter demo.shop', with * for any text, behind --suppress or in .aeraki.yaml.`,
  );
}
