import { X509Certificate } from 'node:crypto';
import type { ApiClient } from '../../cluster/control/client.js';
import { type keyOf, Reflector } from '../../cluster/control/reflector.js';
import { textAt } from '../../cluster/json.js';
import { isObject } from '../../envoy/proto-json.js';
import type { Json } from '../../model/envoy.js';
import { authorityDays, makeAuthority, type Pair } from './certificate.js';

/** The authority that signs now, and all that clients are to trust. */
export interface Authority extends Pair {
  /** PEM: this one, and the one before it while it is valid, for a replica may not yet have heard of this one. */
  readonly bundle: string;
}

export interface AuthorityOptions {
  readonly client: ApiClient;
  readonly namespace: string;
  /** Name of the Secret that the replicas share it in. */
  readonly secret: string;
  /** In milliseconds. */
  readonly now: () => number;
  readonly changed: (authority: Authority) => void;
  readonly failed: (reason: string) => void;
}

const lookEvery = 3_600_000;
const day = 86_400_000;

/**
 * The webhook's own authority, in a Secret of its namespace: made by the replica that comes first, replaced by one of them
 * when a third of its life is left. Where there is no Secret to be had, it is made for this process alone.
 */
export class SharedAuthority {
  #current: Authority | undefined;
  #reflector: Reflector<Secret> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly options: AuthorityOptions) {}

  /** The authority to begin with; `changed` tells of others. */
  async start(): Promise<Authority> {
    const { client, namespace, secret } = this.options;
    try {
      await this.#look();
      this.#reflector = new Reflector<Secret>({
        client,
        name: `secrets ${namespace}/${secret}`,
        path: async () => this.#collection(),
        query: { fieldSelector: `metadata.name=${secret}` },
        keep: secretOf,
        same: (a, b) => a.certificate === b.certificate && a.previous === b.previous,
        changed: () => this.#take(this.#reflector?.get(`${namespace}/${secret}`)),
        failed: () => undefined,
      });
      this.#reflector.start();
      this.#timer = setInterval(() => void this.#look().catch(() => undefined), lookEvery);
      this.#timer.unref();
    } catch (error) {
      this.options.failed(error instanceof Error ? error.message : String(error));
    }
    this.#current ??= alone(await makeAuthority(this.options.now()));
    return this.#current;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reflector?.stop();
  }

  /** Reads the Secret; makes it where it is missing, and a new authority where the one in it is old or cannot be used. */
  async #look(): Promise<void> {
    const { client, secret } = this.options;
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await client.call('GET', `${this.#collection()}/${secret}`);
      if (answer.status !== 200 && answer.status !== 404) throw new Error(answer.reason);
      const found = isObject(answer.body) && answer.status === 200 ? secretOf(answer.body) : undefined;
      if (found !== undefined && this.#isFresh(found)) return this.#take(found);
      const written = await this.#write(await makeAuthority(this.options.now()), found, answer.body);
      if (written) return;
    }
    throw new Error('the Secret changes all the time');
  }

  /** Whether it was written, and not by another replica at the same moment. */
  async #write(fresh: Pair, before: Secret | undefined, body: Json | undefined): Promise<boolean> {
    const { client, namespace, secret } = this.options;
    const isValid = before !== undefined && before.until > this.options.now();
    const data = {
      'tls.crt': base64(fresh.certificate),
      'tls.key': base64(fresh.key),
      ...(isValid && { 'previous.crt': base64(before.certificate) }),
    };
    const version = textAt(body, 'metadata', 'resourceVersion');
    const object = {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/tls',
      metadata: {
        namespace,
        name: secret,
        labels: { 'app.kubernetes.io/name': 'aeraki' },
        ...(before && { resourceVersion: version }),
      },
      data,
    };
    const [method, path] = before ? ['PUT', `${this.#collection()}/${secret}`] : ['POST', this.#collection()];
    const text = JSON.stringify(object);
    const answer = await client.call(method, path, { body: { type: 'application/json', text } });
    if (answer.status === 409) return false;
    if (answer.status >= 300 || !isObject(answer.body)) throw new Error(answer.reason);
    this.#take(secretOf(answer.body));
    return true;
  }

  #isFresh({ until, certificate, key }: Secret): boolean {
    return certificate !== '' && key !== '' && until - this.options.now() > (authorityDays * day) / 3;
  }

  #take(secret: Secret | undefined): void {
    if (secret === undefined || secret.certificate === '' || secret.certificate === this.#current?.certificate) return;
    const { certificate, key, previous } = secret;
    this.#current = { certificate, key, bundle: `${certificate}${previous}` };
    this.options.changed(this.#current);
  }

  #collection(): string {
    return `/api/v1/namespaces/${encodeURIComponent(this.options.namespace)}/secrets`;
  }
}

interface Secret extends Pair {
  readonly previous: string;
  /** When the authority ends, in milliseconds; 0 where it cannot be read. */
  readonly until: number;
}

function secretOf(item: Parameters<typeof keyOf>[0]): Secret {
  const text = (name: string): string => Buffer.from(textAt(item, 'data', name), 'base64').toString('utf8');
  const certificate = text('tls.crt');
  return { certificate, key: text('tls.key'), previous: text('previous.crt'), until: endOf(certificate) };
}

function endOf(certificate: string): number {
  try {
    return Date.parse(new X509Certificate(certificate).validTo);
  } catch {
    return 0;
  }
}

function alone(pair: Pair): Authority {
  return { ...pair, bundle: pair.certificate };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
