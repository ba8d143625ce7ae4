import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';
import { quote } from './words.js';

/** The lists of which the API server wants each item's field to differ (list-map keys and CEL rules; facts). */
const uniqueFields: Readonly<Record<string, { readonly list: string; readonly fields: readonly string[] }>> = {
  ServiceEntry: { list: 'ports', fields: ['name', 'number'] },
};

/** Adds the ports of a ServiceEntry that share a name or number with an earlier one. */
export function checkUnique(resource: Resource, findings: Finding[]): void {
  const rule = uniqueFields[resource.kind];
  if (rule === undefined) return;
  const spec: unknown = resource.object.spec;
  const list = isObject(spec) ? spec[rule.list] : undefined;
  if (!Array.isArray(list)) return;
  for (const field of rule.fields) {
    const seen = new Map<unknown, number>();
    for (const [index, item] of (list as unknown[]).entries()) {
      const value = isObject(item) ? item[field] : undefined;
      if (value === undefined) continue;
      const first = seen.get(value);
      if (first === undefined) {
        seen.set(value, index);
        continue;
      }
      const pointer = `/spec/${rule.list}/${index}/${field}`;
      const place = `spec.${rule.list}[${index}].${field}`;
      const args = { field: place, found: quote(value), first: `spec.${rule.list}[${first}]` };
      findings.push(finding('AER0112', args, { resource, pointer }));
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
