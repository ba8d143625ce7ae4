import { attributeName } from '../../../match/attributes.js';
import type { MetaRoute } from '../../../model/aeraki.js';

/** One condition on an attribute, without the regular expressions that need an engine. */
type Condition =
  | { readonly kind: 'exact' | 'prefix'; readonly text: string }
  | { readonly kind: 'present' }
  | { readonly kind: 'regex' };

type Conditions = ReadonlyMap<string, readonly Condition[]>;

/**
 * For each route, whether a request that takes it is found without an engine: the values that its own conditions name.
 * `false` means only that it was not found this way.
 */
export function plainlyReachable(routes: readonly MetaRoute[]): readonly boolean[] {
  if (routes.length === 1 && routes[0]?.match === undefined) return [true];
  const all = routes.map(conditionsOf);
  return all.map((own, index) => {
    const values = valuesFor(own);
    if (values === undefined) return false;
    for (let before = 0; before < index; before++) if (!surelyFails(all[before], values)) return false;
    return true;
  });
}

function conditionsOf({ match }: MetaRoute): Conditions {
  const conditions = new Map<string, Condition[]>();
  for (const [name, { exact, prefix, regex }] of Object.entries(match?.attributes ?? {})) {
    const condition: Condition | undefined =
      exact !== undefined
        ? exact === ''
          ? { kind: 'present' }
          : { kind: 'exact', text: exact }
        : prefix !== undefined
          ? { kind: 'prefix', text: prefix }
          : regex === '*'
            ? { kind: 'present' }
            : regex === undefined
              ? undefined
              : { kind: 'regex' };
    if (condition === undefined) continue;
    const attribute = attributeName(name);
    const list = conditions.get(attribute);
    if (list === undefined) conditions.set(attribute, [condition]);
    else list.push(condition);
  }
  return conditions;
}

/** A value for each attribute that meets its one condition; undefined where that takes more thought. */
function valuesFor(conditions: Conditions): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  for (const [attribute, [condition, ...more]] of conditions) {
    if (condition === undefined || condition.kind === 'regex' || more.length > 0) return undefined;
    values.set(attribute, condition.kind === 'present' ? 'any' : condition.text);
  }
  return values;
}

function surelyFails(conditions: Conditions | undefined, values: ReadonlyMap<string, string>): boolean {
  for (const [attribute, list] of conditions ?? []) {
    const value = values.get(attribute);
    if (value === undefined) return true;
    for (const condition of list) {
      if (condition.kind === 'exact' && value !== condition.text) return true;
      if (condition.kind === 'prefix' && !value.startsWith(condition.text)) return true;
    }
  }
  return false;
}
