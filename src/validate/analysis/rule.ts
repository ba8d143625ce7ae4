import type { Code } from '../../diagnostics/catalogue.js';
import type { Severity } from '../../diagnostics/entry.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { Resource } from '../../model/resource.js';
import type { TranslateOptions } from '../../translate/options.js';
import type { Reachability } from './reachability/decide.js';

export interface Place {
  readonly at?: 'key' | 'value';
  readonly severity?: Severity;
}

/** What a rule may look at, and how it speaks. */
export interface AnalysisContext {
  readonly index: MeshIndex;
  /** Every resource, in input order. */
  readonly resources: readonly Resource[];
  readonly options: TranslateOptions;
  readonly reachability: Reachability;
  report(code: Code, resource: Resource, pointer: string, args?: Args, place?: Place): void;
}

export type Args = Readonly<Record<string, string | number>>;

/** One rule across resources; takes time linear in the resources. */
export interface AnalysisRule {
  /** The codes that it may report. */
  readonly codes: readonly Code[];
  check(context: AnalysisContext): void;
}
