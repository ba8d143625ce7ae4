import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { json } from '../json.js';
import type { TranslationView } from './view.js';

/** One object with everything, `diagnostics` included. */
export function translationJson(view: TranslationView, diagnostics: readonly Diagnostic[]): string {
  const { envoyFilters, virtualServices, routeConfigurations, metaRouteConfigurations } = view;
  return json({ envoyFilters, virtualServices, routeConfigurations, metaRouteConfigurations, diagnostics });
}
