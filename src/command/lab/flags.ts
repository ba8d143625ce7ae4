import { parseDuration } from '../../envoy/duration/parse.js';
import type { WantedRequest } from '../../lab/generator.js';
import { UsageError } from '../shell/errors.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { labFlags } from './definitions.js';

/** The flags of `aeraki lab`. */
export interface LabFlags
  extends FilledFlagValues<typeof labFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'> {}

/** Reads `[HOST[:PORT]/]NAME=VALUE[,NAME=VALUE…]`. Raises `UsageError`. */
export function parseRequest(text: string): WantedRequest {
  const [, host, digits, rest = ''] = /^(?:([^=,/:\s]+)(?::(\d{1,5}))?\/)?(.*)$/s.exec(text) ?? [];
  const attributes = new Map<string, string>();
  // A comma that no `name=` follows belongs to the value.
  for (const part of rest === '' ? [] : rest.split(/,(?=[^=,]+=)/)) {
    const at = part.indexOf('=');
    if (at <= 0) throw badRequest(text);
    attributes.set(part.slice(0, at).trim(), part.slice(at + 1));
  }
  if (attributes.size === 0 && host === undefined) throw badRequest(text);
  return { host, port: digits === undefined ? undefined : Number(digits), attributes };
}

function badRequest(text: string): UsageError {
  return new UsageError(
    `--request ${text} is not NAME=VALUE[,NAME=VALUE…]. Write for example --request 'method=pay,user=vip-7', or with the service before it: --request 'orders.shop.svc.cluster.local/method=pay'.`,
  );
}

/** Longest time that a timer of the system takes, in milliseconds. */
const longest = 2 ** 31 - 1;

/** A time of more than nothing, in milliseconds. Raises `UsageError`. */
export function milliseconds(flag: string, text: string): number {
  const { nanoseconds } = parseDuration(text);
  if (nanoseconds === undefined || nanoseconds <= 0n) {
    throw new UsageError(`--${flag} ${text} is no duration. Write for example --${flag} 10s.`);
  }
  return Math.min(longest, Math.max(1, Number(nanoseconds / 1_000_000n)));
}
