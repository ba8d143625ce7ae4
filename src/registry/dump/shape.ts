/** Small checks of values that come from outside. Each gives the first thing that is wrong, with a JSON pointer. */
export type Check = (value: unknown, pointer: string) => string | undefined;

export const text: Check = (value, pointer) =>
  typeof value === 'string' ? undefined : `${pointer || '/'} is ${nameOf(value)}, not a text`;

export const number: Check = (value, pointer) =>
  typeof value === 'number' && Number.isFinite(value)
    ? undefined
    : `${pointer || '/'} is ${nameOf(value)}, not a number`;

export const truth: Check = (value, pointer) =>
  typeof value === 'boolean' ? undefined : `${pointer || '/'} is ${nameOf(value)}, not true or false`;

/** Any of several kinds of value. */
export function either(...checks: readonly Check[]): Check {
  return (value, pointer) => {
    const reasons = checks.map((check) => check(value, pointer));
    return reasons.includes(undefined) ? undefined : reasons[0];
  };
}

export function list(item: Check): Check {
  return (value, pointer) => {
    if (!Array.isArray(value)) return `${pointer || '/'} is ${nameOf(value)}, not a list`;
    for (const [place, each] of value.entries()) {
      const reason = item(each, `${pointer}/${place}`);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}

export function record(item: Check): Check {
  return (value, pointer) => {
    if (!isFields(value)) return `${pointer || '/'} is ${nameOf(value)}, not a map`;
    for (const [key, each] of Object.entries(value)) {
      const reason = item(each, `${pointer}/${pointerPart(key)}`);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}

/** A map with these fields, others unread. A name that ends with `?` may be missing; null counts as missing. */
export function fields(shape: Readonly<Record<string, Check>>): Check {
  return (value, pointer) => {
    if (!isFields(value)) return `${pointer || '/'} is ${nameOf(value)}, not a map`;
    for (const [key, check] of Object.entries(shape)) {
      const name = key.replace(/\?$/, '');
      const own = Object.hasOwn(value, name) ? value[name] : undefined;
      if (own === undefined || own === null) {
        if (name === key) return `${pointer || '/'} has no ${name}`;
        continue;
      }
      const reason = check(own, `${pointer}/${pointerPart(name)}`);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a name that comes from outside: never one that every object has, such as `constructor`. */
export function ownValue<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A value's type only: the value might be a secret. */
function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
