import type { Random } from './random.js';

/** What breaks parsers: ends of ranges, control and invisible characters, YAML's and JSON's signs, long and deep things. */
const pieces: readonly string[] = [
  ...[
    '',
    ' ',
    '\n',
    '\r',
    '\t',
    '\0',
    '\u001b[31m',
    '\u009b',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\ud800',
    '😀',
    '::error ::x',
    ']]>',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ': ',
    '- ',
    '? ',
    '&a ',
    '*a',
    '<<: *a',
    '!!binary ',
    '!x ',
    '|',
    '>-',
    '---\n',
    '...\n',
    '%YAML 1.2',
    '#',
    '"',
    "'",
    '\\',
  ],
  ...[
    'null',
    '~',
    'true',
    'yes',
    '0x1F',
    '0o17',
    '1e999',
    '-0',
    '.nan',
    '9007199254740993',
    '99999999999999999999',
    '2001-01-01',
    '1h',
    '-1ns',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '*',
    '.*',
    '(a|b){0,500}',
    '[a-z',
    '%25',
    '../',
    '/etc/passwd',
    '<redacted>',
  ],
  'a'.repeat(300),
  '9'.repeat(400),
  '['.repeat(200),
  '{a: '.repeat(120),
];

/** A text with a few changes: pieces put in, lines and stretches left out, doubled, moved, or taken from another text. */
export function mutatedText(text: string, random: Random, others: readonly string[] = [text]): string {
  let result = text;
  for (let change = random.below(5); change >= 0; change--) {
    const at = random.below(result.length + 1);
    const end = Math.min(result.length, at + random.below(random.chance(0.2) ? 200 : 12));
    const kind = random.below(7);
    if (kind === 0) result = result.slice(0, at) + random.pick(pieces) + result.slice(at);
    else if (kind === 1) result = result.slice(0, at) + result.slice(end);
    else if (kind === 2) result = result.slice(0, end) + result.slice(at);
    else if (kind === 3) result = withValue(result, random);
    else if (kind === 4) result = withoutLine(result, random);
    else if (kind === 5) {
      const other = random.pick(others);
      const from = random.below(other.length + 1);
      result = result.slice(0, at) + other.slice(from, from + random.below(80)) + result.slice(end);
    } else
      result =
        result.slice(0, at) +
        String.fromCharCode(random.below(random.chance(0.8) ? 128 : 65536)) +
        result.slice(at + 1);
  }
  return result;
}

/** The value of some line replaced. */
function withValue(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  lines[at] = (lines[at] ?? '').replace(/(: ?).*$/, (_, colon: string) => colon + random.pick(pieces));
  return lines.join('\n');
}

/** Some line left out, doubled, or indented otherwise. */
function withoutLine(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const by = [[], [line, line], [`  ${line}`], [line.replace(/^ {2}/, '')]];
  lines.splice(at, 1, ...random.pick(by));
  return lines.join('\n');
}

/** Octets changed, dropped, doubled; lengths made large. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let result = Buffer.from(bytes);
  for (let change = random.below(6); change > 0 && result.length > 0; change--) {
    const at = random.below(result.length);
    const end = Math.min(result.length, at + random.below(16));
    const kind = random.below(5);
    if (kind === 0) result[at] = random.below(256);
    else if (kind === 1) result[at] = random.pick([0, 1, 0x7f, 0x80, 0xff]);
    else if (kind === 2) result = Buffer.concat([result.subarray(0, at), result.subarray(end)]);
    else if (kind === 3) result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
    else result.fill(random.pick([0, 0xff]), at, Math.min(result.length, at + 4));
  }
  return result;
}
