import { resolvePlain, type Scalar } from './scalar.js';

const PREFIX = 'tag:yaml.org,2002:';
/** The forms of a timestamp that go-yaml knows. */
const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| (\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * A scalar with an explicit tag, as go-yaml resolves it: a tag of YAML's own has to fit the value, any other tag makes
 * a string.
 */
export function resolveTagged(tag: string, text: string): { readonly value: Scalar } | { readonly reason: string } {
  const name = tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : undefined;
  const refused = { reason: `the value does not fit its tag !!${name ?? ''}` };
  switch (name) {
    case 'str':
      return { value: text };
    case 'binary':
      return decodeBinary(text);
    case 'null':
    case 'bool':
    case 'int':
    case 'float': {
      const value = resolvePlain(text);
      return fits(name, value, text) ? { value } : refused;
    }
    case 'timestamp':
      return isTimestamp(text) ? { value: text } : refused;
    default:
      return { value: text };
  }
}

function fits(name: 'null' | 'bool' | 'int' | 'float', value: Scalar, text: string): boolean {
  if (name === 'null') return value === null;
  if (name === 'bool') return typeof value === 'boolean';
  if (typeof value !== 'number') return false;
  return name === 'float' || (Number.isInteger(value) && !/[.]|^[-+]?[0-9_]+[eE]/.test(text));
}

function decodeBinary(text: string): { readonly value: Scalar } | { readonly reason: string } {
  const compact = text.replace(/[\r\n]/g, '');
  if (!BASE64.test(compact)) return { reason: 'the value of !!binary is not base64' };
  return { value: Buffer.from(compact, 'base64').toString('utf8') };
}

function isTimestamp(text: string): boolean {
  const match = TIMESTAMP.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, ...time] = match.slice(1).map((part) => Number(part ?? 0));
  const [hour = 0, minute = 0, second = 0] = time.some((part) => part > 0)
    ? time.filter((_, at) => match[at + 4] !== undefined)
    : [];
  // A day that the month has not rolls over to another.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}
