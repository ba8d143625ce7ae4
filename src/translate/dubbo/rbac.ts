import type { DubboAuthorizationPolicy } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import type { Context } from '../protocol.js';
import { rbacFilterName, rulePolicy } from './rules.js';

type Policy = Resource<DubboAuthorizationPolicy>;
type Action = 'ALLOW' | 'DENY';

function action(policy: Policy): Action {
  return policy.object.spec?.action ?? 'ALLOW';
}

function key(policy: Policy, rule: number): string {
  return `ns[${policy.namespace}]-policy[${policy.name}]-rule[${rule}]`;
}

/** Where a rule of the policies goes, and whose name stands in its key. */
interface Placed {
  readonly policy: Policy;
  readonly index: number;
  /** The policy at the rule's index in the list: the reference takes its name. */
  readonly owner: Policy;
}

/** Defect D20, its worse half: a rule at an index at which the list has no policy. Reports each. */
function crashes(policies: readonly Policy[], what: Action, context: Context): boolean {
  const offending = policies.filter((policy) => (policy.object.spec?.rules?.length ?? 0) > policies.length);
  for (const policy of offending) {
    const effect =
      `crashes on the ${what} policy ${policy.name}: it has more rules than namespace ${policy.namespace} has ` +
      `${what} policies (${policies.length}), so no Dubbo service there gets a filter`;
    context.report(
      'AER0420',
      { effect },
      { resource: policy, pointer: `/spec/rules/${policies.length}`, severity: 'error' },
    );
  }
  return offending.length > 0;
}

/**
 * Defect D20: the reference names a rule after the policy that stands at the *rule's* index in the list, so rules of
 * the same index overwrite each other. Reports what is lost and what is misnamed; undefined where it crashes.
 */
function placedByIndex(policies: readonly Policy[], what: Action, context: Context): readonly Placed[] | undefined {
  if (crashes(policies, what, context)) return undefined;
  const last = new Map<number, Placed>();
  const report = (policy: Policy, index: number, effect: string): void =>
    context.report('AER0420', { effect }, { resource: policy, pointer: `/spec/rules/${index}` });
  for (const policy of policies) {
    for (const index of (policy.object.spec?.rules ?? []).keys()) {
      const lost = last.get(index)?.policy;
      if (lost !== undefined) {
        const harm = what === 'DENY' ? 'what it denies is let through' : 'what it allows is refused';
        report(
          lost,
          index,
          `loses rule ${index} of the ${what} policy ${lost.name}: rule ${index} of ${policy.name} overwrites it, so ${harm}`,
        );
      }
      last.set(index, { policy, index, owner: policies[index] ?? policy });
    }
  }
  for (const { policy, index, owner } of last.values()) {
    if (owner === policy) continue;
    report(policy, index, `files rule ${index} of the ${what} policy ${policy.name} under the name of ${owner.name}`);
  }
  return [...last.values()];
}

/** Every rule under its own policy's name. */
function placedByName(policies: readonly Policy[]): readonly Placed[] {
  return policies.flatMap((policy) =>
    [...(policy.object.spec?.rules ?? []).keys()].map((index) => ({ policy, index, owner: policy })),
  );
}

function rbacFilter(policies: readonly Policy[], what: Action, context: Context): JsonObject | undefined {
  const placed = context.options.fixed ? placedByName(policies) : placedByIndex(policies, what, context);
  if (placed === undefined) return undefined;
  const entries = placed.flatMap(({ policy, index, owner }) => {
    const rule = policy.object.spec?.rules?.[index];
    return rule === undefined ? [] : [[key(owner, index), rulePolicy(rule)] as const];
  });
  const rules: JsonObject = {
    ...(what === 'DENY' ? { action: 'DENY' } : {}),
    ...(entries.length > 0 ? { policies: Object.fromEntries(entries) } : {}),
  };
  return {
    name: rbacFilterName,
    config: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.network.rbac.v3.RBAC',
      rules,
      statPrefix: 'dubbo.',
    },
  };
}

type Filters = readonly JsonObject[] | 'crash';

function filtersOf(policies: readonly Policy[], context: Context): Filters {
  const filters: JsonObject[] = [];
  let crashed = false;
  for (const what of ['DENY', 'ALLOW'] as const) {
    const ofAction = policies.filter((policy) => action(policy) === what);
    if (ofAction.length === 0) continue;
    const filter = rbacFilter(ofAction, what, context);
    if (filter === undefined) crashed = true;
    else filters.push(filter);
  }
  return crashed ? 'crash' : filters;
}

/** What has been made already, by namespace: all services of one share their filters. */
const made = () => new Map<string, Filters>();

/**
 * The RBAC filters of a namespace, DENY before ALLOW (translation.md section 8). 'crash' where the reference would
 * crash (D20), which has been reported.
 */
export function rbacFilters(namespace: string, context: Context): Filters {
  const all = context.once(made);
  const known = all.get(namespace) ?? filtersOf(context.index.dubboPolicies.get(namespace) ?? [], context);
  all.set(namespace, known);
  return known;
}
