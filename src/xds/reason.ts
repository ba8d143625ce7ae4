/**
 * Why a server could not be asked, or was lost, in the words of whoever noticed, without what grpc-js, Node and OpenSSL
 * wrap around them: the channel's history, the time, names of source files, the full stop.
 */
export function reasonOf(error: unknown): string {
  const plain = (error instanceof Error ? error.message : String(error))
    .replace(/^.*Last error: /s, '')
    .replace(/\.? ?Resolution note:.*$/s, '')
    .replace(/ \(\d{4}-\d\d-\d\dT[\d:.]+Z\)$/, '')
    .replace(/^(?:Error(?: \[\w+\])?: )+/, '')
    .replace(/\.$/, '');
  const tls = /SSL routines:[^:]*:([^:]+):/.exec(plain)?.[1];
  if (tls === undefined) return plain;
  if (/certificate required/.test(tls)) return 'the server wants a certificate (--tls-cert, --tls-key)';
  return `TLS failed: ${tls}`;
}
