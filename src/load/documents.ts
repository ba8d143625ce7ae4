import { parseAllDocuments } from 'yaml';
import type { Json } from '../model/envoy.js';

/** How often an alias may be followed in all. */
const MAX_ALIASES = 100;

/**
 * The documents of JSON or YAML text that is no input of its own (a config dump, what `translate` printed). A document
 * that cannot be parsed is left out.
 */
export function documentsOf(source: string): readonly Json[] {
  const text = source.replace(/^\uFEFF/, '');
  try {
    return [JSON.parse(text) as Json];
  } catch {
    const documents = parseAllDocuments(text);
    if (!Array.isArray(documents)) return [];
    return documents.flatMap((document) => (document.errors.length > 0 ? [] : toJson(document)));
  }
}

function toJson(document: { toJS(options: { maxAliasCount: number }): unknown }): Json | readonly [] {
  try {
    return (document.toJS({ maxAliasCount: MAX_ALIASES }) ?? []) as Json | readonly [];
  } catch {
    // Too many aliases.
    return [];
  }
}
