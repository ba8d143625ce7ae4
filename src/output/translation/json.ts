import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { PlacementRow } from '../../translate/placement/placement.js';
import { json } from '../json.js';
import type { TranslationView } from './view.js';

/** One object with everything, `diagnostics` included. */
export function translationJson(
  view: TranslationView,
  diagnostics: readonly Diagnostic[],
  placement?: readonly PlacementRow[],
): string {
  const { envoyFilters, virtualServices, routeConfigurations, metaRouteConfigurations } = view;
  const placed = placement === undefined ? {} : { placement };
  return json({ envoyFilters, virtualServices, routeConfigurations, metaRouteConfigurations, ...placed, diagnostics });
}
