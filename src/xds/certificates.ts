import { experimental, type ServerCredentials } from '@grpc/grpc-js';
import { readAuthorities, readPair } from './tls-files.js';

/** PEM files. With `clientCa` a client must show a certificate that one of these authorities signed. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
  readonly clientCa?: string;
}

/** What a server shows, and whom it lets in; all of it PEM. */
export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** A client must show a certificate of one of these; left out: none is asked for. */
  readonly authorities?: Buffer | undefined;
}

/** What is said when files were read again. `ok`: they are in use; else those before them still are, and `message` says why. */
export interface TlsTold {
  readonly ok: boolean;
  readonly message: string;
}

type Listener<T> = (update: T | null) => void;

/**
 * What a server that runs shows and trusts, replaced while it runs: connections from then on see the new one, those that are there
 * stay. Without any yet nobody is let in.
 */
export class LiveCertificates implements experimental.CertificateProvider {
  #material: TlsMaterial | undefined;
  readonly #authorities = new Set<Listener<experimental.CaCertificateUpdate>>();
  readonly #identities = new Set<Listener<experimental.IdentityCertificateUpdate>>();

  /** @param asksClients whether clients must show a certificate; that never changes */
  constructor(readonly asksClients: boolean) {}

  get material(): TlsMaterial | undefined {
    return this.#material;
  }

  replace(material: TlsMaterial): void {
    this.#material = material;
    for (const listener of this.#authorities) listener(this.#authority());
    for (const listener of this.#identities) listener(this.#identity());
  }

  /** For the server. The library takes the identity first, whatever the names in its types say. */
  credentials(): ServerCredentials {
    return experimental.createCertificateProviderServerCredentials(
      this,
      this.asksClients ? this : null,
      this.asksClients,
    );
  }

  addCaCertificateListener(listener: Listener<experimental.CaCertificateUpdate>): void {
    this.#authorities.add(listener);
    // Not at once: the library listens to what comes of it only after it has added itself here.
    queueMicrotask(() => listener(this.#authority()));
  }

  removeCaCertificateListener(listener: Listener<experimental.CaCertificateUpdate>): void {
    this.#authorities.delete(listener);
  }

  addIdentityCertificateListener(listener: Listener<experimental.IdentityCertificateUpdate>): void {
    this.#identities.add(listener);
    queueMicrotask(() => listener(this.#identity()));
  }

  removeIdentityCertificateListener(listener: Listener<experimental.IdentityCertificateUpdate>): void {
    this.#identities.delete(listener);
  }

  #authority(): experimental.CaCertificateUpdate | null {
    const authorities = this.#material?.authorities;
    return authorities === undefined ? null : { caCertificate: authorities };
  }

  #identity(): experimental.IdentityCertificateUpdate | null {
    const { cert, key } = this.#material ?? {};
    return cert === undefined || key === undefined ? null : { certificate: cert, privateKey: key };
  }
}

/** Raises an error in words when a file cannot be read or the two do not belong together. */
export function readTls({ cert, key, clientCa }: TlsFiles): TlsMaterial {
  return { ...readPair(cert, key), ...(clientCa !== undefined && { authorities: readAuthorities(clientCa) }) };
}

/**
 * Reads files again and again, for who renews a certificate writes it into the same file (a Secret that is mounted,
 * cert-manager). Half a pair and what cannot be read is looked at once more the next time; until then all stays as it was.
 *
 * @param every in milliseconds
 * @return ends it
 */
export function followFiles(
  files: TlsFiles,
  live: LiveCertificates,
  told: (told: TlsTold) => void,
  every: number,
): () => void {
  let problem = '';
  const look = (): void => {
    try {
      const now = readTls(files);
      const before = live.material;
      if (before !== undefined && isSame(before, now)) {
        problem = '';
        return;
      }
      live.replace(now);
      problem = '';
      told({ ok: true, message: `The TLS files were read again (${files.cert}).` });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason === problem) return;
      problem = reason;
      told({ ok: false, message: `The TLS files cannot be used (${reason}); those from before still are.` });
    }
  };
  const timer = setInterval(look, every);
  timer.unref();
  return () => clearInterval(timer);
}

function isSame(one: TlsMaterial, other: TlsMaterial): boolean {
  const bytes = ({ cert, key, authorities }: TlsMaterial) => Buffer.concat([cert, key, authorities ?? Buffer.of()]);
  return bytes(one).equals(bytes(other));
}
