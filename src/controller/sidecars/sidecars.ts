import type { BackOffOptions } from '../../cluster/control/back-off.js';
import type { ApiClient } from '../../cluster/control/client.js';
import { ObjectWriter } from '../../cluster/control/object-writer.js';
import { ReflectedSource } from '../../cluster/control/source.js';
import type { Ownership } from '../../cluster/control/written.js';
import { clusterKinds, generatedKinds, workloadKinds } from '../../cluster/kinds.js';
import { Debounce } from '../../edition/debounce.js';
import { isObject } from '../../envoy/proto-json.js';
import { KEPT_PREFIX, lazyXdsPlace, MANAGED_BY } from '../../lazyxds/names.js';
import { parseYaml } from '../../load/parse-yaml.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { Resource } from '../../model/resource.js';
import { discovered } from '../../scope/discovery.js';
import { buildMesh, type Mesh } from '../../scope/scope.js';
import { meshSettings } from '../../scope/settings.js';
import type { MeasuredCall } from '../../traffic/metrics.js';
import { findWorkloads, type Workloads } from '../../traffic/workloads.js';
import type { ServerTls } from '../../xds/server-credentials.js';
import type { Log } from '../log.js';
import { writeEntry } from '../words.js';
import { AccessLogServer } from './access-log-server.js';
import { Entries } from './entries.js';
import { Learnt, readLearnt } from './learnt.js';
import { Measured } from './measured.js';
import { knownOf, type LogEntryFields, type Reporter } from './reports.js';
import { learntAnnotation, manager, sidecarName, type Wanted, type WorkloadState, wantedSidecars } from './wanted.js';

/** A time (RFC 3339) on a Sidecar of ours or on a Namespace: what was last called before is forgotten. */
export const forgetAnnotation = 'sidecars.aeraki.io/forget-before';

export interface SidecarsSettings {
  readonly rootNamespace: string;
  /** `cluster.local` */
  readonly clusterDomain: string;
  /** Namespace of the fallback gateway; undefined: there is none. */
  readonly gateway: string | undefined;
  /** The cluster to which that gateway sends its access log. */
  readonly accessLogCluster: string;
  readonly prometheus: { readonly url: string; readonly range: string; readonly every: number } | undefined;
  /** What was not called for so long is forgotten, in milliseconds; undefined: nothing is. */
  readonly forget: number | undefined;
  readonly keep: readonly string[];
  readonly ownNamespace: boolean;
}

export interface SidecarsOptions {
  readonly settings: SidecarsSettings;
  readonly client: ApiClient;
  /** Services and rules. */
  readonly source: ReflectedSource;
  readonly dryRun: boolean;
  readonly adopt: boolean;
  readonly maxDelete: number;
  readonly mayWrite: () => boolean;
  readonly log: Log;
  readonly failed: (kind: string, reason: string, status: number | undefined) => void;
  readonly backOff?: BackOffOptions | undefined;
  readonly debounce?: { readonly quiet: number; readonly most: number };
  readonly tls?: ServerTls;
  /** In milliseconds since the epoch. */
  readonly now?: () => number;
}

interface View {
  readonly mesh: Mesh;
  readonly workloads: Workloads;
}

const read = workloadKinds.filter(({ kind }) => kind !== 'EnvoyFilter' && kind !== 'Endpoints');
const services = clusterKinds.filter(({ kind }) => kind === 'Service');
const sidecars = workloadKinds.filter(({ kind }) => kind === 'Sidecar');

/** Our objects; of a Service the server fills in much that nobody wrote. */
const ours: Ownership = {
  kinds: [...sidecars, ...generatedKinds, ...services],
  label: [MANAGED_BY, manager],
  manager,
  compared: (object) => (object.kind === 'Service' ? portsOf(object) : sidecarOf(object)),
};

function sidecarOf({ spec, metadata }: JsonObject): Json {
  const annotations = isObject(metadata) && isObject(metadata.annotations) ? metadata.annotations : {};
  return [spec ?? null, annotations[learntAnnotation] ?? null];
}

function portsOf({ spec }: JsonObject): Json {
  const { ports = [], selector = null } = isObject(spec) ? spec : {};
  const few = (Array.isArray(ports) ? ports : []).map((each) =>
    isObject(each) ? [each.name ?? '', each.port ?? 0] : [],
  );
  return [few, selector];
}

/**
 * Sidecars that are learnt and kept in the cluster (sidecar.md): who calls whom is told by access logs and by a Prometheus; what
 * is known stands on the Sidecars themselves. The replica that writes is the one that learns.
 */
export class Sidecars {
  readonly #writer: ObjectWriter;
  readonly #source: ReflectedSource;
  readonly #debounce: Debounce;
  readonly #measured: Measured | undefined;
  readonly #server: AccessLogServer;
  readonly #learnt = new Learnt();
  readonly #entries = new Entries();
  #calls: readonly MeasuredCall[] | undefined;
  #unasked = '';
  #told = new Map<string, string>();
  #states: readonly WorkloadState[] = [];

  constructor(readonly options: SidecarsOptions) {
    const { client, failed, backOff, settings, mayWrite, dryRun, adopt, maxDelete, debounce } = options;
    this.#writer = new ObjectWriter({
      ...{ client, failed, backOff, dryRun, adopt, maxDelete, mayWrite, of: ours },
      tell: (event) => {
        const entry = writeEntry(event);
        if (entry !== undefined) options.log(entry);
      },
    });
    this.#source = new ReflectedSource({ client, failed, backOff, rootNamespace: settings.rootNamespace, kinds: read });
    const { quiet, most } = debounce ?? { quiet: 500, most: 5_000 };
    this.#debounce = new Debounce(quiet, most, () => this.#round());
    const { prometheus } = settings;
    this.#measured =
      prometheus &&
      new Measured({
        ...prometheus,
        found: (calls) => {
          this.#unasked = '';
          this.#calls = calls;
          this.#debounce.bounce();
        },
        failed: (reason) => this.#unmeasured(reason),
      });
    this.#server = new AccessLogServer({
      ...options.tls,
      listening: () => this.#leads,
      heard: (entries, reporter) => this.#hear(entries, reporter),
    });
  }

  get depth(): number {
    return this.#writer.depth;
  }

  /** Entries of access logs, by what became of them. */
  get counts(): Readonly<Record<string, number>> {
    return this.#entries.counts;
  }

  /** How far each workload is. */
  get states(): readonly WorkloadState[] {
    return this.#states;
  }

  get streams(): number {
    return this.#server.streams;
  }

  start(): void {
    this.#source.watch((names) => {
      // Addresses may be somebody else's now.
      if (names.some((name) => name.startsWith('Pod '))) this.#entries.hearAll();
      this.#debounce.bounce();
    });
    this.#source.start();
    this.#writer.start();
    this.#measured?.start();
  }

  /** Begins to take access logs on `HOST:PORT`, and gives the port. Throws when the address is taken. */
  listen(address: string): Promise<number> {
    return this.#server.start(address);
  }

  /** Services or rules have changed. */
  changed(): void {
    this.#entries.hearUnheeded();
    this.#debounce.bounce();
  }

  lead(): void {
    this.#writer.lead();
    this.#debounce.bounce();
  }

  follow(): void {
    this.#writer.follow();
    this.#server.turnAway();
  }

  confirmDeletions(): number {
    return this.#writer.confirm();
  }

  async quiet(): Promise<void> {
    await this.#writer.settled();
    await this.#writer.quiet();
  }

  async stop(): Promise<void> {
    await this.#debounce.close();
    await Promise.all([this.#measured?.stop(), this.#writer.stop(), this.#source.stop(), this.#server.stop(1_000)]);
  }

  /** In a dry run it listens too: it says what it would learn. */
  get #leads(): boolean {
    return this.options.dryRun || this.options.mayWrite();
  }

  #hear(entries: readonly LogEntryFields[], reporter: Reporter): void {
    if (this.#entries.take(entries, reporter)) this.#debounce.bounce();
  }

  #unmeasured(reason: string): void {
    if (this.#unasked === reason) return;
    this.#unasked = reason;
    this.options.log({ level: 'warning', event: 'unmeasured', message: `${reason} It is asked again.`, reason });
  }

  async #round(): Promise<void> {
    const { source } = this.options;
    if (!source.synced || !this.#source.synced) return;
    try {
      const [around, own] = await Promise.all([source.read(), this.#source.read()]);
      this.#take([...around.resources, ...own.resources]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.options.log({
        level: 'error',
        event: 'failed',
        message: `Sidecars could not be worked out: ${reason}`,
        reason,
      });
    }
  }

  #take(all: readonly Resource[]): void {
    const { settings } = this.options;
    const isOurs = ({ kind, object }: Resource): boolean =>
      kind === 'Sidecar' && object.metadata?.labels?.[MANAGED_BY] === manager;
    const there = new Map(all.filter(isOurs).map((each) => [`${each.namespace}/${each.name}`, each]));
    const users = all.filter((each) => !isOurs(each));
    const meshed = meshSettings(users, settings.rootNamespace, settings.clusterDomain, parseYaml);
    const resources = discovered(users, meshed.discoverySelectors);
    const mesh = buildMesh(resources, meshed);
    const view = { mesh, workloads: findWorkloads(resources) };
    this.#adopt(there, view);
    this.#learn(view);
    this.#forget(resources, there, view);
    const { place } = this;
    const wanted = wantedSidecars({
      ...{ resources, ...view, learnt: this.#learnt, place },
      isMeasured: settings.prometheus !== undefined,
      isKnown: this.#calls !== undefined,
      isThere: (id) => there.has(sidecarKey(id)),
      keep: settings.keep,
      ownNamespace: settings.ownNamespace,
    });
    this.#tell(wanted);
    this.#writer.want(wanted.objects);
  }

  get place(): typeof lazyXdsPlace | undefined {
    const { gateway, clusterDomain, accessLogCluster } = this.options.settings;
    if (gateway === undefined) return undefined;
    const domain = `svc.${clusterDomain}`;
    return { ...lazyXdsPlace, namespace: gateway, domain, prefix: KEPT_PREFIX, manager, accessLogCluster };
  }

  /** What the Sidecars that are there say: of this replica before it started, or of the leader before it. */
  #adopt(there: ReadonlyMap<string, Resource>, { workloads }: View): void {
    for (const { id } of workloads.all) {
      const sidecar = there.get(sidecarKey(id));
      if (sidecar === undefined) continue;
      const known = readLearnt(sidecar.object.metadata?.annotations?.[learntAnnotation]);
      this.#learnt.adopt(id, known ?? hostsOf(sidecar, this.#now()));
    }
  }

  #learn({ mesh, workloads }: View): void {
    const now = this.#now();
    this.#entries.judge(
      () => knownOf(mesh, workloads),
      (workload, host) => this.#learnt.add(workload, host, now),
    );
    for (const { source, host } of this.#calls ?? []) this.#learnt.add(source, host, now);
    if (this.#calls !== undefined) this.#calls = [];
  }

  #forget(resources: readonly Resource[], there: ReadonlyMap<string, Resource>, { workloads }: View): void {
    const namespaces = new Map(
      resources.filter(({ kind }) => kind === 'Namespace').map((each) => [each.name, forgetTime(each)]),
    );
    const { forget } = this.options.settings;
    const general = forget === undefined ? Number.NEGATIVE_INFINITY : this.#now() - forget;
    for (const { id, namespace } of workloads.all) {
      const own = forgetTime(there.get(sidecarKey(id)));
      this.#learnt.forget(id, Math.max(general, own, namespaces.get(namespace) ?? Number.NEGATIVE_INFINITY));
    }
  }

  /** Each workload once for each state that it comes to. */
  #tell({ workloads }: Wanted): void {
    this.#states = workloads;
    const told = new Map(workloads.map(({ workload, state, learnt }) => [workload, `${state} ${learnt}`]));
    for (const { workload, state, learnt } of workloads) {
      if (this.#told.get(workload) === told.get(workload)) continue;
      const message = `${workload}: ${state}; ${learnt} host${learnt === 1 ? '' : 's'} learnt.`;
      this.options.log({ level: 'info', event: 'learning', message, workload, state, learnt });
    }
    this.#told = told;
  }

  #now(): number {
    return this.options.now?.() ?? Date.now();
  }
}

function sidecarKey(workload: string): string {
  const slash = workload.indexOf('/');
  return `${workload.slice(0, slash)}/${sidecarName(workload.slice(slash + 1))}`;
}

function forgetTime(resource: Resource | undefined): number {
  const time = Date.parse(resource?.object.metadata?.annotations?.[forgetAnnotation] ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

/** What a Sidecar lets through, where somebody broke what it says: nothing that works may end for that. */
function hostsOf({ object }: Resource, now: number): ReadonlyMap<string, number> {
  const { egress } = (object.spec ?? {}) as { readonly egress?: readonly { readonly hosts?: readonly string[] }[] };
  const hosts = (egress ?? [])
    .flatMap(({ hosts: each }) => each ?? [])
    .map((each) => each.slice(each.indexOf('/') + 1));
  return new Map(hosts.filter((host) => !host.includes('*')).map((host) => [host, now]));
}
