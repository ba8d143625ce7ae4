/** Moments as Envoy's `START_TIME` prints them, always in UTC. */
export type TimeFormat = (milliseconds: number) => string;

/**
 * Compiles a format of `%START_TIME(…)%`: strftime's conversions, `%f` and `%1f` to `%9f` (fractions of a second), `%s`
 * (seconds since 1970), and `%E3S`, `%E*S` (seconds with fraction), `%Ez` (`+00:00`). What it does not know stays as it is
 * written. An empty format is the default, `2026-11-23T09:30:00.125Z`.
 */
export function timeFormat(format: string): TimeFormat {
  if (format === '') return (milliseconds) => new Date(milliseconds).toISOString();
  const parts = format.split(/(%E?[0-9*]*[A-Za-z%])/).map((part) => compilePart(part));
  return (milliseconds) => {
    const moment = new Date(milliseconds);
    return parts.map((part) => (typeof part === 'string' ? part : part(moment, milliseconds))).join('');
  };
}

type Part = string | ((moment: Date, milliseconds: number) => string);

function compilePart(part: string): Part {
  const [, extended, digits = '', letter = ''] = /^%(E?)([0-9*]*)([A-Za-z%])$/.exec(part) ?? [];
  if (letter === '') return part;
  if (letter === 'f' && extended === '') {
    const count = digits === '' ? 9 : Number(digits);
    return count >= 1 && count <= 9 ? (_moment, time) => nanoseconds(time).slice(0, count) : part;
  }
  if (extended === 'E') return extendedPart(digits, letter) ?? part;
  return digits === '' ? (conversions[letter] ?? part) : part;
}

function extendedPart(digits: string, letter: string): Part | undefined {
  if (letter === 'z') return '+00:00';
  if (letter !== 'S') return undefined;
  if (digits === '*') {
    return (moment, time) => {
      const fraction = nanoseconds(time).replace(/0+$/, '');
      return `${two(moment.getUTCSeconds())}${fraction === '' ? '' : `.${fraction}`}`;
    };
  }
  const count = Number(digits);
  if (digits === '' || count > 9) return undefined;
  return (moment, time) => {
    const fraction = nanoseconds(time).slice(0, count);
    return `${two(moment.getUTCSeconds())}${fraction === '' ? '' : `.${fraction}`}`;
  };
}

/** Nine digits of the fraction of a second; what is below a microsecond is beyond the clock, and beyond the number. */
function nanoseconds(milliseconds: number): string {
  const fraction = milliseconds - Math.floor(milliseconds / 1_000) * 1_000;
  // A number of this size is exact to a quarter of a microsecond.
  const micros = Math.min(Math.floor(fraction * 1_000 + 0.3), 999_999);
  return `${String(micros).padStart(6, '0')}000`;
}

const two = (number: number): string => String(number).padStart(2, '0');
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const dayName = (moment: Date): string => days[moment.getUTCDay()] ?? '';
const monthName = (moment: Date): string => months[moment.getUTCMonth()] ?? '';
const hour12 = (moment: Date): number => moment.getUTCHours() % 12 || 12;
const date = (moment: Date): string => moment.toISOString().slice(0, 10);
const clock = (moment: Date): string => moment.toISOString().slice(11, 19);

/** The conversions of C's strftime in its standard locale. */
const conversions: Readonly<Record<string, Part>> = {
  '%': '%',
  a: (moment) => dayName(moment).slice(0, 3),
  A: dayName,
  b: (moment) => monthName(moment).slice(0, 3),
  B: monthName,
  c: (moment) =>
    `${dayName(moment).slice(0, 3)} ${monthName(moment).slice(0, 3)} ${String(moment.getUTCDate()).padStart(2)} ${clock(moment)} ${moment.getUTCFullYear()}`,
  C: (moment) => two(Math.floor(moment.getUTCFullYear() / 100)),
  d: (moment) => two(moment.getUTCDate()),
  D: (moment) => `${two(moment.getUTCMonth() + 1)}/${two(moment.getUTCDate())}/${two(moment.getUTCFullYear() % 100)}`,
  e: (moment) => String(moment.getUTCDate()).padStart(2),
  F: date,
  h: (moment) => monthName(moment).slice(0, 3),
  H: (moment) => two(moment.getUTCHours()),
  I: (moment) => two(hour12(moment)),
  j: (moment) => String(dayOfYear(moment)).padStart(3, '0'),
  m: (moment) => two(moment.getUTCMonth() + 1),
  M: (moment) => two(moment.getUTCMinutes()),
  n: '\n',
  p: (moment) => (moment.getUTCHours() < 12 ? 'AM' : 'PM'),
  r: (moment) =>
    `${two(hour12(moment))}:${two(moment.getUTCMinutes())}:${two(moment.getUTCSeconds())} ${moment.getUTCHours() < 12 ? 'AM' : 'PM'}`,
  R: (moment) => clock(moment).slice(0, 5),
  s: (_moment, time) => String(Math.floor(time / 1_000)),
  S: (moment) => two(moment.getUTCSeconds()),
  t: '\t',
  T: clock,
  u: (moment) => String(moment.getUTCDay() || 7),
  w: (moment) => String(moment.getUTCDay()),
  x: (moment) => `${two(moment.getUTCMonth() + 1)}/${two(moment.getUTCDate())}/${two(moment.getUTCFullYear() % 100)}`,
  X: clock,
  y: (moment) => two(moment.getUTCFullYear() % 100),
  Y: (moment) => String(moment.getUTCFullYear()),
  z: '+0000',
  Z: 'UTC',
};

function dayOfYear(moment: Date): number {
  return Math.floor((moment.getTime() - Date.UTC(moment.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}
