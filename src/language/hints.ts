import type { InlayHint, Range } from 'vscode-languageserver-types';
import { parseDuration } from '../envoy/duration/parse.js';
import type { Resource } from '../model/resource.js';
import { rangeAt } from './place.js';
import type { Workspace } from './workspace.js';

type Fields = Readonly<Record<string, unknown>>;

interface Hint {
  readonly pointer: string;
  readonly label: string;
  readonly tooltip: string;
}

/** What numbers come to: weights in per cent, and how many requests a token bucket lets through. */
export function hints(workspace: Workspace, name: string, wanted: Range): readonly InlayHint[] {
  return workspace.resourcesIn(name).flatMap((resource) =>
    hintsOf(resource).flatMap(({ pointer, label, tooltip }) => {
      const place = rangeAt(workspace, resource, pointer, 'value');
      if (place === undefined) return [];
      const { end } = place.range;
      if (end.line < wanted.start.line || end.line > wanted.end.line) return [];
      return [{ position: end, label, tooltip, paddingLeft: true }];
    }),
  );
}

function hintsOf({ object }: Resource): readonly Hint[] {
  const found: Hint[] = [];
  const visit = (value: unknown, pointer: string): void => {
    if (Array.isArray(value)) {
      weights(value, pointer, found);
      for (const [index, each] of value.entries()) visit(each, `${pointer}/${index}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (key === 'tokenBucket') bucket(each, below, found);
        visit(each, below);
      }
    }
  };
  visit(object.spec, '/spec');
  return found;
}

function weights(list: readonly unknown[], pointer: string, into: Hint[]): void {
  const given = list.map((each) => (each as Fields | null)?.weight);
  if (list.length < 2 || !given.every((each) => each === undefined || (typeof each === 'number' && each >= 0))) return;
  const sum = given.reduce<number>((total, each) => total + Number(each ?? 0), 0);
  if (sum === 0) return;
  for (const [index, weight] of given.entries()) {
    if (weight === undefined) continue;
    const share = Math.round((Number(weight) / sum) * 1000) / 10;
    into.push({
      pointer: `${pointer}/${index}/weight`,
      // What is written in per cent already only wants its unit.
      label: sum === 100 ? '%' : `= ${share} %`,
      tooltip: `${weight} of ${sum}, the sum of the weights of this route`,
    });
  }
}

function bucket(value: unknown, pointer: string, into: Hint[]): void {
  const { fillInterval, tokensPerFill = 1, maxTokens } = (value ?? {}) as Fields;
  if (typeof fillInterval !== 'string' || typeof tokensPerFill !== 'number' || typeof maxTokens !== 'number') return;
  const { nanoseconds } = parseDuration(fillInterval);
  if (nanoseconds === undefined || nanoseconds <= 0n) return;
  const perSecond = tokensPerFill / (Number(nanoseconds) / 1e9);
  const [rate, unit] =
    perSecond >= 1 ? [perSecond, 's'] : perSecond >= 1 / 60 ? [perSecond * 60, 'min'] : [perSecond * 3600, 'h'];
  into.push({
    pointer: `${pointer}/fillInterval`,
    label: `= ${Math.round(rate * 100) / 100} requests/${unit}, ${maxTokens} at once`,
    tooltip: `${tokensPerFill} tokens every ${fillInterval}, in each proxy of the service; a bucket holds ${maxTokens}`,
  });
}
