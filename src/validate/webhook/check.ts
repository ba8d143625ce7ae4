import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { Resource } from '../../model/resource.js';
import { withTemplateHint } from '../../schema/template-hint.js';
import type { WebhookRule, WhyNoRegex } from './rule.js';
import { webhookRules } from './rules.js';

/** What the webhook layer says about one resource whose types the schema has checked; pure. */
export type CheckWebhook = (resource: Resource) => readonly Finding[];

/**
 * The rules of Aeraki's admission webhook (translation.md section 12), and the like for the kinds that it never sees.
 * The regular expression engine is loaded only when one of `resources` has a regular expression.
 */
export async function loadWebhookCheck(resources: Iterable<Resource>): Promise<CheckWebhook> {
  const whyNoRegex = [...resources].some(hasRegex) ? (await import('./regex.js')).goRegexes() : noRegex;
  const byKind = new Map<string, WebhookRule<never>[]>();
  for (const rule of webhookRules) byKind.set(rule.kind, [...(byKind.get(rule.kind) ?? []), rule]);
  return (resource) => {
    const rules = byKind.get(resource.kind);
    return rules === undefined ? [] : check(resource, rules, whyNoRegex);
  };
}

const noRegex: WhyNoRegex = (pattern) => {
  throw new Error(`A regular expression was not expected: ${pattern}`);
};

/** Whether any mapping below a MetaRouter's spec has the key `regex`. */
function hasRegex(resource: Resource): boolean {
  return resource.kind === 'MetaRouter' && holdsKey(resource.object.spec, 'regex');
}

function holdsKey(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, key) || Object.values(value).some((child) => holdsKey(child, key));
}

function check(resource: Resource, rules: readonly WebhookRule<never>[], whyNoRegex: WhyNoRegex): readonly Finding[] {
  const findings: Finding[] = [];
  const context = {
    resource,
    whyNoRegex,
    report: (code: Finding['code'], pointer: string, args = {}, at?: 'key' | 'value'): void => {
      findings.push(withTemplateHint(finding(code, args, { resource, pointer, at })));
    },
  };
  // The schema has checked that the spec has the type that each rule of its kind declares.
  const spec = (resource.object.spec ?? {}) as never;
  for (const rule of rules) rule.check(spec, context);
  return findings;
}
