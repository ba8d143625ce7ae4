import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { parseAddress } from '../../envoy/address.js';
import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import { OfKind } from '../../index/of-kind.js';
import type { ProxyRules } from '../../match/rules.js';
import { RuleCompiler } from '../../match/service.js';
import { printable } from '../../output/printable.js';
import { RouteHistory } from '../../proxy/admin/history.js';
import type { AdminServer } from '../../proxy/admin/server.js';
import type { AdminView, ServerState } from '../../proxy/admin/view.js';
import { hostKey } from '../../proxy/balance/balancer.js';
import type { Upstreams } from '../../proxy/build/clusters.js';
import { buildConfig } from '../../proxy/build/config.js';
import { clusterFindings } from '../../proxy/build/findings.js';
import { DataPlane, type DataPlaneParts, type ListenChange, ListenError } from '../../proxy/data-plane.js';
import type { World } from '../../proxy/world.js';
import type { Listening } from '../input/proxy/listens.js';
import type { ProxyInputs } from '../input/proxy/reader.js';
import { startFailure } from '../shell/start-failure.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { startAdmin, versionOf } from './admin.js';
import { announce, listenerLine } from './announce.js';
import type { ProxyFlags } from './flags.js';
import type { Observers } from './observers.js';
import { type InForce, namesOf, type Routes, routesOf, ruleEdition } from './routes.js';
import { strayFaults } from './stray-faults.js';

/** What the command line and the inputs came to. */
export interface ProxyPlan {
  readonly flags: ProxyFlags;
  readonly terminal: Terminal;
  readonly version: string;
  readonly first: ProxyInputs;
  readonly listening: Listening;
  readonly upstreams: Upstreams;
  readonly world: World;
  readonly observers: Observers;
}

export const nodeId = 'sidecar~127.0.0.1~aeraki-proxy.default~default.svc.cluster.local';
/** What traces call it. */
export const serviceName = 'aeraki-proxy.default';

/** A proxy from its start to its end: the source of routes, the data path, the admin port. */
export class Running {
  readonly #plan: ProxyPlan;
  readonly #routes: Routes;
  readonly #compiler = new RuleCompiler();
  readonly #kinds = new OfKind();
  readonly #startedAt = Date.now();
  #inForce: InForce;
  #plane: DataPlane | undefined;
  #admin: AdminServer | undefined;
  #state: ServerState = 'INITIALIZING';
  readonly #history = new RouteHistory();
  #found: { readonly of: readonly unknown[]; readonly findings: readonly Diagnostic[] } | undefined;
  #edition = { version: '', lastUpdated: 0 };

  /** Raises `UsageError` and `InputError` for flags of the source of routes. */
  constructor(plan: ProxyPlan) {
    const { flags, first, listening, observers } = plan;
    this.#plan = plan;
    this.#inForce = { inputs: first, listening };
    this.#routes = routesOf({
      ...{ flags, first, nodeId, listening },
      count: (name, what) => observers.stats.rds(name, what),
      accepted: (next) => {
        this.#inForce = next;
      },
    });
  }

  /** Settles when requests are taken. Raises `FailureError` when an address cannot be had. */
  async start(): Promise<void> {
    const { world, observers, terminal, flags } = this.#plan;
    const { listening } = this.#inForce;
    // A server that says nothing is waited for as long as Envoy would: somebody who waits should know for whom.
    if (flags.rds !== undefined) await terminal.stderr.write(`${printable(`Asking ${flags.rds} for the routes.`)}\n`);
    await this.#routes.source.start({ changed: () => this.#changed(), trouble: world.trouble });
    if (this.#stopping) return;
    this.#news();
    const parts = this.#parts();
    const plane = new DataPlane(parts, listening.codecs, world);
    this.#plane = plane;
    for (const listener of parts.config.listeners) observers.stats.register(listener);
    observers.stats.follow({ listeners: () => plane.listeners, clusters: () => plane.clusters });
    await started(plane);
    if (this.#stopping) {
      plane.destroy();
      return;
    }
    this.#state = 'LIVE';
    await announce(plane, parts.config, terminal.stderr);
    await printDiagnostics(terminal.stderr, this.#findings());
    await terminal.stderr.write(strayFaults(world.faults, parts.rules).map((line) => `${printable(line)}\n`));
    this.#admin = await startAdmin(this.#view(plane), flags.admin, terminal.stderr);
  }

  /** Takes other inputs: rules, endpoints, limits, and where to listen. Whether they are in force now. */
  async edit(next: InForce): Promise<boolean> {
    const plane = this.#plane;
    if (plane === undefined || this.#stopping) return false;
    const { source, from } = this.#routes;
    if (from === 'inputs') {
      if (!source.edit(ruleEdition(next))) return false;
    } else {
      this.#inForce = next;
      void source.want(namesOf(next.listening.listens));
      this.#changed();
    }
    this.#tell(await plane.listen(next.listening.codecs));
    return true;
  }

  #tell({ opened, closed, refused }: ListenChange): void {
    const { world, observers } = this.#plan;
    for (const { listener } of opened) observers.stats.register(listener);
    for (const state of opened) world.trouble(listenerLine(state));
    for (const { listener } of closed) world.trouble(`No longer listening on ${hostKey(listener.address)}.`);
    for (const { listener, message } of refused) {
      world.trouble(
        `Cannot listen on ${hostKey(listener.address)}: ${message}. It is tried again with the next change; --listen names another address.`,
      );
    }
  }

  /** Takes nothing more, and settles when what is under way is over. */
  async drain(): Promise<void> {
    const { stderr } = this.#plan.terminal;
    this.#state = 'DRAINING';
    if (this.#plane === undefined) return;
    await stderr.write('Stopping: no more requests are taken, those under way are finished.\n');
    const { cut } = await this.#plane.drain();
    if (cut > 0) await stderr.write(`${cut} not finished after ${this.#plan.flags['drain-timeout']}.\n`);
  }

  /** Ends everything, whatever was started. */
  async stop(): Promise<void> {
    this.#state = 'DRAINING';
    await this.#routes.source.stop();
    this.#plane?.destroy();
    await this.#admin?.stop();
    await this.#plan.observers.close();
  }

  /** Told to stop, maybe before it was ready. */
  get #stopping(): boolean {
    return this.#state === 'DRAINING';
  }

  #changed(): void {
    if (this.#plane === undefined) return;
    this.#plane.update(this.#parts());
    const news = this.#news();
    if (news.length > 0) this.#plan.world.trouble(`Changed: ${news.join(', ')}`);
  }

  /** The route configurations that are others than when this was asked last. */
  #news(): readonly string[] {
    return this.#history.take(this.#routes.source.current, Date.now());
  }

  /** The model of the inputs in force, with the routes in force. */
  #parts(): DataPlaneParts {
    const { upstreams, version } = this.#plan;
    const { listens } = this.#inForce.listening;
    const { index, envoyFilters, edition: inputs } = this.#inForce.inputs;
    this.#kinds.update(inputs.resources);
    const kinds = this.#kinds;
    const rules = this.#rules();
    const config = buildConfig({
      index,
      envoyFilters,
      rules,
      listens,
      upstreams,
      node: { id: nodeId, version },
      kinds,
    });
    const edition = versionOf(config);
    if (edition !== this.#edition.version) this.#edition = { version: edition, lastUpdated: Date.now() };
    return { config, rules: this.#compiler.compile(rules) };
  }

  /** The inputs in force, with the routes in force in place of their own. */
  #rules(): ProxyRules {
    const { filters, codecs } = this.#inForce.inputs.rules;
    const { listens } = this.#inForce.listening;
    const own = new Map(
      listens.map(({ service, codec }) => [routeConfigurationName(service.host, service.port), codec]),
    );
    const routes = [...this.#routes.source.current.byName.values()].map((configuration) => configuration.routes);
    return { routes, filters, codecs: new Map([...(codecs ?? []), ...own]) };
  }

  /** What is wrong with the clusters, where the rules that are in force send something. */
  #findings(): readonly Diagnostic[] {
    const { index, loaded } = this.#inForce.inputs;
    const { upstreams } = this.#plan;
    return diagnose(clusterFindings({ index, rules: this.#rules(), upstreams }), loaded.locate);
  }

  /** All that is known to be wrong with what is in force, worked out once for it. */
  #allFindings(): readonly Diagnostic[] {
    const { inputs } = this.#inForce;
    const of = [inputs, this.#routes.source.current.byName];
    if (this.#found === undefined || of.some((each, at) => each !== this.#found?.of[at])) {
      const told = inputs.diagnostics.filter(({ severity }) => severity !== 'info' || this.#plan.flags.verbose);
      this.#found = { of, findings: [...told, ...this.#findings()] };
    }
    return this.#found.findings;
  }

  #view(plane: DataPlane): AdminView {
    const { version, flags, observers } = this.#plan;
    return {
      node: { id: nodeId, version },
      startedAt: this.#startedAt,
      state: () => this.#state,
      listeners: () => plane.listeners,
      clusters: () => plane.clusters,
      routes: () => this.#routes.source.current,
      edition: () => this.#edition,
      rdsServer: flags.rds === undefined ? undefined : parseAddress(flags.rds),
      stats: observers.stats.stats,
      hits: observers.hits,
      rules: { findings: () => this.#allFindings(), changes: () => this.#history.changes },
      faults: this.#plan.world.faults,
    };
  }
}

async function started(plane: DataPlane): Promise<void> {
  try {
    await plane.start();
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    throw startFailure(`listen on ${hostKey(error.listener.address)}`, '--listen', error.cause);
  }
}
