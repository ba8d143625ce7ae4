import { field } from './settings.js';

/** The message that holds a config of a type that istiod does not know: it is sent as it is written. */
const TYPED_STRUCT = /\/udpa\.type\.v1\.TypedStruct$|\/xds\.type\.v3\.TypedStruct$/;

/**
 * Octets of a network filter in a listener (`{name, typed_config}` as an EnvoyFilter has it). Exact for a TypedStruct, which
 * all of Aeraki's own are; of a type that istiod knows, whose numbers of fields are not known here, a tenth more than its values.
 */
export function filterOctets(filter: unknown): number {
  const name = field(filter, 'name');
  const config = field(filter, 'typed_config') ?? field(filter, 'typedConfig');
  const type = field(config, '@type');
  if (typeof type !== 'string') return 0;
  const url = field(config, 'type_url') ?? field(config, 'typeUrl');
  const value = TYPED_STRUCT.test(type)
    ? delimited(textLength(url)) + delimited(structOctets(field(config, 'value')))
    : Math.round(1.1 * valueLength(config));
  const any = delimited(type.length) + delimited(value);
  return delimited(delimited(textLength(name)) + delimited(any));
}

/** A `google.protobuf.Struct`: entries of a map, each a key and a value. */
function structOctets(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const entries = Object.entries(value).map(([key, each]) => delimited(textLength(key)) + delimited(valueOctets(each)));
  return entries.reduce((sum, each) => sum + delimited(each), 0);
}

/** A `google.protobuf.Value`. */
function valueOctets(value: unknown): number {
  if (typeof value === 'number') return 9;
  if (typeof value === 'string') return delimited(textLength(value));
  if (Array.isArray(value)) {
    return delimited(value.reduce((sum: number, each: unknown) => sum + delimited(valueOctets(each)), 0));
  }
  return typeof value === 'object' && value !== null ? delimited(structOctets(value)) : 2;
}

/** The lengths of all texts, and a few octets for all else. */
function valueLength(value: unknown): number {
  if (typeof value === 'string') return delimited(textLength(value));
  if (typeof value !== 'object' || value === null) return 2;
  return Object.values(value).reduce((sum: number, each: unknown) => sum + delimited(valueLength(each)), 0);
}

/** What a field of so many octets takes: its number, its length, itself. */
function delimited(length: number): number {
  let octets = 2;
  for (let rest = length; rest > 127; rest = Math.floor(rest / 128)) octets += 1;
  return octets + length;
}

function textLength(value: unknown): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : 0;
}
