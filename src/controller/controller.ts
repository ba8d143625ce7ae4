import { type AddressWish, AddressWriter } from '../cluster/control/address-writer.js';
import { BackOff } from '../cluster/control/back-off.js';
import type { ApiClient } from '../cluster/control/client.js';
import { ObjectWriter, type WriteEvent } from '../cluster/control/object-writer.js';
import { ReflectedSource } from '../cluster/control/source.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Debounce } from '../edition/debounce.js';
import { type Edition, Editions } from '../edition/editions.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { Resource } from '../model/resource.js';
import type { TranslateOptions } from '../translate/options.js';
import { withoutSuppressed } from '../validate/suppress.js';
import { Metrics } from '../xds/admin/metrics.js';
import { type Admin, createAdmin } from '../xds/admin/server.js';
import { freshOf } from '../xds/edit.js';
import { createEnvoyRegistry } from '../xds/registry.js';
import { createRouteServer, type RouteServer, type TlsFiles } from '../xds/server.js';
import { createSnapshot } from '../xds/snapshot.js';
import { AddressBook, type Addressed } from './addresses.js';
import { EventWriter } from './events.js';
import { LiveFindings } from './findings.js';
import type { Log } from './log.js';
import { ControllerMetrics } from './metrics.js';
import { type RuleState, ruleStates } from './rules.js';
import { findingEntry, writeEntry } from './words.js';

export interface ControllerOptions {
  readonly client: ApiClient;
  readonly translate: TranslateOptions;
  /** Name of the mesh ConfigMap in the root namespace. */
  readonly configMap: string;
  readonly adopt: boolean;
  readonly dryRun: boolean;
  /** In percent. */
  readonly maxDelete: number;
  /** So long nothing must have changed before it is acted on, and at the latest; in milliseconds. */
  readonly debounce: { readonly quiet: number; readonly most: number };
  readonly tls?: TlsFiles | undefined;
  readonly log: Log;
  /** Whether findings become Events on their resources. */
  readonly events: boolean;
  /** Asked before each write: whether this process may still take itself for the leader. */
  readonly fence: () => boolean;
}

/** Events may come so much later than what they are about, in milliseconds. */
const calm = 1_000;

/**
 * The control plane: one edition, fed by what the cluster has, and everybody who lives on it: the writer of objects, the
 * writer of addresses, the route server. Nothing is written or served before every kind was read whole.
 */
export class Controller {
  readonly source: ReflectedSource;
  readonly writer: ObjectWriter;
  readonly routes: RouteServer;
  readonly admin: Admin;
  readonly metrics: ControllerMetrics;
  readonly findings: LiveFindings;
  readonly #events: EventWriter | undefined;
  readonly #telling: Debounce;
  readonly #addresses: AddressWriter;
  readonly #book = new AddressBook();
  readonly #editions: Editions;
  readonly #registry = createEnvoyRegistry();
  readonly #debounce: Debounce;
  readonly #backOff = new BackOff({ least: 200, most: 10_000 });
  readonly #failures = new Map<string, string>();
  #retry: NodeJS.Timeout | undefined;
  #edition: Edition | undefined;
  #diagnostics: readonly Diagnostic[] = [];
  #leader = false;
  #stopping = false;
  #begun: () => void = () => undefined;
  /** Settles with the first edition. */
  readonly begun: Promise<void>;

  constructor(readonly options: ControllerOptions) {
    const { client, log, translate, configMap, adopt, dryRun, maxDelete, tls } = options;
    this.begun = new Promise((resolve) => {
      this.#begun = resolve;
    });
    const failed = (kind: string, reason: string, status: number | undefined): void =>
      this.#readFailed(kind, reason, status);
    const mayWrite = (): boolean => this.mayWrite;
    this.source = new ReflectedSource({ client, rootNamespace: translate.rootNamespace, configMap, failed });
    this.writer = new ObjectWriter({
      ...{ client, adopt, dryRun, maxDelete, mayWrite, failed },
      tell: (event) => this.#wrote(event),
    });
    this.#addresses = new AddressWriter({
      ...{ client, dryRun, mayWrite },
      wrote: (wish) => this.#addressed(wish),
      refused: (wish, status, reason) => {
        this.metrics.addresses('not written');
        const object = `ServiceEntry ${wish.namespace}/${wish.name}`;
        const message = `${object} cannot be given the address ${wish.addresses[0]}: ${reason}`;
        log({ level: 'warning', event: 'refused', message, object, status, reason });
      },
    });
    this.#editions = new Editions({
      translate: { ...translate, allocateAddresses: false },
      // What the cluster no longer has was deleted there; too much at once is the writer's to judge.
      removals: { accept: true, share: 1 },
      lenient: true,
      pid: process.pid,
    });
    this.findings = new LiveFindings({ translate: { ...translate, allocateAddresses: false }, parseYaml });
    const events = {
      ...{ client, mayWrite, now: () => new Date() },
      uidOf: ({ kind, namespace, name }: Resource) => this.source.keptOf(kind, namespace, name)?.uid,
      failed: (reason: string) => failed('events', reason, undefined),
    };
    this.#events = options.events && !dryRun ? new EventWriter(events) : undefined;
    this.#telling = new Debounce(calm, 10 * calm, () => this.#tell());
    this.metrics = new ControllerMetrics({
      kinds: () => this.source.states(),
      queues: () => ({ objects: this.writer.depth, addresses: this.#addresses.depth }),
      heldDeletions: () => this.writer.heldDeletions,
      leader: () => this.#leader,
      ready: () => this.ready,
      diagnostics: () => this.#diagnostics,
    });
    this.routes = createRouteServer({
      listen: (event) => {
        xds.count(event);
        this.admin.changed();
        const { client: from, node, error } = event;
        const level = event.event === 'nack' ? 'warning' : 'info';
        const message = `${event.event} ${from}${node === null ? '' : ` ${node}`}${error === null ? '' : `: ${error}`}`;
        log({ level, message, ...event });
      },
      ...(tls && { tls }),
    });
    const { hub } = this.routes;
    const xds = new Metrics(hub, this.metrics.registry);
    this.admin = createAdmin({
      ...{ hub, metrics: xds },
      stopping: () => this.#stopping,
      held: () => [],
      rules: () => ({ rules: this.rules() }),
      readiness: () => ({ ready: this.ready, text: this.#readiness() }),
    });
    this.#debounce = new Debounce(options.debounce.quiet, options.debounce.most, () => this.#round());
  }

  /** Whether everything was read whole and is in force, and this process is to stay. */
  get ready(): boolean {
    return this.#edition !== undefined && this.source.synced && this.writer.synced && !this.#stopping;
  }

  /** Whether this process is the one that writes. */
  get mayWrite(): boolean {
    return this.#leader && !this.#stopping && this.options.fence();
  }

  get edition(): Edition | undefined {
    return this.#edition;
  }

  start(): void {
    this.source.watch(() => this.#debounce.bounce());
    this.source.start();
    this.writer.start();
    this.#events?.start();
  }

  /** This replica writes from now on, or no longer. */
  lead(leader: boolean): void {
    if (this.#leader === leader) return;
    this.#leader = leader;
    if (!leader) {
      this.writer.follow();
      return;
    }
    if (this.#edition !== undefined) this.writer.lead();
    this.#events?.lead();
    this.#debounce.bounce();
  }

  /** How far each rule has come. */
  rules(): readonly RuleState[] {
    const edition = this.#edition;
    if (edition === undefined) return [];
    const { envoyFilters, virtualServices } = edition.translation;
    return ruleStates({
      resources: edition.loaded.resources,
      objects: [...envoyFilters, ...virtualServices],
      diagnostics: this.#diagnostics,
      hub: this.routes.hub,
      generationOf: ({ kind, namespace, name }) => this.source.keptOf(kind, namespace, name)?.generation ?? 0,
      waitingFor: (object) => this.writer.waitingFor(object),
    });
  }

  /** Settles when all that there is to write now is written, or would be. */
  async quiet(): Promise<void> {
    await this.writer.settled();
    await Promise.all([this.writer.quiet(), this.#addresses.quiet()]);
  }

  /** Lets deletions go that are held back. */
  confirmDeletions(): void {
    const count = this.writer.confirm();
    const message = `${count} deletion${count === 1 ? '' : 's'} confirmed by a signal.`;
    this.options.log({ level: 'info', event: 'confirmed', message, deletes: count });
  }

  /** Begins no write any more, and ends those that are under way. */
  async stopWriting(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#retry);
    await this.#debounce.close();
    await this.#telling.close();
    await Promise.all([this.writer.stop(), this.#addresses.stop(), this.#events?.stop()]);
  }

  /** Ends everything: writes are finished, streams ended. */
  async stop(grace: number): Promise<void> {
    await this.stopWriting();
    await this.routes.stop(grace);
    await this.source.stop();
    await this.admin.stop();
    this.options.client.close();
  }

  async #round(): Promise<void> {
    if (!this.source.synced || this.#stopping) return;
    const began = performance.now();
    try {
      const addressed = this.#address(await this.source.read());
      this.findings.know(addressed.loaded.resources);
      const edition = await this.#editions.next(addressed.loaded);
      this.#editions.take(edition);
      this.#publish(edition);
      this.#write(edition, addressed);
      if (this.#events !== undefined) this.#telling.bounce();
      this.metrics.edition('taken', performance.now() - began);
      this.#backOff.reset();
    } catch (error) {
      // A fault of ours in one state of the cluster must not end the watch over the next.
      this.metrics.edition('failed', performance.now() - began);
      const wait = this.#backOff.next();
      const reason = error instanceof Error ? error.message : String(error);
      const message = `What the cluster has could not be worked out (${reason}); it is tried again in ${wait} ms.`;
      this.options.log({ level: 'error', event: 'failed', message, reason });
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.#debounce.bounce(), wait);
    }
  }

  /** Validates all and says it on the resources; after what proxies wait for. */
  async #tell(): Promise<void> {
    const edition = this.#edition;
    if (edition === undefined || !this.mayWrite) return;
    try {
      this.#events?.want(withoutSuppressed(await this.findings.of(edition.loaded.resources), []));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.options.log({
        level: 'error',
        event: 'failed',
        message: `The resources could not be validated (${reason}).`,
        reason,
      });
    }
  }

  #address(loaded: Addressed['loaded']): Addressed {
    if (!this.options.translate.allocateAddresses) return { loaded, allocations: new Map() };
    return this.#book.assign(loaded, ({ namespace, name }) =>
      Number(this.source.versionOf('ServiceEntry', namespace, name) ?? 0),
    );
  }

  #publish(edition: Edition): void {
    const { hub } = this.routes;
    const made = createSnapshot(edition.translation.routeConfigurations, this.#registry, hub.snapshot);
    const first = this.#edition === undefined;
    const sent = hub.publish(made.snapshot);
    const diagnostics = [...edition.diagnostics, ...diagnose(made.findings)];
    const fresh = freshOf({ diagnostics: this.#diagnostics }, { diagnostics });
    this.#diagnostics = diagnostics;
    this.#edition = edition;
    for (const each of fresh) this.options.log(findingEntry(each));
    const { version, resources } = made.snapshot;
    if (sent && !first) {
      const message = `${resources.size} route configurations, version ${version}.`;
      this.options.log({ level: 'info', event: 'published', message, version, routes: resources.size });
    }
    this.admin.changed();
    if (first) this.#begun();
  }

  #write({ translation }: Edition, { allocations }: Addressed): void {
    this.writer.want([...translation.envoyFilters, ...translation.virtualServices]);
    const wishes = new Map<string, AddressWish>();
    for (const [key, { resource, addresses }] of allocations) {
      const { apiVersion, namespace, name, object } = resource;
      const version = (): string | undefined => this.#versionOf(resource, object);
      wishes.set(key, { apiVersion, namespace, name, addresses, version });
    }
    this.#addresses.want(wishes);
  }

  #versionOf({ namespace, name }: Resource, object: object): string | undefined {
    const now = this.source.keptOf('ServiceEntry', namespace, name);
    return now?.resource.object === object ? this.source.versionOf('ServiceEntry', namespace, name) : undefined;
  }

  #wrote(event: WriteEvent): void {
    this.metrics.wrote(event);
    this.options.log(writeEntry(event));
  }

  #addressed({ namespace, name, addresses }: AddressWish): void {
    this.metrics.addresses('written');
    const object = `ServiceEntry ${namespace}/${name}`;
    const would = this.options.dryRun ? 'would be given' : 'was given';
    const message = `${object} ${would} the address ${addresses[0]}.`;
    this.options.log({ level: 'info', event: 'addressed', message, object, addresses, dryRun: this.options.dryRun });
  }

  /** The same failure of a kind is said once until it is another one. */
  #readFailed(kind: string, reason: string, status: number | undefined): void {
    const isQuiet = status === 410 || reason === 'the connection was reset';
    if (isQuiet || this.#stopping || this.#failures.get(kind) === reason) return;
    this.#failures.set(kind, reason);
    const message = `Cannot read ${kind}: ${reason}. It is tried again; what is known stays.`;
    this.options.log({ level: 'warning', event: 'unread', message, kind, reason, status });
  }

  #readiness(): string {
    const lines = this.source.states().map(({ kind, synced, silent, objects }) => {
      const heard = silent === undefined ? 'never heard' : `heard ${Math.round(silent / 1000)} s ago`;
      return `${synced ? 'synced    ' : 'not synced'} ${kind}: ${objects}, ${heard}\n`;
    });
    const state = this.#stopping ? 'stopping' : this.ready ? 'ready' : 'not ready';
    return `${state}${this.#leader ? ', leader' : ''}\n${lines.join('')}`;
  }
}
