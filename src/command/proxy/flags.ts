import { traitsOf } from '../../behaviour/traits.js';
import type { ProxyVersion } from '../../behaviour/version.js';
import { type Address, parseAddress } from '../../envoy/address.js';
import { parseDuration } from '../../envoy/duration/parse.js';
import { defaultSettings, type ProxySettings } from '../../proxy/settings.js';
import type { TlsFlags } from '../input/rds/credentials.js';
import type { RemovalFlags } from '../input/removal-flags.js';
import type { RulesFlags } from '../input/rules.js';
import { UsageError } from '../shell/errors.js';

/** The flags of `aeraki proxy`. */
export interface ProxyFlags extends RulesFlags, TlsFlags, RemovalFlags {
  readonly output: 'text' | 'json';
  readonly verbose: boolean;
  readonly listen: readonly string[];
  readonly upstream: readonly string[];
  readonly codec: readonly string[];
  readonly protocol?: string | undefined;
  readonly rds?: string | undefined;
  readonly watch: boolean;
  readonly poll: boolean;
  readonly admin?: string | undefined;
  readonly quiet: boolean;
  readonly timeout?: string | undefined;
  readonly 'proxy-version': ProxyVersion;
  readonly 'idle-timeout': string;
  readonly 'drain-timeout': string;
  readonly 'max-message-size': number;
  readonly 'mesh-config'?: string | undefined;
}

/** What `--listen` asks for. */
export interface ListenWish {
  readonly host: string;
  /** Undefined: the service's only metaprotocol port. */
  readonly port: number | undefined;
  /** Undefined: loopback, at the service's port. */
  readonly address: Address | undefined;
  /** As it was written, for messages. */
  readonly text: string;
}

const loopback = '127.0.0.1';

/** Reads `HOST[:PORT][=[ADDRESS:]PORT]`. Raises `UsageError`. */
export function parseListen(text: string): ListenWish {
  const at = text.indexOf('=');
  const service = at < 0 ? text : text.slice(0, at);
  const where = at < 0 ? undefined : text.slice(at + 1);
  const [, host = '', digits] = /^([^:\s]+)(?::(\d{1,5}))?$/.exec(service) ?? [];
  const address = where === undefined ? undefined : parseWhere(where);
  const port = digits === undefined ? undefined : Number(digits);
  if (host === '' || (where !== undefined && address === undefined) || (port ?? 1) < 1 || (port ?? 1) > 65_535) {
    throw new UsageError(
      `--listen ${text} is not HOST=ADDRESS:PORT. Write for example --listen orders.shop.svc.cluster.local=127.0.0.1:20880.`,
    );
  }
  return { host, port, address, text };
}

/** A port alone is one of loopback. */
function parseWhere(text: string): Address | undefined {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return { host: loopback, port: Number(text) };
  return parseAddress(text);
}

/** Reads every `CLUSTER=HOST:PORT[,HOST:PORT…]`; one cluster may be named several times. Raises `UsageError`. */
export function parseUpstreams(texts: readonly string[]): ReadonlyMap<string, readonly Address[]> {
  const upstreams = new Map<string, Address[]>();
  for (const text of texts) {
    const at = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(0, at));
    const addresses = text
      .slice(at + 1)
      .split(',')
      .map(parseAddress);
    const valid = /^outbound\|\d{1,5}\|[^|]*\|[^|]+$/.test(name);
    if (!valid || addresses.some((address) => address === undefined || address.port === 0)) {
      throw new UsageError(
        `--upstream ${text} is not CLUSTER=HOST:PORT. Write for example --upstream 'outbound|20880|v1|orders.shop.svc.cluster.local=127.0.0.1:20881'; \`aeraki route\` names the clusters.`,
      );
    }
    const known = upstreams.get(name) ?? [];
    upstreams.set(name, [...known, ...addresses.flatMap((address) => address ?? [])]);
  }
  return upstreams;
}

/** The MetaProtocol proxy waits for ever. */
function defaultTimeout(flags: ProxyFlags): number {
  return traitsOf(flags['proxy-version']).timesOut ? defaultSettings.timeout : 0;
}

/** The limits of the data path. Raises `UsageError`. */
export function settingsOf(flags: ProxyFlags): ProxySettings {
  return {
    ...defaultSettings,
    timeout: flags.timeout === undefined ? defaultTimeout(flags) : milliseconds('timeout', flags.timeout),
    idleTimeout: milliseconds('idle-timeout', flags['idle-timeout']),
    drainTimeout: milliseconds('drain-timeout', flags['drain-timeout']),
    maxMessageSize: flags['max-message-size'],
  };
}

/** Longest time that a timer of the system takes. */
const LONGEST = 2 ** 31 - 1;

function milliseconds(flag: string, text: string): number {
  const { nanoseconds } = parseDuration(text);
  if (nanoseconds === undefined || nanoseconds < 0n) {
    throw new UsageError(`--${flag} ${text} is no duration. Write for example --${flag} 30s, or 0 for no limit.`);
  }
  const whole = Number(nanoseconds / 1_000_000n);
  return nanoseconds === 0n ? 0 : Math.min(LONGEST, Math.max(1, whole));
}
