import { parseDuration } from '../envoy/duration/parse.js';

/** The formats of `schemas/` that mean something: what the API server checks, and nothing more. */

const int64 = 2 ** 63;

/** The fastest form of the check that ajv compiles in; the numbers are those that Kubernetes' JSON reader makes. */
export const formats = {
  // The API server looks at the range of an int32 only where the schema bounds it as well.
  int32: { type: 'number', validate: (value: number): boolean => value >= -int64 && value <= int64 },
  int64: { type: 'number', validate: (value: number): boolean => value >= -int64 && value <= int64 },
  double: { type: 'number', validate: (): boolean => true },
  byte: (value: string): boolean =>
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value.replace(/[\r\n]/g, '')),
  'date-time': (value: string): boolean =>
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(
      value,
    ),
  'duration-at-least-1ms': (value: string): boolean => {
    const { nanoseconds } = parseDuration(value);
    return nanoseconds !== undefined && nanoseconds >= 1_000_000n;
  },
} as const;
