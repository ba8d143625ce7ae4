import { parseDuration } from '../../envoy/duration/parse.js';

/** A fault that is done to requests on purpose, to see what becomes of those who wait. */
export interface Fault {
  /** As it was written. */
  readonly text: string;
  /** Undefined: of every service. */
  readonly service: { readonly host: string; readonly port: number | undefined } | undefined;
  /** Name of the route; undefined: of every one. */
  readonly route: string | undefined;
  /** Milliseconds; 0: none. */
  readonly delay: number;
  /** Whether it is answered with the error of the codec in place of being sent on. */
  readonly abort: boolean;
  /** Of so many requests in a hundred. */
  readonly percent: number;
}

export type ParsedFault = { readonly fault: Fault } | { readonly problem: string };

/** A delay is no longer than this, in milliseconds. */
const longestDelay = 3_600_000;
const known = 'service=HOST[:PORT], route=NAME, delay=DURATION, abort and percent=NUMBER';

/** Reads `[service=HOST[:PORT],][route=NAME,](delay=2s|abort)[,percent=50]`; `problem` says why a text is none. */
export function parseFault(text: string): ParsedFault {
  const parts = new Map<string, string>();
  for (const part of text.split(',').map((each) => each.trim())) {
    const at = part.indexOf('=');
    const name = at < 0 ? part : part.slice(0, at);
    if (!['service', 'route', 'delay', 'abort', 'percent'].includes(name)) {
      return { problem: `${part === '' ? 'an empty part' : part} is none of ${known}` };
    }
    if (parts.has(name)) return { problem: `${name} stands there twice` };
    if (at < 0 !== (name === 'abort')) return { problem: `${part} is none of ${known}` };
    parts.set(name, at < 0 ? '' : part.slice(at + 1));
  }
  const abort = parts.has('abort');
  const delay = delayOf(parts.get('delay'));
  if (typeof delay === 'string') return { problem: delay };
  if (!abort && delay === 0) return { problem: 'there is neither a delay nor abort' };
  const percent = Number(parts.get('percent') ?? 100);
  if (!(percent > 0 && percent <= 100))
    return { problem: `percent=${parts.get('percent')} is not above 0 and up to 100` };
  const service = parts.get('service');
  const [, host, digits] = /^([^:\s]+)(?::(\d{1,5}))?$/.exec(service ?? '') ?? [];
  if (service !== undefined && host === undefined) return { problem: `service=${service} is not HOST or HOST:PORT` };
  const port = digits === undefined ? undefined : Number(digits);
  return {
    fault: {
      text,
      service: host === undefined ? undefined : { host, port },
      route: parts.get('route'),
      delay,
      abort,
      percent,
    },
  };
}

/** Milliseconds, or what is wrong. */
function delayOf(text: string | undefined): number | string {
  if (text === undefined) return 0;
  const { nanoseconds, reason } = parseDuration(text);
  if (nanoseconds === undefined) return `delay=${text} is no duration: ${reason}`;
  const milliseconds = Number(nanoseconds / 1_000_000n);
  return milliseconds >= 1 && milliseconds <= longestDelay ? milliseconds : `delay=${text} is not from 1ms to 1h`;
}
