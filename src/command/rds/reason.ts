import { isIP } from 'node:net';

/**
 * Why a server could not be asked, in the words of whoever noticed, without what grpc-js, Node and OpenSSL wrap around
 * them: the channel's history, the time, names of source files.
 */
export function reasonOf(message: string): string {
  const plain = message
    .replace(/^.*Last error: /s, '')
    .replace(/\.? ?Resolution note:.*$/s, '')
    .replace(/ \(\d{4}-\d\d-\d\dT[\d:.]+Z\)$/, '')
    .replace(/^(?:Error(?: \[\w+\])?: )+/, '');
  const tls = /SSL routines:[^:]*:([^:]+):/.exec(plain)?.[1];
  if (tls === undefined) return plain;
  if (/certificate required/.test(tls)) return 'the server wants a certificate (--tls-cert, --tls-key)';
  return `TLS failed: ${tls}`;
}

/**
 * Keeps Node from warning about what grpc-js does with an address that is an IP: it names it to the server in TLS, which
 * Node takes and deprecates. Nobody who runs the command can change that.
 */
export function quietAboutServerName(host: string): void {
  if (isIP(host) !== 0) process.noDeprecation = true;
}
