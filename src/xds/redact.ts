import type { DescField, JsonObject, JsonValue } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';

const redacted = '<redacted>';

/** Where a secret lies is no secret. */
const places = new Set(['filename', 'environment_variable', 'watched_directory']);

/** Replaces the secret in a field that Envoy marks as sensitive: a text, or every text in a message (a DataSource). */
export function redactMessage(message: ReflectMessage, field: DescField): void {
  if (places.has(field.name)) return;
  if (field.fieldKind === 'message') {
    const inner = message.get(field);
    for (const each of inner.fields) if (inner.isSet(each)) redactMessage(inner, each);
    message.set(field, inner);
  } else if (field.fieldKind === 'scalar' && field.scalar === ScalarType.STRING) message.set(field, redacted);
  else if (field.fieldKind === 'scalar' && field.scalar === ScalarType.BYTES) redactBytes(message, field);
  else if (field.fieldKind === 'list' || field.fieldKind === 'map') message.clear(field);
}

/** In a DataSource the text form says `<redacted>` in plain letters; elsewhere the bytes are taken away. */
function redactBytes(message: ReflectMessage, field: DescField): void {
  const text = message.desc.fields.find(({ name }) => name === 'inline_string');
  message.clear(field);
  if (field.name === 'inline_bytes' && text !== undefined) message.set(text, redacted);
}

const secretKey = /(passwords?|passwd|private_?key|secret|token)$/i;

/** Structs (Istio's filters travel as such) have no marks: there a field's name tells that it holds a secret. */
export function redactStructs(json: JsonObject): JsonObject {
  return redactIn(json, false) as JsonObject;
}

function redactIn(value: JsonValue, secret: boolean): JsonValue {
  if (typeof value === 'string') return secret ? redacted : value;
  if (Array.isArray(value)) return value.map((item) => redactIn(item, secret));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]) => {
    if (/^(@type|filename|environment_?variable)$/i.test(key)) return [key, item];
    const isData = secret || (secretKey.test(key) && holdsText(item));
    return [key, redactIn(item, isData)];
  });
  return Object.fromEntries(entries);
}

/** A text, or a DataSource with one; a message that is only called so (`secretConfig`) is looked into instead. */
function holdsText(value: JsonValue): boolean {
  if (typeof value === 'string') return true;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return ['inlineString', 'inlineBytes', 'inline_string', 'inline_bytes'].some((key) => key in value);
}
