import { traitsOf } from '../../behaviour/traits.js';
import type { ProxyVersion } from '../../behaviour/version.js';
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
  readonly xds?: string | undefined;
  readonly 'node-id'?: string | undefined;
  readonly 'node-metadata'?: string | undefined;
  readonly 'token-file'?: string | undefined;
  readonly 'mtls-cert'?: string | undefined;
  readonly 'mtls-key'?: string | undefined;
  readonly 'mtls-ca'?: string | undefined;
  readonly traffic: 'both' | 'inbound' | 'outbound';
  readonly 'original-dst': readonly string[];
  readonly fault: readonly string[];
  readonly watch: boolean;
  readonly poll: boolean;
  readonly admin?: string | undefined;
  readonly 'trace-collector'?: string | undefined;
  readonly quiet: boolean;
  readonly timeout?: string | undefined;
  readonly 'proxy-version': ProxyVersion;
  readonly 'idle-timeout': string;
  readonly 'drain-timeout': string;
  readonly 'max-message-size': number;
  readonly 'mesh-config'?: string | undefined;
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
