import type { Instance } from '../model.js';
import type { ConvertOptions } from './options.js';

/** What became of a provider; everything but `kept` is a reason why it is no endpoint. */
export type Verdict =
  | 'kept'
  | 'unhealthy'
  | 'disabled'
  | 'no-weight'
  | 'bad-port'
  | 'no-address'
  | 'bad-address'
  | 'duplicate'
  | 'same-at-interface-level'
  | 'consumer'
  | 'not-understood'
  | 'not-a-provider';

/** Whether an instance can be an endpoint, seen by itself. */
export function judge(instance: Instance, options: Pick<ConvertOptions, 'health'>): Verdict {
  const { address, port } = instance;
  if (address === '' || address === '0.0.0.0' || address === '::') return 'no-address';
  if (!isIp(address) && !isHostName(address)) return 'bad-address';
  if (!Number.isInteger(port) || port < 1 || port > 65535) return 'bad-port';
  if (options.health === 'any') return 'kept';
  if (instance.disabled) return 'disabled';
  if (instance.health !== 'passing' && instance.health !== 'warning') return 'unhealthy';
  return instance.weight === 0 ? 'no-weight' : 'kept';
}

export function isIp(text: string): boolean {
  if (isIpv4(text)) return true;
  if (text.includes(':')) {
    const groups = text.split('::');
    const fields = text
      .replace(/:?\d+\.\d+\.\d+\.\d+$/, ':0:0')
      .split(':')
      .filter((field) => field !== '');
    if (groups.length > 2 || !fields.every((field) => /^[0-9A-Fa-f]{1,4}$/.test(field))) return false;
    return groups.length === 2 ? fields.length < 8 : fields.length === 8;
  }
  return false;
}

/** Four numbers up to 255 without leading zeros; character by character, for it is asked of every provider. */
function isIpv4(text: string): boolean {
  let dots = 0;
  let digits = 0;
  let number = 0;
  if (text.length < 7 || text.length > 15) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e) {
      if (digits === 0 || ++dots > 3) return false;
      digits = 0;
      number = 0;
      continue;
    }
    if (code < 0x30 || code > 0x39 || (digits > 0 && number === 0)) return false;
    number = number * 10 + code - 0x30;
    if (number > 255) return false;
    digits++;
  }
  return dots === 3 && digits > 0;
}

function isHostName(text: string): boolean {
  if (text.length > 253 || /^[\d.]+$/.test(text)) return false;
  return text.split('.').every((label) => /^[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/.test(label));
}
