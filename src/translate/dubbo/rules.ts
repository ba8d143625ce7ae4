import type { DubboRule } from '../../model/aeraki.js';
import type { JsonObject } from '../../model/envoy.js';
import { namespaceMatcher, principalMatcher, valueMatcher, withOwnTrustDomain } from './matchers.js';

/** The filter's name is also the namespace of the metadata that the Dubbo proxy fills in for it. */
export const rbacFilterName = 'envoy.filters.dubbo.rbac';

type Key = 'method' | 'service';

function metadataPermission(key: Key): (value: string) => JsonObject {
  return (value) => ({
    metadata: { filter: rbacFilterName, path: [{ key }], value: { stringMatch: valueMatcher(value) } },
  });
}

function authenticated(matcher: JsonObject): JsonObject {
  return { authenticated: { principalName: matcher } };
}

/** One condition on one property: one of `values` and none of `notValues`; nothing for an empty list. */
function conditions(
  values: readonly string[] | undefined,
  notValues: readonly string[] | undefined,
  toMatcher: (value: string) => JsonObject,
  anyOf: (matchers: readonly JsonObject[]) => JsonObject,
  not: 'notRule' | 'notId',
): JsonObject[] {
  const all: JsonObject[] = [];
  if (values !== undefined && values.length > 0) all.push(anyOf(values.map(toMatcher)));
  if (notValues !== undefined && notValues.length > 0) all.push({ [not]: anyOf(notValues.map(toMatcher)) });
  return all;
}

const anyRule = (rules: readonly JsonObject[]): JsonObject => ({ orRules: { rules } });
const anyId = (ids: readonly JsonObject[]): JsonObject => ({ orIds: { ids } });
const orAny = (all: readonly JsonObject[]): readonly JsonObject[] => (all.length > 0 ? all : [{ any: true }]);

function permissions(rule: DubboRule): readonly JsonObject[] {
  const operations = rule.to !== undefined && rule.to.length > 0 ? rule.to.map((to) => to.operation) : [undefined];
  return operations.map((operation) => ({
    andRules: {
      rules: orAny([
        ...conditions(operation?.methods, operation?.notMethods, metadataPermission('method'), anyRule, 'notRule'),
        ...conditions(
          operation?.interfaces,
          operation?.notInterfaces,
          metadataPermission('service'),
          anyRule,
          'notRule',
        ),
      ]),
    },
  }));
}

function principals(rule: DubboRule): readonly JsonObject[] {
  const sources = rule.from !== undefined && rule.from.length > 0 ? rule.from.map((from) => from.source) : [undefined];
  const principal = (value: string): JsonObject => authenticated(principalMatcher(withOwnTrustDomain(value)));
  const namespace = (value: string): JsonObject => authenticated(namespaceMatcher(value));
  return sources.map((source) => ({
    andIds: {
      ids: orAny([
        ...conditions(source?.principals, source?.notPrincipals, principal, anyId, 'notId'),
        ...conditions(source?.namespaces, source?.notNamespaces, namespace, anyId, 'notId'),
      ]),
    },
  }));
}

/** One rule as an `envoy.config.rbac.v3.Policy`: any of its `to` and any of its `from` (translation.md section 8). */
export function rulePolicy(rule: DubboRule): JsonObject {
  return { permissions: permissions(rule), principals: principals(rule) };
}
