import type { DescField } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';
import { redacted } from './redact.js';

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
