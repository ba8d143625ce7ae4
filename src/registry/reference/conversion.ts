import type { ServiceEntry } from '../../model/istio.js';

/** What one run of the adapter's conversion gave; `from` is the interface node, '' for Nacos. */
export interface Conversion {
  readonly from: string;
  /** Sorted by host. */
  readonly serviceEntries: readonly ServiceEntry[];
}
