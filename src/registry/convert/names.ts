import type { RegistryService } from '../model.js';
import { toLower } from '../reference/go.js';

const longestLabel = 63;
const longestName = 253;

/** The host before it is fitted: that of the reference adapters, so that rules go on to match. */
export function rawHost(service: RegistryService, fqdn: string): string {
  const { name, group, version, scope } = service;
  if (service.style === 'plain') {
    return [name, ...scope, fqdn.replace(/^\.+|\.+$/g, '')].filter((part) => part !== '').join('.');
  }
  const parts = [name, group, version.replaceAll('.', '-')].filter((part) => part !== '');
  return [parts.join('-'), ...scope].join('.');
}

/** `raw` as a host name that Kubernetes and Istio take: RFC 1123 labels of at most 63 characters, 253 in all. */
export function fitHost(raw: string): string {
  const labels = toLower(raw)
    .replace(/[^a-z0-9.-]+/g, '-')
    .split('.')
    .map((label) => label.replace(/^-+|-+$/g, ''))
    .filter((label) => label !== '')
    .map((label) => shortened(label, longestLabel));
  const host = shortened(labels.join('.'), longestName);
  return host === '' ? `service-${hash(raw)}` : host;
}

/** The name of the object, from its host: dubbo2istio's form for Dubbo, consul2istio's for the others. */
export function objectName(service: RegistryService, host: string): string {
  return service.style === 'dubbo' ? shortened(`aeraki-${host.replaceAll('.', '-')}`, longestName) : host;
}

/** `name` with something at its end that tells `identity` from others. */
export function told(name: string, identity: string): string {
  return `${name.slice(0, longestName - 8)}-${hash(identity)}`;
}

/** Whether `text` can be the name of a namespace. */
export function isNamespace(text: string): boolean {
  return text.length <= longestLabel && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 8).replace(/[-.]+$/, '')}-${hash(text)}`;
}

/** FNV-1a of 32 bits in base 36: at most seven characters. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(text)) value = Math.imul(value ^ octet, 0x01000193) >>> 0;
  return value.toString(36);
}
