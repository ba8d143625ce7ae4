export type Severity = 'error' | 'warning' | 'info';
export type Layer = 'input' | 'schema' | 'webhook' | 'istio' | 'analysis';

/** One entry of the catalogue; `aeraki explain CODE` and docs/diagnostics are made from it. */
export interface Entry {
  readonly severity: Severity;
  readonly layer: Layer;
  /** A few words, for headings and lists. */
  readonly title: string;
  /** The message: what is wrong, what was found, what to do. `{name}` stands for an argument. */
  readonly text: string;
  /** A paragraph or two: why this matters, what the mesh does with it. */
  readonly explanation: string;
  /** What to do about it. */
  readonly cure: string;
  /** `D20`, where this is a known defect of the reference (translation.md section 13). */
  readonly defect?: string;
  /** A retired code stays listed and is never used again. */
  readonly retired?: true;
}
