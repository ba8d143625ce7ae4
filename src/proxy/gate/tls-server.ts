import type { Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { refusalOfNames } from '../tls/names.js';
import type { SecureContexts } from '../tls/secrets.js';
import type { DownstreamTls } from '../tls/settings.js';

/** The end of TLS of one filter chain: connections go in as they were accepted, and come out in clear. */
export class TlsEnd {
  readonly #settings: DownstreamTls;
  readonly #contexts: SecureContexts | undefined;
  readonly #out: (socket: TLSSocket) => void;
  readonly #trouble: (message: string) => void;
  #server: Server | undefined;
  #edition = -1;

  constructor(
    settings: DownstreamTls,
    contexts: SecureContexts | undefined,
    out: (socket: TLSSocket) => void,
    trouble: (message: string) => void,
  ) {
    this.#settings = settings;
    this.#contexts = contexts;
    this.#out = out;
    this.#trouble = trouble;
  }

  take(socket: Socket): void {
    try {
      // A server that never listens: the documented way to hand it a connection (node:tls, event 'connection').
      this.#serving().emit('connection', socket);
    } catch (error) {
      this.#trouble(`${error instanceof Error ? error.message : String(error)}. The connection is closed.`);
      socket.destroy();
    }
  }

  /** Made anew when a secret has changed. Raises `MissingSecret`, or what the library says of a broken one. */
  #serving(): Server {
    const contexts = this.#contexts;
    if (contexts === undefined) throw new Error('there are no secrets for TLS');
    if (this.#server !== undefined && this.#edition === contexts.edition) return this.#server;
    const { requiresClient, authorities, names } = this.#settings;
    const server = createServer({
      ...contexts.options(this.#settings),
      allowHalfOpen: true,
      requestCert: authorities !== undefined,
      rejectUnauthorized: authorities !== undefined && requiresClient,
    });
    server.on('secureConnection', (secure) => {
      const refused = requiresClient
        ? refusalOfNames(secure.getPeerX509Certificate()?.subjectAltName, names)
        : undefined;
      if (refused === undefined) this.#out(secure);
      else {
        this.#trouble(`${secure.remoteAddress}:${secure.remotePort}: ${refused}. The connection is closed.`);
        secure.destroy();
      }
    });
    server.on('tlsClientError', (error, secure) => {
      this.#trouble(`${secure.remoteAddress}:${secure.remotePort}: TLS failed: ${error.message}.`);
      secure.destroy();
    });
    this.#server = server;
    this.#edition = contexts.edition;
    return server;
  }
}
