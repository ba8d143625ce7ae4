import { objectName } from '../name.js';
import { printable } from '../printable.js';
import type { TranslationView } from './view.js';

/** One line an object: `envoyfilter/<ns>/<name>`, `virtualservice/<ns>/<name>`, `routeconfiguration/<name>`. */
export function translationNames(view: TranslationView): string {
  const names = [
    ...[...view.envoyFilters, ...view.virtualServices].map(objectName),
    ...view.routeConfigurations.map(({ name }) => printable(`routeconfiguration/${name}`)),
  ];
  return names.map((name) => `${name}\n`).join('');
}
