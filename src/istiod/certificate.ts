import { X509Certificate } from 'node:crypto';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Client, Metadata, ServiceError } from '@grpc/grpc-js';
import { algorithm, loadX509, newKeys, pemOf } from '../certificate/keys.js';
import { BackOff, type BackOffOptions, pause } from '../cluster/control/back-off.js';
import { Loop } from '../cluster/control/loop.js';
import { LiveCertificates, type TlsMaterial, type TlsTold } from '../xds/certificates.js';
import { methodPath } from '../xds/grpc.js';
import { readAuthorities } from '../xds/tls-files.js';
import { connectIstiod, type IstiodEndpoint } from './endpoint.js';
import {
  type IstioCertificateRequest,
  IstioCertificateRequestSchema,
  type IstioCertificateResponse,
  IstioCertificateResponseSchema,
  IstioCertificateService,
} from './generated/security/v1alpha1/ca_pb.js';

export interface IstiodCertificateOptions {
  readonly endpoint: IstiodEndpoint;
  /** What is asked for, in seconds; the authority may give less. */
  readonly lifetime?: number;
  readonly told: (told: TlsTold) => void;
  readonly backOff?: BackOffOptions | undefined;
  /** How often the file of the mesh's roots is looked at, in milliseconds. */
  readonly every?: number;
}

const day = 86_400;
/** An authority that does not answer is asked again after so long, in milliseconds. */
const timeoutMs = 20_000;

/**
 * A certificate of the mesh for this process, signed by istiod's authority as those of sidecars are: by a request, with a key
 * that leaves neither this process nor memory (controller.md C13). The identity in it is that of the token's service account,
 * whatever is asked for. It is renewed when about half of its time has passed, and when the mesh's roots change, for then another
 * authority may sign; until it is there nobody is let in.
 */
export class IstiodCertificate {
  /** What the route server shows, and the roots by which it knows clients. */
  readonly live = new LiveCertificates(true);
  /** Settles when there is one. */
  readonly begun: Promise<void>;
  #begin: () => void = () => undefined;
  /** The file of the mesh's roots as it was read last, and the root of whoever signed last. */
  #roots: Buffer | undefined;
  #signer = '';
  readonly #loop = new Loop((signal) => this.#run(signal));

  constructor(readonly options: IstiodCertificateOptions) {
    this.begun = new Promise((resolve) => {
      this.#begin = resolve;
    });
  }

  start(): void {
    this.#loop.start();
  }

  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { endpoint, told, backOff: pauses } = this.options;
    const backOff = new BackOff(pauses ?? { least: 1_000, most: 30_000 });
    let problem = '';
    while (!signal.aborted) {
      try {
        const material = await this.#ask();
        const { validFrom, validTo } = new X509Certificate(material.cert);
        this.live.replace(material);
        this.#begin();
        problem = '';
        backOff.reset();
        told({ ok: true, message: `A certificate of istiod ${endpoint.address}, valid until ${validTo}.` });
        const lives = Date.parse(validTo) - Math.max(Date.parse(validFrom), Date.now());
        // Not all replicas at once.
        await this.#rest(Math.max(1_000, lives * (0.4 + 0.2 * Math.random())), signal);
      } catch (error) {
        if (signal.aborted) return;
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== problem) {
          const kept =
            this.live.material === undefined ? 'no proxy is served until there is one' : 'the last one stays';
          told({ ok: false, message: `No certificate of istiod ${endpoint.address}: ${reason}; ${kept}.` });
        }
        problem = reason;
        await this.#rest(backOff.next(), signal);
      }
    }
  }

  /** Waits, at most until the file of the roots has changed: who has a certificate of a new one is let in from then on. */
  async #rest(milliseconds: number, signal: AbortSignal): Promise<void> {
    const { every = 10_000 } = this.options;
    for (const end = performance.now() + milliseconds; !signal.aborted; ) {
      const left = end - performance.now();
      if (left <= 0) return;
      await pause(Math.min(every, left), signal);
      if (this.#trust()) return;
    }
  }

  /** Whether the mesh's roots are others than those that were read last. */
  #trust(): boolean {
    const { material } = this.live;
    const { endpoint, told } = this.options;
    let roots: Buffer;
    try {
      roots = readAuthorities(endpoint.ca);
    } catch {
      // Half written, or gone for a moment: what was trusted stays.
      return false;
    }
    if (this.#roots === undefined || roots.equals(this.#roots)) return false;
    this.#roots = roots;
    if (material !== undefined) this.live.replace({ ...material, authorities: this.#authorities() });
    told({
      ok: true,
      message: `The roots of the mesh were read again (${endpoint.ca}); a new certificate is asked for.`,
    });
    return true;
  }

  #authorities(): Buffer {
    return Buffer.concat([this.#roots ?? Buffer.of(), Buffer.from(`\n${this.#signer}`)]);
  }

  async #ask(): Promise<TlsMaterial> {
    const { endpoint, lifetime = day } = this.options;
    this.#roots = readAuthorities(endpoint.ca);
    const x509 = await loadX509();
    const keys = await newKeys();
    const request = await x509.Pkcs10CertificateRequestGenerator.create({
      ...{ name: 'O=aeraki', keys, signingAlgorithm: algorithm },
    });
    const { client, metadata } = connectIstiod(endpoint);
    try {
      const csr = `${request.toString('pem')}\n`;
      const asked = create(IstioCertificateRequestSchema, { csr, validityDuration: BigInt(lifetime) });
      const { certChain } = await call(client, metadata, asked);
      const [leaf, root] = [certChain[0], certChain.at(-1)];
      if (leaf === undefined || root === undefined || certChain.length < 2) {
        throw new Error('the answer is no certificate with the authority that signed it');
      }
      const chain = certChain.slice(0, -1).map(inLines).join('');
      // While the mesh changes its root there are two.
      this.#signer = inLines(root);
      const authorities = this.#authorities();
      return { cert: Buffer.from(chain), key: Buffer.from(pemOf(keys.privateKey)), authorities };
    } finally {
      client.close();
    }
  }
}

function inLines(pem: string): string {
  return pem.endsWith('\n') ? pem : `${pem}\n`;
}

function call(client: Client, metadata: Metadata, request: IstioCertificateRequest): Promise<IstioCertificateResponse> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      methodPath(IstioCertificateService, IstioCertificateService.method.createCertificate),
      (message: IstioCertificateRequest) => Buffer.from(toBinary(IstioCertificateRequestSchema, message)),
      (bytes: Buffer) => fromBinary(IstioCertificateResponseSchema, bytes),
      request,
      metadata,
      { deadline: Date.now() + timeoutMs },
      (error: ServiceError | null, response?: IstioCertificateResponse) => {
        if (error !== null) reject(new Error(error.details || error.message));
        else if (response === undefined) reject(new Error('there was no answer'));
        else resolve(response);
      },
    );
  });
}
