export type Severity = 'error' | 'warning' | 'info';
export type Layer = 'input' | 'schema' | 'webhook' | 'istio' | 'analysis';

/** One entry of the catalogue; `aeraki explain CODE` and docs/diagnostics are made from it. */
export interface Entry {
  readonly severity: Severity;
  readonly layer: Layer;
  /** A few words, for headings and lists. */
  readonly title: string;
  /** The message: what is wrong, what was found, what to do. `{name}` stands for an argument, `{name|call|calls}` for a word that agrees with it. */
  readonly text: string;
  /** A paragraph or two: why this matters, what the mesh does with it. */
  readonly explanation: string;
  /** What to do about it. */
  readonly cure: string;
  /** `D20` or `D-R7`, where this is a known defect of a reference (translation.md section 13, registry.md section 6). */
  readonly defect?: string;
  /**
   * For the layer input: the document was read and parsed all the same, so that the rest can be said of it. Without this
   * such an error means that an input could not be read or parsed (exit code 65).
   */
  readonly readable?: true;
  /** A retired code stays listed and is never used again. */
  readonly retired?: true;
}

/** Whose defect `defect` is: `D-R…` is one of dubbo2istio or consul2istio, `D…` one of the in-cluster Aeraki. */
export function ownerOfDefect(defect: string): string {
  return defect.startsWith('D-R') ? 'dubbo2istio or consul2istio' : 'the in-cluster Aeraki';
}
