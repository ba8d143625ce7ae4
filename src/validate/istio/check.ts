import { type Finding, finding, noArguments } from '../../diagnostics/diagnostic.js';
import type { Resource } from '../../model/resource.js';
import type { WhyNoRegex } from '../webhook/rule.js';
import type { EnvoyFilterSpec } from './envoy-filter/spec.js';
import { checkAnnotations } from './metadata.js';
import { checkNumbers } from './numbers.js';
import type { IstioContext, IstioRule } from './rule.js';
import { istioRules } from './rules.js';

/** What istiod's admission says about one resource whose types the schema has checked; pure. */
export type CheckIstio = (resource: Resource) => readonly Finding[];

const group = 'networking.istio.io/';

/**
 * istiod's admission as of Istio 1.30. The engine of regular expressions, and Envoy's API, are loaded only when there is something to
 * be judged by them.
 */
export async function loadIstioCheck(resources: readonly Resource[]): Promise<CheckIstio> {
  const whyNoRegex = resources.some(hasRegex) ? (await import('../webhook/regex.js')).goRegexes() : noRegex;
  const judgeMessage = resources.some(hasMessage)
    ? (await import('./envoy-filter/messages.js')).judgeMessages()
    : () => undefined;
  const byKind = new Map<string, IstioRule<never>[]>();
  for (const rule of istioRules) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule]);
  return (resource) => {
    const rules = byKind.get(resource.kind);
    return rules === undefined || !resource.apiVersion.startsWith(group)
      ? []
      : check(resource, rules, { whyNoRegex, judgeMessage });
  };
}

const noRegex: WhyNoRegex = (pattern) => {
  throw new Error(`A regular expression was not expected: ${pattern}`);
};

const patterns: ReadonlySet<string> = new Set(['regex', 'uriRegexRewrite', 'proxyVersion']);

function hasRegex({ kind, object }: Resource): boolean {
  return (kind === 'VirtualService' || kind === 'EnvoyFilter') && holds(object.spec);
}

function holds(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, child]) => patterns.has(key) || holds(child));
}

function hasMessage({ kind, object }: Resource): boolean {
  const { configPatches } = (object.spec ?? {}) as EnvoyFilterSpec;
  return kind === 'EnvoyFilter' && Array.isArray(configPatches) && configPatches.length > 0;
}

function check(
  resource: Resource,
  rules: readonly IstioRule<never>[],
  engines: Pick<IstioContext, 'whyNoRegex' | 'judgeMessage'>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const context: IstioContext = {
    resource,
    ...engines,
    report: (code, pointer, args = noArguments, place = {}) => {
      findings.push(finding(code, args, { resource, pointer, ...place }));
    },
  };
  checkAnnotations(context);
  checkNumbers(context);
  // The schema has checked that the spec has the type that each rule of its kind declares.
  const spec = (resource.object.spec ?? {}) as never;
  for (const rule of rules) rule.check(spec, context);
  return findings;
}
