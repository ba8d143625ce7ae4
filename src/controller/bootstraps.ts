import { applyCall } from '../cluster/control/apply.js';
import type { BackOffOptions } from '../cluster/control/back-off.js';
import type { ApiClient } from '../cluster/control/client.js';
import { Reflector } from '../cluster/control/reflector.js';
import { Later, WorkQueue } from '../cluster/control/work-queue.js';
import { fieldManager } from '../cluster/control/written.js';
import { listAt, pairsAt, textAt } from '../cluster/json.js';
import type { Address } from '../envoy/address.js';
import { isObject } from '../envoy/proto-json.js';
import { bootstrapConfigMap } from '../xds/bootstrap.js';
import type { Log } from './log.js';

/** The route server as sidecars see it. */
export interface BootstrapServer {
  readonly server: Address;
  /** Whether it asks for certificates of the mesh, which sidecars have from their agent. */
  readonly sds: boolean;
}

export interface BootstrapsOptions extends BootstrapServer {
  readonly client: ApiClient;
  readonly dryRun: boolean;
  readonly mayWrite: () => boolean;
  readonly log: Log;
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
  readonly backOff?: BackOffOptions | undefined;
}

interface Place {
  readonly wish: 'wanted' | 'unwanted' | 'whatever';
}

interface There {
  readonly text: string;
  /** Whether it bears our label and our field manager wrote it. */
  readonly ours: boolean;
}

const name = 'aeraki-bootstrap-config';
const key = 'custom_bootstrap.json';
/** `enabled` or `disabled` on a Namespace; without it what Istio's injection says counts. */
export const bootstrapLabel = 'aeraki.io/bootstrap';

/**
 * The ConfigMap with which sidecars find the route server, in each Namespace that has sidecars, and kept right (controller.md
 * section 2, C11). A Namespace that no longer has its label keeps it: a pod that names it would not start without. Only
 * `aeraki.io/bootstrap: disabled` takes away what was ours.
 */
export class Bootstraps {
  readonly #namespaces: Reflector<Place>;
  readonly #there: Reflector<There>;
  readonly #queue: WorkQueue;
  readonly #told = new Map<string, string>();
  #begun = false;

  constructor(readonly options: BootstrapsOptions) {
    const { client, failed, backOff } = options;
    this.#namespaces = new Reflector<Place>({
      ...{ client, backOff, name: 'namespaces', path: async () => '/api/v1/namespaces' },
      keep: (item) => ({ wish: wishOf(textAt(item, 'metadata', 'name'), item) }),
      same: (a, b) => a.wish === b.wish,
      changed: (keys) => this.#look(keys.map((each) => each.slice(1))),
      failed: (reason, status) => failed('namespaces', reason, status),
    });
    this.#there = new Reflector<There>({
      ...{ client, backOff, name: `configmaps ${name}`, path: async () => '/api/v1/configmaps' },
      query: { fieldSelector: `metadata.name=${name}` },
      keep: (item) => ({
        text: textAt(item, 'data', key),
        ours:
          pairsAt(item, 'metadata', 'labels').manager === 'Aeraki' &&
          listAt(item, 'metadata', 'managedFields').some((each) => textAt(each, 'manager') === fieldManager),
      }),
      same: (a, b) => a.text === b.text && a.ours === b.ours,
      changed: (keys) => this.#look(keys.map((each) => each.slice(0, each.indexOf('/')))),
      failed: (reason, status) => failed(`configmaps ${name}`, reason, status),
    });
    this.#queue = new WorkQueue({
      workers: 2,
      work: (namespace) => this.#work(namespace),
      failed: (namespace, error) => this.#failed(namespace, error),
      backOff: backOff ?? { least: 500, most: 60_000 },
    });
  }

  get depth(): number {
    return this.#queue.depth;
  }

  start(): void {
    this.#namespaces.start();
    this.#there.start();
    this.#queue.open();
  }

  /** This process is the one that writes from now on. */
  lead(): void {
    this.#look([...this.#namespaces.keys()].map((each) => each.slice(1)));
  }

  /** Settles when nothing is left to be written now. */
  async quiet(): Promise<void> {
    await Promise.all([this.#namespaces.settled, this.#there.settled]);
    await this.#queue.quiet();
  }

  async stop(): Promise<void> {
    await Promise.all([this.#queue.stop(), this.#namespaces.stop(), this.#there.stop()]);
  }

  #look(namespaces: readonly string[]): void {
    if (!this.#namespaces.synced || !this.#there.synced) return;
    // Of the first list of the one that came later, everything is looked at.
    const all = this.#begun ? namespaces : [...this.#namespaces.keys()].map((each) => each.slice(1));
    this.#begun = true;
    for (const each of all) this.#queue.add(each);
  }

  async #work(namespace: string): Promise<void> {
    const { mayWrite, dryRun, log } = this.options;
    const wish = this.#namespaces.get(`/${namespace}`)?.wish;
    const there = this.#there.get(`${namespace}/${name}`);
    if (wish === undefined || wish === 'whatever' || !mayWrite()) return;
    const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps`;
    const object = `ConfigMap ${namespace}/${name}`;
    if (wish === 'unwanted') {
      if (there?.ours !== true) return;
      if (!dryRun) await this.#delete(`${path}/${name}`);
      log({
        level: 'info',
        event: 'deleted',
        message: `${object} ${dryRun ? 'would be ' : ''}deleted.`,
        object,
        dryRun,
      });
      return;
    }
    const wanted = bootstrapConfigMap(this.options, namespace);
    if (there?.text === textAt(wanted, 'data', key)) {
      this.#told.delete(namespace);
      return;
    }
    const event = there === undefined ? 'created' : there.ours ? 'restored' : 'updated';
    if (!dryRun) {
      const answer = await this.options.client.call('PATCH', `${path}/${name}`, applyCall(wanted));
      const { status, reason, retryAfterMs, body } = answer;
      if (status >= 300) throw new Later(reason, retryAfterMs ?? 0);
      if (isObject(body)) this.#there.note(body);
    }
    this.#told.delete(namespace);
    log({ level: 'info', event, message: `${object} ${dryRun ? 'would be ' : ''}${event}.`, object, dryRun });
  }

  async #delete(path: string): Promise<void> {
    const { status, reason, retryAfterMs } = await this.options.client.call('DELETE', path);
    if (status >= 300 && status !== 404) throw new Later(reason, retryAfterMs ?? 0);
  }

  #failed(namespace: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (this.#told.get(namespace) === reason) return;
    this.#told.set(namespace, reason);
    const object = `ConfigMap ${namespace}/${name}`;
    const message = `${object} cannot be written: ${reason}. It is tried again.`;
    this.options.log({ level: 'warning', event: 'refused', message, object, reason });
  }
}

function wishOf(namespace: string, item: Parameters<typeof pairsAt>[0]): Place['wish'] {
  // One that is being deleted takes nothing new.
  if (textAt(item, 'metadata', 'deletionTimestamp') !== '') return 'whatever';
  const labels = pairsAt(item, 'metadata', 'labels');
  const own = labels[bootstrapLabel];
  if (own === 'enabled') return 'wanted';
  if (own === 'disabled') return 'unwanted';
  const injection = labels['istio-injection'];
  const isInjected = injection === undefined ? labels['istio.io/rev'] !== undefined : injection === 'enabled';
  return isInjected && !namespace.startsWith('kube-') ? 'wanted' : 'whatever';
}
