import { type FieldReader, field } from '../envoy/fields.js';
import { redact } from '../envoy/redact.js';
import type { JsonObject } from '../model/envoy.js';

/**
 * Envoy's header matchers (MetaProtocol's `match.metadata`, an HTTP route's `match.headers`) as text, by name:
 * `method exact sayHello; user regex ^vip`. The order of the matchers says nothing to the proxy, and in Aeraki's
 * results it is different every time, so they are sorted.
 */
export function headerMatches(
  match: JsonObject | undefined,
  list: 'metadata' | 'headers',
  reader: FieldReader,
): string {
  const texts = reader.objects(match, list).map((each) => headerMatch(each, reader));
  return texts.sort((one, other) => (one < other ? -1 : 1)).join('; ');
}

function headerMatch(matcher: JsonObject, reader: FieldReader): string {
  const name = reader.text(matcher, 'name');
  const not = reader.flag(matcher, 'invert_match') ? 'not ' : '';
  return `${name} ${not}${condition(redact(matcher), reader)}`;
}

function condition(matcher: JsonObject, reader: FieldReader): string {
  const nested = reader.object(matcher, 'string_match');
  if (nested !== undefined) {
    const fold = reader.flag(nested, 'ignore_case') ? ' (any case)' : '';
    return `${stringCondition(nested, '', reader)}${fold}`;
  }
  if (field(matcher, 'present_match') !== undefined)
    return reader.flag(matcher, 'present_match') ? 'present' : 'absent';
  const range = reader.object(matcher, 'range_match');
  if (range !== undefined)
    return `from ${reader.number(range, 'start') ?? 0} to below ${reader.number(range, 'end') ?? 0}`;
  return stringCondition(matcher, '_match', reader);
}

function stringCondition(matcher: JsonObject, suffix: string, reader: FieldReader): string {
  const regex = reader.object(matcher, `safe_regex${suffix}`);
  if (regex !== undefined) return `regex ${reader.text(regex, 'regex')}`;
  for (const word of ['exact', 'prefix', 'suffix', 'contains']) {
    if (field(matcher, `${word}${suffix}`) !== undefined) {
      return `${word} ${shown(reader.text(matcher, `${word}${suffix}`))}`;
    }
  }
  return 'present';
}

/** A value that blanks or nothing would hide is quoted. */
function shown(value: string): string {
  return value === '' || /[\s;"]/.test(value) ? JSON.stringify(value) : value;
}
