import { createSecureContext, type SecureContext, type SecureContextOptions } from 'node:tls';
import type { DownstreamTls, UpstreamTls } from './settings.js';

/** A certificate with its chain and key, PEM. */
export interface CertificateSecret {
  readonly certificate: string | Buffer;
  readonly key: string | Buffer;
}

/** Where secrets come from: files, or an authority that signs; `undefined`: not (yet) there. */
export interface SecretSource {
  certificate(name: string): CertificateSecret | undefined;
  authorities(name: string): string | Buffer | undefined;
  /** Grows with every change, so that what was made of secrets is made anew. */
  readonly edition: number;
}

/** A secret that a connection needs is not there. Envoy fails the connection then, and takes it again when it is. */
export class MissingSecret extends Error {
  override readonly name = 'MissingSecret';
}

type Settings = UpstreamTls | DownstreamTls;

/** What the TLS library needs, made of secrets by their names and kept until one of them changes. */
export class SecureContexts {
  readonly #source: SecretSource;
  #edition = -1;
  #made = new WeakMap<Settings, SecureContext>();

  constructor(source: SecretSource) {
    this.#source = source;
  }

  /** Raises `MissingSecret`. */
  of(settings: Settings): SecureContext {
    if (this.#source.edition !== this.#edition) {
      this.#edition = this.#source.edition;
      this.#made = new WeakMap();
    }
    const known = this.#made.get(settings);
    if (known !== undefined) return known;
    const made = createSecureContext(this.options(settings));
    this.#made.set(settings, made);
    return made;
  }

  get edition(): number {
    return this.#source.edition;
  }

  /** Raises `MissingSecret`. */
  options({ certificate, authorities, minVersion, maxVersion, ciphers }: Settings): SecureContextOptions {
    const pair = certificate === undefined ? undefined : this.#source.certificate(certificate);
    if (certificate !== undefined && pair === undefined)
      throw new MissingSecret(`the secret ${certificate} is not there`);
    const ca = authorities === undefined ? undefined : this.#source.authorities(authorities);
    if (authorities !== undefined && ca === undefined)
      throw new MissingSecret(`the secret ${authorities} is not there`);
    return {
      ...(pair !== undefined && { cert: pair.certificate, key: pair.key }),
      ...(ca !== undefined && { ca }),
      ...(minVersion !== undefined && { minVersion }),
      ...(maxVersion !== undefined && { maxVersion }),
      // Those of TLS 1.3 are not among Envoy's, and stay as they are.
      ...(ciphers.length > 0 && { ciphers: [...tls13, ...ciphers].join(':') }),
    };
  }
}

const tls13 = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'];
