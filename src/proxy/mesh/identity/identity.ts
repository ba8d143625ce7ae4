import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { newKeys, pemOf } from '../../../certificate/keys.js';
import type { CertificateSecret, SecretSource } from '../../tls/secrets.js';
import { type CertificateAuthority, signedCertificate } from './certificate-service.js';
import { certificateRequest } from './csr.js';

/** The names by which Istio's configuration asks for the workload's own certificate and for the authorities of the mesh. */
const OWN = 'default';
const ROOTS = 'ROOTCA';

/** Where the workload's own certificate comes from. */
export type IdentityOptions =
  | { readonly from: 'files'; readonly certificate: string; readonly key: string; readonly authorities: string }
  | {
      readonly from: 'authority';
      /** Made anew for each request: tokens and files are renewed. May raise. */
      readonly authority: () => Promise<CertificateAuthority>;
      /** `spiffe://cluster.local/ns/shop/sa/orders`; the authority goes by the token, not by this. */
      readonly uri: string;
    }
  | { readonly from: 'nowhere' };

const firstPause = 200;
const longestPause = 30_000;
/**
 * A certificate is renewed when half of the time that it has left is over, as istio-agent does. Not half of its life: istiod
 * dates it two minutes back.
 */
const RENEWED_AT = 0.5;
/** Files are looked at so often, in milliseconds. */
const LOOK = 5_000;

/**
 * The secrets of a workload: its certificate from files, which are read again when they change, or from an authority, which
 * renews it in time. Further secrets are files that a configuration names (`file-cert:…`, `file-root:…`).
 */
export class Identity implements SecretSource {
  readonly #options: IdentityOptions;
  readonly #trouble: (message: string) => void;
  readonly #stop = new AbortController();
  readonly #files = new Map<string, Buffer>();
  #own: CertificateSecret | undefined;
  #roots: string | undefined;
  #ended: Promise<void> = Promise.resolve();
  #look: NodeJS.Timeout | undefined;
  #told = '';
  edition = 0;

  constructor(options: IdentityOptions, trouble: (message: string) => void) {
    this.#options = options;
    this.#trouble = trouble;
  }

  /** Settles when the first certificate is there, or could not be had at the first try. */
  async start(): Promise<void> {
    this.#look = setInterval(() => this.#again(), LOOK);
    this.#look.unref();
    if (this.#options.from !== 'authority') return;
    await new Promise<void>((resolve) => {
      this.#ended = this.#renew(resolve);
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.#look);
    this.#stop.abort();
    await this.#ended;
  }

  certificate(name: string): CertificateSecret | undefined {
    const { from } = this.#options;
    if (name === OWN && from === 'authority') return this.#own;
    if (name === OWN && from === 'nowhere') return undefined;
    const [certificate, key] =
      name === OWN && from === 'files'
        ? [this.#options.certificate, this.#options.key]
        : (/^file-cert:(.+)~(.+)$/.exec(name)?.slice(1) ?? []);
    if (certificate === undefined || key === undefined) return undefined;
    const [chain, own] = [this.#file(certificate), this.#file(key)];
    return chain === undefined || own === undefined ? undefined : { certificate: chain, key: own };
  }

  authorities(name: string): string | Buffer | undefined {
    const { from } = this.#options;
    if (name === ROOTS && from === 'authority') return this.#roots;
    if (name === ROOTS && from === 'nowhere') return undefined;
    const file = name === ROOTS && from === 'files' ? this.#options.authorities : /^file-root:(.+)$/.exec(name)?.[1];
    return file === undefined ? undefined : this.#file(file);
  }

  /** Certificates in force, for people: names and until when. Never a key. */
  get shown(): readonly { readonly name: string; readonly certificates: string }[] {
    return [OWN, ROOTS].flatMap((name) => {
      const certificates = name === OWN ? this.certificate(name)?.certificate : this.authorities(name);
      return certificates === undefined ? [] : { name, certificates: certificates.toString() };
    });
  }

  #file(path: string): Buffer | undefined {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    try {
      const content = readFileSync(path);
      this.#files.set(path, content);
      return content;
    } catch (error) {
      this.#tell(
        `Cannot read ${path} (${(error as NodeJS.ErrnoException).code ?? String(error)}); TLS that needs it fails.`,
      );
      return undefined;
    }
  }

  /** Files that have changed count anew. One that cannot be read any more stays as it was. */
  #again(): void {
    for (const [path, content] of this.#files) {
      try {
        const now = readFileSync(path);
        if (now.equals(content)) continue;
        this.#files.set(path, now);
        this.edition += 1;
      } catch {}
    }
  }

  async #renew(first: () => void): Promise<void> {
    const { signal } = this.#stop;
    let pause = firstPause;
    while (!signal.aborted) {
      let wait = pause;
      try {
        wait = await this.#fetch();
        pause = firstPause;
        this.#told = '';
      } catch (error) {
        const kept = this.#own === undefined ? 'TLS fails until there is one.' : 'The one in force stays.';
        this.#tell(
          `No certificate from the authority: ${error instanceof Error ? error.message : String(error)}. ${kept}`,
        );
        pause = Math.min(pause * 2, longestPause);
      }
      first();
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  }

  /** Gives the time until the next renewal, in milliseconds. */
  async #fetch(): Promise<number> {
    if (this.#options.from !== 'authority') return longestPause;
    const keys = await newKeys();
    const request = await certificateRequest(this.#options.uri, keys);
    const chain = await signedCertificate(request, await this.#options.authority());
    const root = chain.at(-1);
    const [own] = chain;
    if (own === undefined || root === undefined) throw new Error('the authority gave no certificate');
    const { validTo } = new X509Certificate(own);
    this.#own = {
      certificate: chain.slice(0, Math.max(1, chain.length - 1)).join(''),
      key: pemOf(keys.privateKey),
    };
    this.#roots = root;
    this.edition += 1;
    return Math.min(2 ** 31 - 1, Math.max(1_000, (Date.parse(validTo) - Date.now()) * RENEWED_AT));
  }

  #tell(message: string): void {
    if (message === this.#told) return;
    this.#told = message;
    this.#trouble(message);
  }
}
