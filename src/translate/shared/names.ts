import { createHash } from 'node:crypto';
import { isObjectName, longestObjectName } from '../../model/object-name.js';

export function outboundFilterName(host: string, address: string, port: number): string {
  return `aeraki-outbound-${host}-${address}-${port}`;
}

export function inboundFilterName(host: string, port: number): string {
  return `aeraki-inbound-${host}-${port}`;
}

export function gatewayFilterName(
  gateway: { readonly name: string; readonly namespace: string },
  port: number,
): string {
  return `aeraki-gateway-outbound-${gateway.name}.${gateway.namespace}-${port}`;
}

export function gatewayVirtualServiceName(
  gateway: { readonly name: string; readonly namespace: string },
  port: number,
): string {
  return `aeraki-vs-${gateway.namespace}.${gateway.name}-${port}`;
}

/**
 * A valid name made from one that is not (D21): lower case, what is not allowed replaced by `-`, cut where it is too
 * long, and a hash of the original at the end, so that two names that only differ in what was replaced stay apart.
 */
export function toObjectName(name: string): string {
  if (isObjectName(name)) {
    return name;
  }
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const labels = name
    .toLowerCase()
    .replace(/[^-.a-z0-9]/g, '-')
    .slice(0, longestObjectName - hash.length - 1)
    .split('.')
    .map((part) => part.replace(/^-+|-+$/g, ''));
  return `${labels.filter((part) => part !== '').join('.')}-${hash}`;
}
