import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Severity } from '../../diagnostics/entry.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { EnvoyFilter } from '../../model/envoy.js';
import type { InterceptionMode } from '../../model/mesh-config.js';
import type { Resource } from '../../model/resource.js';
import { Chosen } from '../../patch/chosen.js';
import { changesOf, Mapping, sameEnds } from '../../patch/ends.js';
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
  readonly #sidecars = new Chosen<Resource>(({ kind }) => kind === 'Sidecar');
  #before: readonly Resource[] = [];
  #interceptionMode: InterceptionMode | undefined;
  #placed = new Mapping<EnvoyFilter, Placement>();
  #placements: readonly Placement[] = [];
  #findings: readonly Finding[] = [];

  /** @param severity of the findings, where it is not the catalogue's */
  constructor(
    readonly rootNamespace: string,
    readonly severity?: Severity,
  ) {}

  /** @param resources where Sidecars may be; left out where what they hide is said by others */
  next(filters: readonly EnvoyFilter[], index: MeshIndex, resources: readonly Resource[] = []): readonly Finding[] {
    // All that a prediction looks at beside the filter (`predictorOf`).
    const { services } = index;
    const { interceptionMode } = index.meshConfig;
    const sidecars = this.#sidecars.of(resources).map(({ element }) => element);
    const same =
      this.#predict !== undefined &&
      services === this.#services &&
      interceptionMode === this.#interceptionMode &&
      sameEnds(sidecars, this.#before)[0] === sidecars.length &&
      sidecars.length === this.#before.length;
    if (!same) {
      this.#predict = predictorOf(index, this.rootNamespace, sidecars.length === 0 ? [] : resources);
      this.#placed = new Mapping();
    }
    const predict = this.#predict;
    if (predict === undefined) return [];
    const old = this.#placements;
    const placements = this.#placed.of(filters, predict);
    const isSame = same && old.length === placements.length && saySame(old, placements);
    this.#services = services;
    this.#before = sidecars;
    this.#interceptionMode = interceptionMode;
    this.#placements = placements;
    if (!isSame) this.#findings = placementFindings(placements, this.severity);
    return this.#findings;
  }
}

/** Of two lists of one length. */
function saySame(before: readonly Placement[], now: readonly Placement[]): boolean {
  const [gone, come] = changesOf(before, now);
  return gone.every((each, at) => saysSame(each, come[at]));
}

function saysSame(a: Placement, b: Placement | undefined): boolean {
  if (a === b) return true;
  return (
    a.envoyFilter === b?.envoyFilter &&
    a.why === b.why &&
    a.listener === b.listener &&
    a.service === b.service &&
    a.sidecar === b.sidecar
  );
}
