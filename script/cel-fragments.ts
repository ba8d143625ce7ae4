import type { Schema } from './crd-schema.js';

const has = (...names: string[]): Schema => ({ required: names });
const lacks = (name: string): Schema => ({ not: has(name) });
const is = (name: string, value: string): Schema => ({ ...has(name), properties: { [name]: { const: value } } });
const never = (schema: Schema): Schema => ({ not: schema });
const unixAddress: Schema = { ...has('address'), properties: { address: { pattern: '^unix://' } } };

const unixPath: Schema = { pattern: '^(?!unix://)|^unix://(?:@|[/@][\\s\\S]*[^/])$' };

/** The CEL rules of Istio's CustomResourceDefinitions (facts), each restated as JSON Schema. */
const fragments: Record<string, Schema> = {
  "duration(self) >= duration('1ms')": { format: 'duration-at-least-1ms' },
  '!self.contains("*")': { pattern: '^[^*]*$' },
  'self.all(key, !key.contains("*"))': { propertyNames: { pattern: '^[^*]+$' } },
  'self.all(key, key.size() != 0)': { propertyNames: { pattern: '^[^*]+$' } },
  '0 < self && self <= 65535': { minimum: 1, maximum: 65535 },
  'self.size() == 0': { maxLength: 0 },
  'self != "*"': { pattern: '^(?!\\*$)' },
  'self.startsWith("unix://") ? (self.substring(7, 8) == "/" || self.substring(7, 8) == "@") : true': unixPath,
  'self.startsWith("unix://") ? !self.endsWith("/") : true': unixPath,
  'self.all(key, size(key) < 63 && key.matches("^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$"))': {
    propertyNames: { maxLength: 62, pattern: '^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$' },
  },
  'has(self.address) || has(self.network)': never({ allOf: [lacks('address'), lacks('network')] }),
  '(has(self.address) ? self.address : "").startsWith("unix://") ? !has(self.ports) : true': never({
    allOf: [unixAddress, has('ports')],
  }),
  '((has(self.resolution) ? self.resolution : "NONE") == "NONE") ? !has(self.endpoints) : true': never({
    ...has('endpoints'),
    properties: { resolution: { const: 'NONE' } },
  }),
  '((has(self.resolution) ? self.resolution : "") == "DNS_ROUND_ROBIN") ? ((has(self.endpoints) ? self.endpoints : []).size() <= 1) : true':
    never({
      ...has('resolution', 'endpoints'),
      properties: { resolution: { const: 'DNS_ROUND_ROBIN' }, endpoints: { minItems: 2 } },
    }),
  '!((has(self.addresses) ? self.addresses : []).exists(k, k.contains("/")) && !((has(self.resolution) ? self.resolution : "NONE") in ["STATIC", "NONE"]))':
    never({
      ...has('resolution', 'addresses'),
      properties: {
        addresses: { type: 'array', contains: { type: 'string', pattern: '/' } },
        resolution: { not: { enum: ['STATIC', 'NONE'] } },
      },
    }),
  'has(self.context) ? ((self.context == "WAYPOINT") ? has(self.waypoint) : !has(self.waypoint)) : !has(self.waypoint)':
    never({
      anyOf: [
        { allOf: [is('context', 'WAYPOINT'), lacks('waypoint')] },
        { allOf: [{ not: is('context', 'WAYPOINT') }, has('waypoint')] },
      ],
    }),
  'self.all(l1, self.exists_one(l2, l1.number == l2.number))': { 'x-unique-by': ['name', 'number'] },
};

/** @throws when a rule is new: it must be restated here before the schemas can be made again. */
export function celFragment(rule: string): Schema {
  const one = /^\(has\(self\.(\w+)\) \? 1 : 0\) \+ \(has\(self\.(\w+)\) \? 1 : 0\) <= 1$/.exec(rule);
  if (one?.[1] && one[2]) return never(has(one[1], one[2]));
  const known = fragments[rule];
  if (known === undefined) throw new Error(`No JSON Schema form is known for the CEL rule: ${rule}`);
  return known;
}
