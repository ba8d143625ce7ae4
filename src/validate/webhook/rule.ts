import type { Code } from '../../diagnostics/catalogue.js';
import type { Arguments } from '../../diagnostics/diagnostic.js';
import type { Resource } from '../../model/resource.js';

/** Says that something is wrong at a JSON pointer of the resource (`''`: the object). */
export type Report = <const C extends Code>(
  code: C,
  pointer: string,
  args?: Arguments<C>,
  at?: 'key' | 'value',
) => void;

/** Why Go's regexp package, which is RE2 to the admission webhook, refuses a pattern; undefined when it takes it. */
export type WhyNoRegex = (pattern: string) => string | undefined;

export interface WebhookContext {
  readonly resource: Resource;
  readonly report: Report;
  readonly whyNoRegex: WhyNoRegex;
}

/** One rule about one kind. `spec` has the types of the schema: objects that do not are not shown to rules. */
export interface WebhookRule<Spec> {
  readonly kind: string;
  check(spec: Spec, context: WebhookContext): void;
}

/** The pointer and value of every item of a list that may be absent. */
export function items<T>(list: readonly T[] | undefined, pointer: string): readonly (readonly [T, string])[] {
  return (list ?? []).map((item, index) => [item, `${pointer}/${index}`] as const);
}
