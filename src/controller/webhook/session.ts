import { readFileSync } from 'node:fs';
import { applyCall } from '../../cluster/control/apply.js';
import type { ApiAnswer, ApiClient } from '../../cluster/control/client.js';
import { Reflector } from '../../cluster/control/reflector.js';
import { fieldManager } from '../../cluster/control/written.js';
import { at, listAt, textAt } from '../../cluster/json.js';
import { isObject } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { Log } from '../log.js';
import { type Authority, SharedAuthority } from './authority.js';
import { makeServing, type Pair, servingDays } from './certificate.js';
import { type WebhookPlace, webhookConfiguration } from './registration.js';
import type { Judges } from './review.js';
import { createWebhookServer, type WebhookServer } from './server.js';

export interface WebhookOptions {
  readonly client: ApiClient;
  /** Of the controller: that of its Secret and of its Service. */
  readonly namespace: string;
  /** The webhook configuration is `aeraki-NAME`; the reference takes its namespace. */
  readonly name: string;
  /** Left out: a certificate of our own. Files are read again when they change (cert-manager). */
  readonly files?: { readonly cert: string; readonly key: string } | undefined;
  /** The Service in front of it; left out: the API server is told the address itself. */
  readonly service?: string | undefined;
  readonly judges: Judges;
  readonly mayWrite: () => boolean;
  readonly reviewed: (result: 'allowed' | 'refused' | 'failed', milliseconds: number) => void;
  readonly log: Log;
}

const lookEvery = 60_000;
const day = 86_400_000;
const collection = '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations';

/** The admission webhook with all that it needs: a certificate, and a configuration in the cluster that is kept right. */
export class WebhookSession {
  readonly #authority: SharedAuthority;
  #server: WebhookServer | undefined;
  #signed: Authority | undefined;
  #names: readonly string[] = [];
  #place: WebhookPlace | undefined;
  #registered: Reflector<string> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #served = '';
  #servedSince = 0;
  /** One at a time: two that write at once are a conflict. */
  #turn: Promise<void> = Promise.resolve();

  constructor(readonly options: WebhookOptions) {
    const { client, namespace, log } = options;
    this.#authority = new SharedAuthority({
      ...{ client, namespace, secret: 'aeraki-webhook-ca', now: Date.now },
      changed: (authority) => void this.#sign(authority),
      failed: (reason) => {
        const message = `The Secret of the webhook's authority cannot be had (${reason}); this process makes one for itself alone.`;
        log({ level: 'warning', event: 'webhook', message, reason });
      },
    });
  }

  /** Listens, and gives the port. */
  async start(host: string, port: number): Promise<number> {
    const { client, namespace, name, service, judges, reviewed, files } = this.options;
    const inside = service === undefined ? [] : [`${service}.${namespace}.svc`, `${service}.${namespace}`, service];
    this.#names = [
      ...inside,
      ...(host === '0.0.0.0' || host === '::' ? ['localhost', '127.0.0.1'] : [host, 'localhost']),
    ];
    const pair = files === undefined ? await this.#own() : readFiles(files);
    this.#served = pair.certificate;
    this.#server = createWebhookServer(pair, judges, reviewed);
    const taken = await this.#server.start(host, port);
    const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    this.#place =
      service === undefined
        ? { url: `https://${own.includes(':') ? `[${own}]` : own}:${taken}/validate` }
        : { service: { namespace, name: service, port: 443 } };
    this.#registered = new Reflector<string>({
      client,
      name: 'validatingwebhookconfigurations',
      path: async () => collection,
      query: { fieldSelector: `metadata.name=aeraki-${name}` },
      keep: (item) => listAt(item, 'webhooks').map(markOf).join(' '),
      same: (a, b) => a === b,
      changed: () => void this.register(),
      failed: () => undefined,
    });
    this.#registered.start();
    this.#timer = setInterval(() => void this.#look(), lookEvery);
    this.#timer.unref();
    return taken;
  }

  /** Puts the configuration into the cluster, or puts it right. */
  register(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#register());
    return this.#turn;
  }

  async #register(): Promise<void> {
    const { client, name, mayWrite, log, files } = this.options;
    if (!mayWrite() || this.#place === undefined) return;
    const bundle = files === undefined ? this.#signed?.bundle : undefined;
    const key = `/aeraki-${name}`;
    const there = this.#registered?.get(key);
    const object = webhookConfiguration(name, this.#place, bundle);
    // Whose authority it is, with files, is said by who made them.
    const wanted = listAt(object, 'webhooks').map(markOf).join(' ');
    if (there !== undefined && (bundle === undefined ? there !== '' : there === wanted)) return;
    try {
      let answer = await client.call('PATCH', `${collection}/aeraki-${name}`, applyCall(object));
      // A place of another sort (a Service, an address) stays with an apply, and both together are invalid.
      if (answer.status === 422) answer = await this.#replace(object);
      if (answer.status >= 300) throw new Error(answer.reason);
      if (isObject(answer.body)) this.#registered?.note(answer.body);
      log({ level: 'info', event: 'registered', message: `The webhook configuration aeraki-${name} is in order.` });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The webhook configuration aeraki-${name} cannot be written: ${reason}. It is tried again each minute.`;
      log({ level: 'warning', event: 'unregistered', message, reason });
    }
  }

  async stop(): Promise<void> {
    const { client, name, mayWrite } = this.options;
    clearInterval(this.#timer);
    await this.#registered?.stop();
    await this.#authority.stop();
    // One outside of the cluster has no other replica behind its address.
    if (this.#place !== undefined && 'url' in this.#place && mayWrite()) {
      await client.call('DELETE', `${collection}/aeraki-${name}`).catch(() => undefined);
    }
    await this.#server?.stop();
  }

  async #replace(object: JsonObject): Promise<ApiAnswer> {
    const { client, name } = this.options;
    const path = `${collection}/aeraki-${name}`;
    const there = await client.call('GET', path);
    const text = JSON.stringify({ ...object, metadata: at(there.body, 'metadata') });
    return client.call('PUT', path, { query: { fieldManager }, body: { type: 'application/json', text } });
  }

  async #own(): Promise<Pair> {
    const authority = await this.#authority.start();
    this.#signed = authority;
    this.#servedSince = Date.now();
    return makeServing(authority, this.#names, Date.now());
  }

  async #sign(authority: Authority): Promise<void> {
    this.#signed = authority;
    if (this.#server === undefined) return;
    this.#servedSince = Date.now();
    this.#server.use(await makeServing(authority, this.#names, Date.now()));
    await this.register();
  }

  async #look(): Promise<void> {
    const { files } = this.options;
    if (files !== undefined) {
      try {
        const pair = readFiles(files);
        if (pair.certificate !== this.#served) this.#server?.use(pair);
        this.#served = pair.certificate;
      } catch {
        // Half written: the next look finds it whole.
      }
    } else if (this.#signed !== undefined && Date.now() - this.#servedSince > (servingDays * day) / 2) {
      await this.#sign(this.#signed);
    }
    await this.register();
  }
}

/** What has to be right of a webhook, so that the API server finds and trusts it. */
function markOf(webhook: Json): string {
  const place = at(webhook, 'clientConfig', 'service');
  const port = place === undefined ? '' : `${textAt(place, 'namespace')}/${textAt(place, 'name')}`;
  return `${textAt(webhook, 'clientConfig', 'url')}${port} ${textAt(webhook, 'clientConfig', 'caBundle')}`;
}

function readFiles({ cert, key }: { readonly cert: string; readonly key: string }): Pair {
  return { certificate: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}
