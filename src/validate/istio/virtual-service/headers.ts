import { entries, items, type Report } from '../rule.js';
import type { Headers, HttpRoute } from '../spec.js';
import { whyNoFormat } from './header-format.js';

const token = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
const pseudo: ReadonlySet<string> = new Set([':method', ':scheme', ':authority', ':path', ':status']);

/** `@request.auth.claims.sub` or `@request.auth.claims[sub]`: a claim of a token, where a header's name may be. */
export function isJwtClaim(name: string): boolean {
  return /^@request\.auth\.claims(?:\..+|\[.+\])$/is.test(name);
}

/** AER1139: the name of a header that a match looks at. */
export function checkMatchedHeader(name: string, pointer: string, report: Report): void {
  if (name === '') report('AER1139', pointer, { name, why: 'it is empty' }, { at: 'key' });
  else if (!isJwtClaim(name) && !pseudo.has(name) && !token.test(name)) {
    report('AER1139', pointer, { name, why: 'it has a character that no header name has' }, { at: 'key' });
  }
}

/** AER1139 for CORS: `*` counts. */
export function checkCorsHeader(name: string, pointer: string, report: Report): void {
  if (name === '' || !token.test(name)) {
    report('AER1139', pointer, {
      name,
      why: name === '' ? 'it is empty' : 'it has a character that no header name has',
    });
  }
}

/** AER1139, AER1140: headers that are set, added or removed, of a route or of one of its destinations. */
export function checkHeaders(headers: Headers | undefined, pointer: string, report: Report): void {
  for (const side of ['request', 'response'] as const) {
    const operations = headers?.[side];
    for (const operation of ['add', 'set'] as const) {
      for (const [name, value, at] of entries(operations?.[operation], `${pointer}/${side}/${operation}`)) {
        checkOperated(name, at, side === 'request', 'key', report);
        checkValue(value, at, report);
      }
    }
    for (const [name, at] of items(operations?.remove, `${pointer}/${side}/remove`)) {
      checkOperated(name, at, false, 'value', report);
    }
  }
}

function checkOperated(
  name: string,
  pointer: string,
  mayBeAuthority: boolean,
  at: 'key' | 'value',
  report: Report,
): void {
  const isHost = name.toLowerCase() === 'host';
  let why: string | undefined;
  if (name === '') why = 'it is empty';
  else if (mayBeAuthority && isAuthority(name)) why = undefined;
  else if (isHost) why = 'the Host header is not changed here; write rewrite.authority';
  else if (name.startsWith(':')) why = 'names with ":" are what HTTP itself sends';
  if (why !== undefined) report('AER1139', pointer, { name, why }, { at });
}

function checkValue(value: string, pointer: string, report: Report): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  const control = /[\u0000-\u0008\u000a-\u001f\u007f]/.test(value);
  const why = control ? 'it has a control character' : whyNoFormat(value);
  if (why !== undefined) report('AER1140', pointer, { why });
}

function isAuthority(name: string): boolean {
  return /^(?::authority|host)$/i.test(name);
}

/** AER1150: the authority of a request is written at one place: rewrite, or one header. */
export function checkAuthority({ rewrite, headers }: HttpRoute, pointer: string, report: Report): void {
  const at = `${pointer}/headers/request`;
  const values = (['set', 'add'] as const).flatMap((operation) =>
    entries(headers?.request?.[operation], `${at}/${operation}`).filter(([name]) => isAuthority(name)),
  );
  let current = rewrite?.authority ?? '';
  for (const [, value, place] of values) {
    if (current !== '') {
      const why = `the authority is already "${current}"`;
      report('AER1150', place, { why, cure: 'Write it once' }, { at: 'key' });
      return;
    }
    current = value;
  }
}
