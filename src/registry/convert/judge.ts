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
  if (text.includes(':')) {
    const groups = text.split('::');
    const fields = text
      .replace(/:?\d+\.\d+\.\d+\.\d+$/, ':0:0')
      .split(':')
      .filter((field) => field !== '');
    if (groups.length > 2 || !fields.every((field) => /^[0-9A-Fa-f]{1,4}$/.test(field))) return false;
    return groups.length === 2 ? fields.length < 8 : fields.length === 8;
  }
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isHostName(text: string): boolean {
  if (text.length > 253 || /^[\d.]+$/.test(text)) return false;
  return text.split('.').every((label) => /^[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/.test(label));
}
