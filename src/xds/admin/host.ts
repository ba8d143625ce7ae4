import { isIP } from 'node:net';

/**
 * Whether a request's Host header names the admin port itself. A page of another site reaches a loopback port under a name
 * of that site's own (DNS rebinding), so on a loopback address only loopback names are answered: an address of 127.0.0.0/8,
 * `::1` or `localhost`, in full. On another address, names cannot be told apart; there, whoever reaches it may read it.
 *
 * @param host the header; a browser always sends it
 * @param own the address that the port listens on
 */
export function isOwnHost(host: string | undefined, own: string): boolean {
  if (!isLoopbackName(own) || host === undefined) return true;
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d{1,5})?$/.exec(host) ?? [];
  return isLoopbackName(bracketed ?? plain ?? '');
}

/** Whether an address or name is reachable from this machine only. */
export function isLoopbackName(host: string): boolean {
  const name = host.toLowerCase();
  if (name === 'localhost' || name === 'localhost.') return true;
  if (isIP(name) === 6) return /^(?:0{0,4}:){2,7}0{0,3}1$/.test(name);
  return isIP(name) === 4 && name.startsWith('127.');
}
