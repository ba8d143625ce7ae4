import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { PlacementRow } from '../../translate/placement/placement.js';
import type { TranslationView } from './view.js';

/** Makes the text of a translation, with its last newline, whole or in pieces that are made when they are taken. */
export type TranslationFormat = (
  view: TranslationView,
  diagnostics: readonly Diagnostic[],
  placement?: readonly PlacementRow[],
) => string | Iterable<string>;

/** What `translate -o` offers, in the order that help lists it; a format is loaded when it is chosen. */
export const translationFormats = {
  yaml: async (): Promise<TranslationFormat> => (await import('./yaml.js')).translationYaml,
  json: async (): Promise<TranslationFormat> => (await import('./json.js')).translationJson,
  name: async (): Promise<TranslationFormat> => (await import('./name.js')).translationNames,
} as const;

export type TranslationFormatName = keyof typeof translationFormats;
export const translationFormatNames = Object.keys(translationFormats) as readonly TranslationFormatName[];
