import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyCall } from '../cluster/control/apply.js';
import type { ApiClient } from '../cluster/control/client.js';
import { Reflector } from '../cluster/control/reflector.js';
import { Later, WorkQueue } from '../cluster/control/work-queue.js';
import { textAt, timeText } from '../cluster/json.js';
import { catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';

export interface EventWriterOptions {
  readonly client: ApiClient;
  readonly mayWrite: () => boolean;
  /** The uid of a resource that is there. */
  readonly uidOf: (resource: Resource) => string | undefined;
  readonly now: () => Date;
  readonly failed: (reason: string) => void;
}

interface Wanted {
  readonly resource: Resource;
  readonly uid: string;
  readonly reason: string;
  readonly message: string;
}

const component = 'aeraki';
/** An Event may say so much, in characters. */
const longest = 1_000;
/** No cluster is told more than this at once; `aeraki controller status` and the metrics have all. */
const most = 2_000;
/** Between two writes, in milliseconds: etcd is not there for us alone. */
const pace = 50;

/**
 * Findings as Events on their resources, so that `kubectl describe` shows them: one for each resource and code, with the
 * number of places; it goes when what it says is mended, and comes again when the API server has forgotten it (an hour).
 */
export class EventWriter {
  readonly #store: Reflector<string>;
  readonly #queue: WorkQueue;
  #wanted: ReadonlyMap<string, Wanted> | undefined;

  constructor(readonly options: EventWriterOptions) {
    const { client } = options;
    this.#store = new Reflector<string>({
      client,
      name: 'events of the controller',
      path: async () => '/api/v1/events',
      query: { fieldSelector: `source=${component}` },
      keep: (item) => textAt(item, 'message'),
      same: (a, b) => a === b,
      changed: (keys) => {
        for (const key of keys) this.#queue.add(key);
      },
      failed: (reason) => options.failed(reason),
    });
    this.#queue = new WorkQueue({
      workers: 1,
      work: (key) => this.#work(key),
      failed: (_, error) => options.failed(error instanceof Error ? error.message : String(error)),
      backOff: { least: 1_000, most: 60_000 },
    });
  }

  get depth(): number {
    return this.#queue.depth;
  }

  start(): void {
    this.#store.start();
    this.#queue.open();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#queue.stop(), this.#store.stop()]);
  }

  /** All that there is to be said now. */
  want(findings: readonly Finding[]): void {
    const before = this.#wanted;
    this.#wanted = this.#events(findings);
    for (const [key, { message }] of this.#wanted) if (before?.get(key)?.message !== message) this.#queue.add(key);
    for (const key of this.#store.keys()) if (!this.#wanted.has(key)) this.#queue.add(key);
  }

  /** This process is the one that writes now. */
  lead(): void {
    for (const key of this.#wanted?.keys() ?? []) this.#queue.add(key);
    for (const key of this.#store.keys()) this.#queue.add(key);
  }

  #events(findings: readonly Finding[]): ReadonlyMap<string, Wanted> {
    const groups = new Map<
      string,
      { readonly found: Finding; readonly resource: Resource; readonly uid: string; count: number }
    >();
    for (const found of findings) {
      const { resource, severity, code } = found;
      if (resource === undefined || severity === 'info') continue;
      const uid = this.options.uidOf(resource);
      if (uid === undefined) continue;
      const id = createHash('sha256').update(`${uid} ${code}`).digest('hex').slice(0, 16);
      const key = `${resource.namespace === '' ? 'default' : resource.namespace}/${resource.name.slice(0, 200)}.${id}`;
      const group = groups.get(key);
      if (group !== undefined) group.count += 1;
      else if (groups.size < most) groups.set(key, { found, resource, uid, count: 1 });
    }
    const wanted = new Map<string, Wanted>();
    for (const [key, { found, resource, uid, count }] of groups) {
      const more = count === 1 ? '' : ` (and at ${count - 1} more places)`;
      const at = found.pointer === undefined || found.pointer === '' ? '' : `${found.pointer}: `;
      const message = `[${found.code}] ${at}${found.message}`.slice(0, longest - more.length) + more;
      wanted.set(key, { resource, uid, reason: reasonOf(found), message });
    }
    return wanted;
  }

  async #work(key: string): Promise<void> {
    const { client, mayWrite } = this.options;
    if (!mayWrite() || this.#wanted === undefined || !this.#store.synced) return;
    const wanted = this.#wanted.get(key);
    const there = this.#store.get(key);
    if (wanted?.message === there) return;
    const [namespace = '', name = ''] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
    const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/events/${encodeURIComponent(name)}`;
    const answer =
      wanted === undefined
        ? await client.call('DELETE', path)
        : await client.call('PATCH', path, applyCall(this.#event(namespace, name, wanted)));
    if (answer.status >= 300 && answer.status !== 404) throw new Later(answer.reason, answer.retryAfterMs ?? 0);
    await sleep(pace, undefined, { ref: false });
  }

  #event(namespace: string, name: string, { resource, uid, reason, message }: Wanted): object {
    const time = timeText(this.options.now());
    const { apiVersion, kind } = resource;
    const involved = { apiVersion, kind, name: resource.name, uid, ...(resource.namespace && { namespace }) };
    return {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { namespace, name },
      involvedObject: involved,
      ...{ reason, message, type: 'Warning' },
      source: { component },
      ...{ firstTimestamp: time, lastTimestamp: time, count: 1 },
    };
  }
}

/** `MissingFillInterval` of the title of a code: what an Event calls its reason is one word. */
function reasonOf({ code }: Finding): string {
  const words = catalogue[code].title.match(/[A-Za-z0-9]+/g) ?? [];
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 128);
}
