import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Severity } from '../../diagnostics/entry.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { EnvoyFilter } from '../../model/envoy.js';
import { Mapping, sameEnds } from '../../patch/ends.js';
import { placementFindings } from './findings.js';
import type { Placement } from './placement.js';
import { predictorOf } from './predict.js';

/**
 * The findings of `predictPlacement` again and again: while the services are the same, only filters that are
 * others are looked at.
 */
export class LivePlacement {
  #predict: ((filter: EnvoyFilter) => Placement) | undefined;
  #services: MeshIndex['services'] = [];
  #placed = new Mapping<EnvoyFilter, Placement>();
  #placements: readonly Placement[] = [];
  #findings: readonly Finding[] = [];

  /** @param severity of the findings, where it is not the catalogue's */
  constructor(
    readonly rootNamespace: string,
    readonly severity?: Severity,
  ) {}

  next(filters: readonly EnvoyFilter[], index: MeshIndex): readonly Finding[] {
    // All that a prediction looks at beside the filter (`predictorOf`).
    const { services } = index;
    const same = this.#predict !== undefined && services === this.#services;
    if (!same) {
      this.#predict = predictorOf(index, this.rootNamespace, []);
      this.#placed = new Mapping();
    }
    const predict = this.#predict;
    if (predict === undefined) return [];
    const old = this.#placements;
    const placements = this.#placed.of(filters, predict);
    const isSame = same && old.length === placements.length && saySame(old, placements);
    this.#services = services;
    this.#placements = placements;
    if (!isSame) this.#findings = placementFindings(placements, this.severity);
    return this.#findings;
  }
}

function saySame(before: readonly Placement[], now: readonly Placement[]): boolean {
  const [head] = sameEnds(before, now, saysSame);
  return head === now.length;
}

function saysSame(a: Placement, b: Placement | undefined): boolean {
  if (a === b) return true;
  return a.envoyFilter === b?.envoyFilter && a.why === b.why && a.listener === b.listener && a.service === b.service;
}
