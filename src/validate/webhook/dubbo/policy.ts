import type { DubboAuthorizationPolicySpec } from '../../../model/aeraki.js';
import { items, type Report, type WebhookRule } from '../rule.js';

/** A policy that denies has rules; without them it denies nothing. */
export const denyWithoutRules: WebhookRule<DubboAuthorizationPolicySpec> = {
  kind: 'DubboAuthorizationPolicy',
  check({ action, rules }, { report }) {
    if (action !== 'DENY' || (rules?.length ?? 0) > 0) return;
    report('AER0260', rules === undefined ? '/spec' : '/spec/rules');
  },
};

/** Each `from` has a source and each `to` an operation. */
export const emptyParts: WebhookRule<DubboAuthorizationPolicySpec> = {
  kind: 'DubboAuthorizationPolicy',
  check({ rules }, { report }) {
    for (const [rule, pointer] of items(rules, '/spec/rules')) {
      for (const [{ source }, at] of items(rule.from, `${pointer}/from`)) {
        if (isEmpty(source)) report('AER0261', source === undefined ? at : `${at}/source`, { part: 'source' });
      }
      for (const [{ operation }, at] of items(rule.to, `${pointer}/to`)) {
        if (isEmpty(operation))
          report('AER0261', operation === undefined ? at : `${at}/operation`, { part: 'operation' });
      }
    }
  },
};

function isEmpty(part: object | undefined): boolean {
  return part === undefined || Object.values(part).every((list: unknown) => Array.isArray(list) && list.length === 0);
}

type Lists = Readonly<Record<string, readonly string[] | undefined>>;

/** The values of a policy can match something. */
export const policyValues: WebhookRule<DubboAuthorizationPolicySpec> = {
  kind: 'DubboAuthorizationPolicy',
  check({ rules }, { report }) {
    for (const [rule, pointer] of items(rules, '/spec/rules')) {
      for (const [{ source }, at] of items(rule.from, `${pointer}/from`)) {
        checkLists({ ...source }, `${at}/source`, report);
        checkPrincipals({ ...source }, `${at}/source`, report);
      }
      for (const [{ operation }, at] of items(rule.to, `${pointer}/to`)) {
        checkLists({ ...operation }, `${at}/operation`, report);
      }
    }
  },
};

const listFields = ['interfaces', 'methods', 'principals', 'namespaces'].flatMap((name) => [
  name,
  `not${name.charAt(0).toUpperCase()}${name.slice(1)}`,
]);

function checkLists(lists: Lists, pointer: string, report: Report): void {
  // Unknown fields, which may hold anything, are passed over: the schema has spoken about them.
  for (const field of listFields) {
    const values = lists[field];
    for (const [value, at] of items(values, `${pointer}/${field}`)) {
      if (value.trim() === '') report('AER0262', at, { field });
      else if (!/amespaces$/.test(field) && strayAsterisk(value)) report('AER0263', at, { value });
    }
    const excluded = new Set(lists[`not${field.charAt(0).toUpperCase()}${field.slice(1)}`] ?? []);
    const wanted = values ?? [];
    if (wanted.length > 0 && wanted.every((value) => excluded.has(value))) {
      report('AER0264', `${pointer}/${field}`, { field });
    }
  }
}

/** An asterisk means something alone, at the start or at the end only; all others are compared as they are. */
function strayAsterisk(value: string): boolean {
  const inner = value.startsWith('*') ? value.slice(1) : value.endsWith('*') ? value.slice(0, -1) : value;
  return inner.includes('*');
}

function checkPrincipals(lists: Lists, pointer: string, report: Report): void {
  for (const field of ['principals', 'notPrincipals']) {
    for (const [value, at] of items(lists[field], `${pointer}/${field}`)) {
      if (value.startsWith('spiffe://')) report('AER0265', at, { value });
    }
  }
}
