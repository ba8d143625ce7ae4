/** What is wrong with a value: where in it, as a JSON pointer, and what, in words that follow the place. */
export interface Problem {
  readonly pointer: string;
  readonly words: string;
}

/** A small check of a value that comes from outside: the first thing that is wrong. Where nothing is, no text is made. */
export type Check = (value: unknown) => Problem | undefined;

export const text: Check = (value) => (typeof value === 'string' ? undefined : not(value, 'a text'));

export const number: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : not(value, 'a number');

export const truth: Check = (value) => (typeof value === 'boolean' ? undefined : not(value, 'true or false'));

/** Any of several kinds of value; where it is none, the first one says why. */
export function either(...checks: readonly Check[]): Check {
  return (value) => {
    let first: Problem | undefined;
    for (const check of checks) {
      const problem = check(value);
      if (problem === undefined) return undefined;
      first ??= problem;
    }
    return first;
  };
}

export function list(item: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return not(value, 'a list');
    for (let place = 0; place < value.length; place++) {
      const problem = item(value[place]);
      if (problem !== undefined) return below(String(place), problem);
    }
    return undefined;
  };
}

export function record(item: Check): Check {
  return (value) => {
    if (!isFields(value)) return not(value, 'a map');
    for (const key of Object.keys(value)) {
      const problem = item(value[key]);
      if (problem !== undefined) return below(key, problem);
    }
    return undefined;
  };
}

/** A map with these fields, others unread. A name that ends with `?` may be missing; null counts as missing. */
export function fields(shape: Readonly<Record<string, Check>>): Check {
  const rows = Object.entries(shape).map(([key, check]) => {
    const name = key.replace(/\?$/, '');
    return { name, check, isNeeded: name === key };
  });
  return (value) => {
    if (!isFields(value)) return not(value, 'a map');
    for (const { name, check, isNeeded } of rows) {
      const own = ownValue(value, name);
      if (own === undefined || own === null) {
        if (isNeeded) return { pointer: '', words: `has no ${name}` };
        continue;
      }
      const problem = check(own);
      if (problem !== undefined) return below(name, problem);
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

function below(key: string, { pointer, words }: Problem): Problem {
  return { pointer: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}${pointer}`, words };
}

function not(value: unknown, wanted: string): Problem {
  return { pointer: '', words: `is ${nameOf(value)}, not ${wanted}` };
}

/** A value's type only: the value might be a secret. */
function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
