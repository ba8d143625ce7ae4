import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Call } from '../traffic/calls.js';
import type { CheckedCall } from './check.js';
import type { MeshEstimate } from './estimate.js';
import type { Edge } from './graph.js';
import type { SidecarObject } from './objects.js';

/** What `aeraki sidecar` found out of evidence. */
export interface SidecarReport {
  /** In the order in which they were seen. */
  readonly calls: readonly Omit<Call, 'place'>[];
  /** The same calls with what the Sidecars of the input make of them, where that was asked for. */
  readonly checks?: readonly CheckedCall[];
  /** `namespace/workload` → the fewest hosts that it has to import, `namespace/host`. */
  readonly hosts: Readonly<Record<string, readonly string[]>>;
  readonly sidecars: readonly SidecarObject[];
  readonly estimate?: MeshEstimate;
  /** Where a picture was asked for. */
  readonly graph?: readonly Edge[];
  readonly diagnostics: readonly Diagnostic[];
}
