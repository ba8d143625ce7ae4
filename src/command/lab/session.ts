import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { consumersOf } from '../../lab/consumers.js';
import { type Callee, Generator, requestsOf, type WantedRequest } from '../../lab/generator.js';
import { Lab } from '../../lab/lab.js';
import type { LabEdition, LabWorld } from '../../lab/node.js';
import { planLab } from '../../lab/plan.js';
import { Tally } from '../../lab/tally.js';
import { parseYaml } from '../../load/parse-yaml.js';
import type { Attributes } from '../../match/attributes.js';
import { compileRules } from '../../match/service.js';
import { palette } from '../../output/colour.js';
import type { LabState } from '../../output/lab/result.js';
import { diagnosticText } from '../../output/log.js';
import { hostKey } from '../../proxy/balance/balancer.js';
import { buildMesh } from '../../scope/scope.js';
import { meshSettings } from '../../scope/settings.js';
import { findWorkloads } from '../../traffic/workloads.js';
import { History } from '../../xds/admin/history.js';
import type { RuleNews } from '../../xds/admin/parts.js';
import { brokenBy, freshOf, HeldParts, type Said } from '../../xds/edit.js';
import { createEnvoyRegistry } from '../../xds/registry.js';
import { createRouteServer } from '../../xds/server.js';
import { createSnapshot, emptySnapshot } from '../../xds/snapshot.js';
import { rootNamespace } from '../input/inputs.js';
import { resolveListens } from '../input/proxy/listens.js';
import type { InputReader, ProxyInputs } from '../input/proxy/reader.js';
import { FailureError } from '../shell/errors.js';
import { CallPicture } from './call-picture.js';
import type { LabFlags } from './flags.js';

/** So many notes are kept for people. */
const mostNotes = 5;
/** How long streams have to end when the lab stops, in milliseconds. */
const grace = 500;

export interface SessionOptions {
  readonly flags: LabFlags;
  readonly reader: InputReader;
  readonly world: Omit<LabWorld, 'trouble'>;
  readonly requests: readonly WantedRequest[];
  readonly own: Parameters<typeof resolveListens>[1]['own'];
  /** How long an answer is waited for, in milliseconds. */
  readonly timeout: number;
  /** Told of what goes wrong while it runs. */
  readonly note: (message: string) => void;
}

/** A lab from its start to its end: the route server, what runs for the rules, the generator. */
export class Session {
  readonly tally = new Tally();
  readonly #options: SessionOptions;
  readonly #server = createRouteServer();
  readonly #registry = createEnvoyRegistry();
  readonly #generator: Generator;
  readonly #picture = new CallPicture();
  readonly #notes: string[] = [];
  #lab: Lab | undefined;
  readonly #heldParts = new HeldParts();
  readonly #history = new History(emptySnapshot);
  #said: Said = { diagnostics: [] };
  #edits = -1;
  /** Of the rules in force. */
  #requestsNow: (callee: Callee) => readonly Attributes[] = () => [];
  #startedAt = performance.now();
  #endedAt: number | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#generator = new Generator(options.flags.rate, options.timeout);
  }

  /** Settles when requests are on their way. */
  async start(first: ProxyInputs): Promise<void> {
    const { world } = this.#options;
    this.#said = { diagnostics: first.diagnostics };
    const edition = await this.#editionOf(first);
    this.#publish(first);
    const port = await this.#server.start('127.0.0.1:0');
    this.#lab = new Lab({ ...world, trouble: this.note }, this.tally, `127.0.0.1:${port}`);
    await this.#run(edition);
    this.#startedAt = performance.now();
    this.#generator.start();
  }

  /** Takes other rules, or keeps the last good ones and says why. */
  async edit(next: ProxyInputs): Promise<void> {
    const { translation } = next.edition;
    const held = this.#heldParts.of(next);
    const broken = brokenBy(this.#said, next, this.#server.hub.snapshot, translation.routeConfigurations);
    for (const diagnostic of [...freshOf(this.#said, next), ...broken]) {
      if (diagnostic.severity === 'error') this.note(textOf(diagnostic));
    }
    this.#said = { diagnostics: next.diagnostics };
    if (broken.length > 0) return;
    if (held.length > 0) this.note('The last good rules stay in force where an error is reported.');
    // Before anything of it is in force: a file that is just being written has no services, and is an error.
    const edition = await this.#editionOf(next);
    this.#options.reader.take(next);
    this.#publish(next);
    await this.#run(edition);
  }

  /** Sends nothing more, and settles when everything that was sent is counted. */
  async finish(): Promise<void> {
    await this.#generator.finish();
    await this.#lab?.drain();
    this.#endedAt = performance.now();
  }

  /** Ends everything, whatever was started. */
  async stop(): Promise<void> {
    await this.#lab?.stop();
    await this.#server.stop(grace);
  }

  get state(): LabState {
    const { counts } = this.tally;
    return {
      counts,
      calls: this.#picture.edges(counts.calls),
      clients: this.#generator.counts,
      seconds: ((this.#endedAt ?? performance.now()) - this.#startedAt) / 1000,
      listeners: (this.#lab?.listeners ?? []).map(({ consumer, state: { listener, address } }) => ({
        consumer,
        service: `${listener.service.host}:${listener.service.port}`,
        address: hostKey(address),
      })),
      edits: Math.max(0, this.#edits),
      notes: this.#notes,
    };
  }

  /** What the last edit was found to have, and what changed when. */
  get news(): RuleNews {
    const findings = this.#said.diagnostics.filter(({ severity }) => severity !== 'info');
    return { findings, changes: this.#history.changes };
  }

  /** Those that nobody answers for. */
  get silent(): readonly string[] {
    return this.#lab?.silent ?? [];
  }

  readonly note = (message: string): void => {
    this.#notes.unshift(message);
    if (this.#notes.length > mostNotes) this.#notes.pop();
    this.#options.note(message);
  };

  #publish({ edition }: ProxyInputs): void {
    const { hub } = this.#server;
    const made = createSnapshot(edition.translation.routeConfigurations, this.#registry, hub.snapshot);
    for (const diagnostic of diagnose(made.findings)) this.note(textOf(diagnostic));
    if (hub.publish(made.snapshot)) this.#edits += 1;
    this.#history.take(hub.snapshot, Date.now());
    this.tally.changed();
  }

  async #run(edition: LabEdition): Promise<void> {
    const rules = compileRules(edition.rules);
    const requestsFor = ({ host, port }: Callee) => this.#requestsFor(rules, host, port);
    // Clients turn away from what is taken from them before its listener is closed, as those of a mesh never call it again.
    this.#generator.aim(this.#lab?.calleesThatStay(edition) ?? [], this.#requestsNow);
    await this.#lab?.run(edition);
    this.#requestsNow = requestsFor;
    this.#generator.aim(this.#lab?.callees ?? [], requestsFor);
    this.tally.changed();
  }

  #requestsFor(rules: ReturnType<typeof compileRules>, host: string, port: number): readonly Attributes[] {
    const { requests } = this.#options;
    if (requests.length === 0) return requestsOf(rules, host, port);
    return requests
      .filter((each) => (each.host ?? host) === host && (each.port ?? port) === port)
      .map(({ attributes }) => attributes);
  }

  async #editionOf({ edition, index, envoyFilters, rules, compiled }: ProxyInputs): Promise<LabEdition> {
    const { flags, own, world } = this.#options;
    const options = { listen: [], protocol: undefined, own, remote: false } as const;
    const { codecs } = await resolveListens(compiled, { ...options, free: true });
    const plan = planLab({ index, rules, upstreams: world.upstreams });
    const settings = meshSettings(edition.resources, rootNamespace(flags), flags['cluster-domain'], parseYaml);
    const mesh = buildMesh(edition.resources, settings);
    const workloads = findWorkloads(edition.resources);
    const consumers = consumersOf(mesh, workloads, plan.services);
    this.#picture.take(mesh, workloads, consumers);
    const wrong = this.#options.requests.find(
      ({ host, port }) =>
        host !== undefined && !plan.services.some((each) => each.host === host && each.port === (port ?? each.port)),
    );
    if (wrong !== undefined && this.#edits <= 0) {
      const known = plan.services.map(({ host, port }) => `${host}:${port}`).join(', ');
      throw new FailureError(`--request names ${wrong.host}, which the rules do not have. They have ${known}.`);
    }
    return { plan, consumers, index, envoyFilters, rules, codecs };
  }
}

function textOf(diagnostic: Diagnostic): string {
  return diagnosticText(diagnostic, { palette: palette(false) }).trimEnd();
}
