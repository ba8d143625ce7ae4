import { connect, Socket } from 'node:net';
import { connect as connectTls, type PeerCertificate } from 'node:tls';
import type { Endpoint } from '../config.js';
import { refusalOfNames } from './names.js';
import { MissingSecret, type SecureContexts } from './secrets.js';

/** A connection that is being made, and the event that says that it is. */
export interface Dialled {
  readonly socket: Socket;
  readonly opened: 'connect' | 'secureConnect';
}

/** Connects to an endpoint, in clear or as its TLS settings say. What fails shows as an error of the socket. */
export function dial(
  { address, reached, tls }: Endpoint,
  contexts: SecureContexts | undefined,
  { allowHalfOpen = false } = {},
): Dialled {
  const { host, port } = reached ?? address;
  if (tls === undefined) return { socket: connect({ host, port, noDelay: true, allowHalfOpen }), opened: 'connect' };
  try {
    if (contexts === undefined) throw new MissingSecret('there are no secrets for TLS');
    const { serverName, alpn, names, authorities } = tls;
    const socket = connectTls({
      host,
      port,
      // Known to the library, and missing in its types.
      ...({ allowHalfOpen } as object),
      secureContext: contexts.of(tls),
      ...(serverName !== undefined && { servername: serverName }),
      ...(alpn.length > 0 && { ALPNProtocols: [...alpn] }),
      rejectUnauthorized: authorities !== undefined,
      checkServerIdentity: (_: string, { subjectaltname }: PeerCertificate) => {
        const refused = refusalOfNames(subjectaltname, names);
        return refused === undefined ? undefined : new Error(refused);
      },
    });
    socket.setNoDelay(true);
    return { socket, opened: 'secureConnect' };
  } catch (error) {
    // Told as every other failure is: at the socket, when somebody listens.
    const failed = new Socket();
    failed.destroy(error instanceof Error ? error : new Error(String(error)));
    return { socket: failed, opened: 'connect' };
  }
}
