import type { Code } from '../../diagnostics/catalogue.js';
import type { Arguments } from '../../diagnostics/diagnostic.js';
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
  /** Those of a kind; a rule that asks for nothing else is not run anew when others change. */
  ofKind(kind: string): readonly Resource[];
  readonly options: TranslateOptions;
  readonly reachability: Reachability;
  /** Where another resource stands, for messages; its own `source` may be where it stood before an edit. */
  placeOf(resource: Resource): { readonly file: string; readonly line: number };
  report<const C extends Code>(code: C, resource: Resource, pointer: string, args?: Arguments<C>, place?: Place): void;
}

export type Args = Readonly<Record<string, string | number>>;

/** One rule across resources; takes time linear in the resources. */
export interface AnalysisRule {
  /** The codes that it may report. */
  readonly codes: readonly Code[];
  /**
   * It goes through lists of the index (`metaRouters`, `services`, …), says something about each entry for itself, and finds
   * everything else by look-ups in maps. It is then shown one entry at a time where a change is to cost what it
   * changes; a rule without this is run anew as a whole when anything that it looked at is another.
   */
  readonly byEntry?: true;
  check(context: AnalysisContext): void;
}
