import type { Finding } from '../diagnostics/diagnostic.js';
import type { JsonObject } from '../model/envoy.js';

/** One part of a dump, ready to be shown: as a table, or as the raw objects that the rows were made from. */
export interface View {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What is wrong with the entries that were looked at. */
  readonly findings: readonly Finding[];
  /** The objects as they stand in the dump, secrets included, parsed one at a time. */
  objects(): Iterable<JsonObject>;
}
