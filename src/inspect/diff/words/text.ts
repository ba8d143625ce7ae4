import { printable } from '../../../output/printable.js';
import type { DiffPalette } from '../text.js';
import type { Effect, Statement } from './statement.js';

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** Statements for people, a line each, with a request to try below it. */
export function statementsText(statements: readonly Statement[], palette: DiffPalette): string {
  return statements
    .flatMap((each) => [
      palette[each.change](printable(`${signs[each.change]} ${subjectOf(each)}: ${each.text}`)),
      ...notesOf(each).map((note) => `    ${printable(note)}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** `route default of shop/orders`, `DestinationRule shop/orders`. */
export function subjectOf({ kind, namespace, name, route }: Statement): string {
  const place = namespace === '' ? name : `${namespace}/${name}`;
  return route === undefined ? `${kind} ${place}` : `route ${route} of ${place}`;
}

/** What is to be known besides: what requests notice, and that nothing that is made of it changes. */
export function notesOf({ effect, shown }: Statement): readonly string[] {
  return [
    ...(effect === undefined ? [] : [effectText(effect)]),
    ...(shown ? [] : ['this shows in no object that Aeraki makes: what Istio makes of it changes']),
  ];
}

function effectText(effect: Effect): string {
  switch (effect.status) {
    case 'changed': {
      const { host, port, attributes, before, after } = effect.witness;
      const request = [...attributes].map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ') || 'any';
      return `try ${host}:${port} ${request}: ${before} → ${after}`;
    }
    case 'none':
      return 'no request takes another way';
    case 'unknown':
      return 'could not tell which requests take another way';
  }
}
