import type { Code } from '../../diagnostics/catalogue.js';
import type { Arguments } from '../../diagnostics/diagnostic.js';
import type { Severity } from '../../diagnostics/entry.js';
import { escapePointer } from '../../diagnostics/pointer.js';
import type { Resource } from '../../model/resource.js';
import type { WhyNoRegex } from '../webhook/rule.js';
import type { JudgeMessage } from './envoy-filter/messages.js';

/** The kinds of networking.istio.io that istiod's admission judges and Aeraki's users write. */
export type IstioKind =
  | 'ServiceEntry'
  | 'VirtualService'
  | 'DestinationRule'
  | 'Gateway'
  | 'Sidecar'
  | 'WorkloadEntry'
  | 'EnvoyFilter';

export interface Place {
  readonly at?: 'key' | 'value';
  /** `warning` where istiod lets the object in and only warns. */
  readonly severity?: Severity;
}

/** Says that something is wrong at a JSON pointer of the resource (`''`: the object). */
export type Report = <const C extends Code>(code: C, pointer: string, args?: Arguments<C>, place?: Place) => void;
export type Args = Readonly<Record<string, string | number>>;

export interface IstioContext {
  readonly resource: Resource;
  readonly report: Report;
  /** Why Go's regexp package refuses a pattern; undefined when it takes it. */
  readonly whyNoRegex: WhyNoRegex;
  /** What istiod says of a piece of Envoy's configuration. */
  readonly judgeMessage: JudgeMessage;
}

/** One rule of istiod's admission about objects of one kind, judged alone; time linear in the object. */
export interface IstioRule<Spec> {
  readonly kind: IstioKind;
  /** `spec` has the types of the schema: objects that do not are not shown to rules. */
  check(spec: Spec, context: IstioContext): void;
}

/** The pointer and value of every item of a list that may be absent. */
export function items<T>(list: readonly T[] | undefined, pointer: string): readonly (readonly [T, string])[] {
  return (list ?? []).map((item, index) => [item, `${pointer}/${index}`] as const);
}

/** The key, value and pointer of every entry of a map that may be absent. */
export function entries<T>(
  map: Readonly<Record<string, T>> | undefined,
  pointer: string,
): readonly (readonly [string, T, string])[] {
  return Object.entries(map ?? {}).map(([key, value]) => [key, value, `${pointer}/${escapePointer(key)}`] as const);
}
