import { traitsOf } from '../../behaviour/traits.js';
import { parseDuration } from '../../envoy/duration/parse.js';
import { defaultSettings, type ProxySettings } from '../../proxy/settings.js';
import { UsageError } from '../shell/errors.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { proxyFlags } from './definitions.js';

/** The flags of `aeraki proxy`. */
export interface ProxyFlags
  extends FilledFlagValues<typeof proxyFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'> {}

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
    leaveTimeout: milliseconds('drain-timeout', flags['drain-timeout']),
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
