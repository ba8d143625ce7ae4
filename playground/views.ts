import { catalogue } from '../src/diagnostics/catalogue.js';
import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import type { Decision } from '../src/match/decision.js';
import { effectLines, noteLines } from '../src/output/route/text.js';
import type { TranslationView } from '../src/output/translation/view.js';
import { toYaml } from '../src/output/yaml.js';
import type { Cure } from './cures.js';
import { element } from './dom.js';

/** The findings, each with its cure, a button that goes to its place, and one for each correction that can be made. */
export function findingViews(
  diagnostics: readonly Diagnostic[],
  cures: readonly Cure[],
  { go, mend }: { go(line: number, column: number): void; mend(cure: Cure): void },
): readonly HTMLElement[] {
  if (diagnostics.length === 0) return [element('p', { class: 'good' }, 'Nothing is wrong with these rules.')];
  return diagnostics.map(({ code, severity, message, line, column, resource, defect }) => {
    const whose =
      resource === undefined ? '' : `${resource.kind} ${[resource.namespace, resource.name].filter(Boolean).join('/')}`;
    const view = element('div', { class: 'finding' });
    if (line !== undefined) {
      const place = element('button', { type: 'button' }, `Line ${line}`);
      place.addEventListener('click', () => go(line, column ?? 1));
      view.append(place);
    }
    const title = element('div', {}, element('strong', { class: severity }, `${severity} ${code}`));
    if (whose !== '')
      title.append(' ', element('span', { class: 'soft' }, defect === undefined ? whose : `${whose}, ${defect}`));
    view.append(title, element('p', {}, message), element('p', { class: 'soft' }, `Cure: ${catalogue[code].cure}`));
    for (const cure of cures) {
      if (cure.code !== code || cure.line !== line || cure.column !== (column ?? 1)) continue;
      const mended = element('button', { type: 'button', class: 'mend' }, cure.title);
      mended.addEventListener('click', () => mend(cure));
      view.append(mended);
    }
    return view;
  });
}

export function filterViews({ envoyFilters, virtualServices }: TranslationView): readonly HTMLElement[] {
  const objects = [...envoyFilters, ...virtualServices];
  if (objects.length === 0) return [element('p', { class: 'soft' }, 'Aeraki makes no EnvoyFilter of these rules.')];
  return objects.map((object) =>
    folded(`${object.kind} ${object.metadata.namespace}/${object.metadata.name}`, toYaml(object), objects.length === 1),
  );
}

export function routeViews({ metaRouteConfigurations, routeConfigurations }: TranslationView): readonly HTMLElement[] {
  if (routeConfigurations.length === 0)
    return [element('p', { class: 'soft' }, 'Aeraki serves no routes for these rules.')];
  return metaRouteConfigurations.map((each) => folded(each.name, toYaml(each), metaRouteConfigurations.length === 1));
}

/** What becomes of a request: the route, what it does, and why no other. */
export function answerView(decision: Decision | { readonly problem: string }): readonly HTMLElement[] {
  if ('problem' in decision) return [element('p', {}, decision.problem)];
  const won =
    decision.route === null
      ? element('p', {}, element('strong', {}, 'No route. '), 'The proxy itself answers, or nobody does.')
      : element('p', {}, 'Route ', element('strong', { id: 'winner' }, decision.route));
  const lines = [...effectLines(decision), ...noteLines(decision)].map((line) => element('li', {}, line));
  const rows = decision.tried.map(({ route, failed }) =>
    element(
      'tr',
      {},
      element('td', {}, route),
      element(
        'td',
        {},
        failed.length === 0
          ? 'matches too, but comes later'
          : failed
              .map(
                ({ attribute, matcher, expected, actual }) =>
                  `${attribute}: ${actual === null ? 'absent' : `"${actual}"`}, wanted ${matcher} "${expected}"`,
              )
              .join('; '),
      ),
    ),
  );
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, element('th', {}, 'Other routes'), element('th', {}, 'why not'))),
    element('tbody', {}, ...rows),
  );
  return [won, element('ul', {}, ...lines), ...(rows.length > 0 ? [table] : [])];
}

/** Opened where it is the only one: there is nothing to choose from. */
function folded(title: string, text: string, open: boolean): HTMLElement {
  return element('details', open ? { open: '' } : {}, element('summary', {}, title), element('pre', {}, text));
}
