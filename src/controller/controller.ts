import { BackOff } from '../cluster/control/back-off.js';
import { ObjectWriter } from '../cluster/control/object-writer.js';
import { type KindState, ReflectedSource } from '../cluster/control/source.js';
import type { WriteEvent } from '../cluster/control/write-event.js';
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.js';
import { Debounce } from '../edition/debounce.js';
import { type Edition, Editions } from '../edition/editions.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { Metrics } from '../xds/admin/metrics.js';
import { type Admin, createAdmin } from '../xds/admin/server.js';
import { freshOf } from '../xds/edit.js';
import type { RouteServer } from '../xds/server.js';
import { Addressing } from './addressing.js';
import { Bootstraps } from './bootstraps.js';
import { Discovery } from './discovery.js';
import { LiveFindings } from './findings.js';
import { ControllerMetrics } from './metrics.js';
import type { ControllerOptions } from './options.js';
import { Publishing } from './publishing.js';
import { ReadFailures, readinessText } from './reading.js';
import { type RuleState, ruleStates, waitingReasons } from './rules.js';
import type { Sidecars } from './sidecars/sidecars.js';
import { Telling } from './telling.js';
import { findingEntry, writeEntry } from './words.js';

/** So many objects are written within a second. */
const aFew = 50;

/**
 * The control plane: one edition, fed by what the cluster has, and everybody who lives on it: the writer of objects, the
 * writer of addresses, the route server. Nothing is written or served before every kind was read whole.
 */
export class Controller {
  readonly source: ReflectedSource;
  readonly writer: ObjectWriter;
  readonly admin: Admin;
  readonly metrics: ControllerMetrics;
  readonly findings: LiveFindings;
  /** Left out where no Sidecars are learnt. */
  readonly sidecars: Sidecars | undefined;
  readonly #publishing: Publishing;
  readonly #telling: Telling | undefined;
  readonly #bootstraps: Bootstraps | undefined;
  readonly #addressing: Addressing;
  /** Left out where istiod tells what there is: it has left out the rest. */
  readonly #discovery: Discovery | undefined;
  readonly #editions: Editions;
  readonly #debounce: Debounce;
  readonly #backOff: BackOff;
  #retry: NodeJS.Timeout | undefined;
  #edition: Edition | undefined;
  #diagnostics: readonly Diagnostic[] = [];
  #leader = false;
  #stopping = false;
  /** Whether an object was refused whose writing is to be said when it comes. */
  #isRefused = false;
  #begun: () => void = () => undefined;
  /** Settles with the first edition. */
  readonly begun: Promise<void>;

  constructor(readonly options: ControllerOptions) {
    const { client, log, translate, configMap, adopt, dryRun, maxDelete, tls, backOff } = options;
    this.#backOff = new BackOff(backOff ?? { least: 200, most: 10_000 });
    this.begun = new Promise((resolve) => {
      this.#begun = resolve;
    });
    const failures = new ReadFailures(log);
    const failed = (kind: string, reason: string, status: number | undefined): void => {
      if (!this.#stopping) failures.tell(kind, reason, status);
    };
    const mayWrite = (): boolean => this.mayWrite;
    const told = options.elsewhere?.({ changed: (names) => this.source.told(names), failed });
    this.source = new ReflectedSource({
      ...{ client, rootNamespace: translate.rootNamespace, configMap, failed, backOff },
      elsewhere: told && ((kind) => told.collectionOf(kind)),
    });
    const { source } = this;
    const discovery = { ...translate, client, failed, backOff, changed: () => this.#debounce.bounce() };
    this.#discovery = told === undefined ? new Discovery(discovery) : undefined;
    this.writer = new ObjectWriter({
      ...{ client, adopt, dryRun, maxDelete, mayWrite, failed, backOff },
      tell: (event) => this.#wrote(event),
    });
    this.#addressing = new Addressing({
      ...{ client, source, dryRun, mayWrite, log, backOff },
      allocate: translate.allocateAddresses,
      counted: (result) => this.metrics.addresses(result),
    });
    const unaddressed = { ...translate, allocateAddresses: false };
    this.#editions = new Editions({
      translate: unaddressed,
      // What the cluster no longer has was deleted there; too much at once is the writer's to judge.
      removals: { accept: true, share: 1 },
      lenient: true,
      pid: process.pid,
    });
    this.findings = new LiveFindings({ translate: unaddressed, parseYaml });
    const { findings } = this;
    const unsaid = (reason: string): void => failed('events', reason, undefined);
    const { events, conditions } = options;
    this.#telling =
      (events || conditions) && !dryRun
        ? new Telling({
            ...{ client, source, findings, mayWrite, log, failed: unsaid, as: { events, conditions } },
            busy: () => this.writer.pending > aFew,
            besides: () => this.#discovery?.findings ?? [],
            waiting: (resources) => this.#waiting(resources),
          })
        : undefined;
    const { bootstrap } = options;
    this.#bootstraps =
      bootstrap && new Bootstraps({ ...bootstrap, ...{ client, dryRun, mayWrite, log, failed, backOff } });
    this.sidecars = options.sidecars?.({ source, mayWrite, failed });
    const { sidecars } = this;
    this.metrics = new ControllerMetrics({
      kinds: () => this.#kinds(),
      queues: () => ({
        ...{ objects: this.writer.depth, addresses: this.#addressing.depth },
        ...(this.#bootstraps && { bootstraps: this.#bootstraps.depth }),
        ...(sidecars && { sidecars: sidecars.depth }),
      }),
      heldDeletions: () => this.writer.heldDeletions,
      leader: () => this.#leader,
      ready: () => this.ready,
      diagnostics: () => this.#diagnostics,
      sidecars,
    });
    this.#publishing = new Publishing({
      ...{ tls, log, scoped: options.scoped, registry: options.registry },
      listen: (event) => {
        xds.count(event);
        this.admin.changed();
      },
    });
    const { hub } = this.routes;
    const xds = new Metrics(hub, this.metrics.registry);
    this.admin = createAdmin({
      ...{ title: 'aeraki controller', hub, metrics: xds },
      stopping: () => this.#stopping,
      held: () => [],
      findings: () => this.#diagnostics,
      rules: () => ({ rules: this.rules() }),
      readiness: () => ({ ready: this.ready, text: readinessText(this.#state(), this.#kinds()) }),
    });
    this.#debounce = new Debounce(options.debounce.quiet, options.debounce.most, () => this.#round());
  }

  get routes(): RouteServer {
    return this.#publishing.server;
  }

  /** Begins to serve routes on `HOST:PORT`, and gives the port. Throws when the address is taken. */
  serve(address: string): Promise<number> {
    return this.#publishing.start(address);
  }

  /** Whether everything was read whole and is in force, and this process is to stay. */
  get ready(): boolean {
    return this.#edition !== undefined && this.source.synced && this.writer.synced && !this.#stopping;
  }

  /** Whether this process is the one that writes. */
  get mayWrite(): boolean {
    return this.#leader && !this.#stopping && this.options.fence();
  }

  /** Whether all that was heard is in force, written or waiting to be tried again. */
  get idle(): boolean {
    const isRead = this.#discovery?.idle ?? true;
    return isRead && this.#debounce.idle && this.writer.depth === 0 && this.#addressing.depth === 0;
  }

  get edition(): Edition | undefined {
    return this.#edition;
  }

  start(): void {
    this.source.watch(() => {
      this.#debounce.bounce();
      this.sidecars?.changed();
    });
    this.source.start();
    this.writer.start();
    this.#telling?.start();
    this.#bootstraps?.start();
    this.sidecars?.start();
  }

  /** This replica writes from now on, or no longer. */
  lead(leader: boolean): void {
    if (this.#leader === leader) return;
    this.#leader = leader;
    if (!leader) {
      this.writer.follow();
      this.sidecars?.follow();
      return;
    }
    if (this.#edition !== undefined) this.writer.lead();
    this.#telling?.lead();
    this.#bootstraps?.lead();
    this.sidecars?.lead();
    this.#debounce.bounce();
  }

  /** What is to be said of one object among all others, were it there; as `LiveFindings.around`. */
  async around(resource: Resource, wanted: () => boolean): Promise<readonly Finding[]> {
    return this.#discovery?.sees(resource) === false ? [] : this.findings.around(resource, wanted);
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
    const all = [this.writer, this.#addressing, this.#bootstraps, this.sidecars];
    await Promise.all(all.map((each) => each?.quiet()));
  }

  /** Lets deletions go that are held back. */
  confirmDeletions(): void {
    const count = this.writer.confirm() + (this.sidecars?.confirmDeletions() ?? 0);
    const message = `${count} deletion${count === 1 ? '' : 's'} confirmed by a signal.`;
    this.options.log({ level: 'info', event: 'confirmed', message, deletes: count });
  }

  /** Begins no write any more, and ends those that are under way. */
  async stopWriting(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#retry);
    await this.#debounce.close();
    const all = [this.writer, this.#addressing, this.#telling, this.#bootstraps, this.sidecars];
    await Promise.all(all.map((each) => each?.stop()));
  }

  /** Ends everything: writes are finished, streams ended. */
  async stop(grace: number): Promise<void> {
    await this.stopWriting();
    await this.routes.stop(grace);
    await Promise.all([this.source.stop(), this.#discovery?.stop()]);
    await this.admin.stop();
    this.options.client.close();
  }

  async #round(): Promise<void> {
    if (!this.source.synced || this.#stopping) return;
    const began = performance.now();
    try {
      const read = await this.source.read();
      const loaded = this.#discovery === undefined ? read : this.#discovery.of(read);
      if (loaded === undefined) return;
      const addressed = this.#addressing.assign(loaded);
      this.findings.know(addressed.loaded.resources);
      const edition = await this.#editions.next(addressed.loaded);
      this.#editions.take(edition);
      // Which deletions wait is known with what is wanted; their routes stay with them.
      this.writer.want(edition.translation.envoyFilters, edition.translation.virtualServices);
      this.#publish(edition);
      this.#addressing.write(addressed);
      this.#telling?.know(edition.loaded.resources);
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

  #publish(edition: Edition): void {
    const first = this.#edition === undefined;
    const said = this.#publishing.publish(edition, this.writer.heldDeletions > 0);
    const diagnostics = [...edition.diagnostics, ...said];
    const fresh = freshOf({ diagnostics: this.#diagnostics }, { diagnostics });
    this.#diagnostics = diagnostics;
    this.#edition = edition;
    for (const each of fresh) this.options.log(findingEntry(each));
    this.admin.changed();
    if (first) this.#begun();
  }

  #waiting(resources: readonly Resource[]): ReadonlyMap<object, string> {
    const { envoyFilters = [], virtualServices = [] } = this.#edition?.translation ?? {};
    const waitingFor = (object: KubernetesObject): string | undefined => this.writer.waitingFor(object);
    return waitingReasons({ resources, objects: [...envoyFilters, ...virtualServices], waitingFor });
  }

  #wrote(event: WriteEvent): void {
    this.metrics.wrote(event);
    if (['refused', 'foreign'].includes(event.what) || this.#isRefused) this.#telling?.again();
    this.#isRefused = event.what === 'refused' || (this.#isRefused && this.writer.depth > 0);
    const entry = writeEntry(event);
    if (entry !== undefined) this.options.log(entry);
    // The routes of what may go now go too.
    if (event.what === 'held') this.#debounce.bounce();
  }

  #kinds(): readonly KindState[] {
    return [...this.source.states(), ...(this.#discovery?.states() ?? [])];
  }

  #state(): string {
    const state = this.#stopping ? 'stopping' : this.ready ? 'ready' : 'not ready';
    return `${state}${this.#leader ? ', leader' : ''}`;
  }
}
