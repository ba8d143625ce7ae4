import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { traitsOf } from '../../src/behaviour/traits.js';
import type { ProxyVersion } from '../../src/behaviour/version.js';
import type { Codec, Decoder, Message } from '../../src/codec/codec.js';
import { resolveListens } from '../../src/command/input/proxy/listens.js';
import { load } from '../../src/load/load.js';
import { rulesFromTranslation } from '../../src/match/from-translation.js';
import type { ProxyRules } from '../../src/match/rules.js';
import { compileRules } from '../../src/match/service.js';
import { translateLoaded } from '../../src/pipeline.js';
import { compileFormat } from '../../src/proxy/access-log/format.js';
import { createHash64 } from '../../src/proxy/balance/xxhash.js';
import { buildConfig } from '../../src/proxy/build/config.js';
import type { Listener } from '../../src/proxy/config.js';
import { DataPlane, type DataPlaneParts } from '../../src/proxy/data-plane.js';
import type { RequestRecord } from '../../src/proxy/downstream/record.js';
import { parseFault } from '../../src/proxy/fault/fault.js';
import { Faults } from '../../src/proxy/fault/faults.js';
import type { Chain, Gate } from '../../src/proxy/gate/config.js';
import { type RequestLine, requestLine } from '../../src/proxy/request-line.js';
import { defaultSettings, type ProxySettings } from '../../src/proxy/settings.js';
import { everything } from '../../src/proxy/stats/print.js';
import { statsPrometheus } from '../../src/proxy/stats/prometheus.js';
import { ProxyStats } from '../../src/proxy/stats/proxy-stats.js';
import { Stats } from '../../src/proxy/stats/registry.js';
import { Turn } from '../../src/proxy/turn.js';
import { codecsByRoute } from '../../src/translate/metaprotocol/codec.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';

export interface PlaneOptions {
  /** YAML documents. */
  readonly rules: string;
  /** Ports on loopback, by cluster. */
  readonly upstreams?: Readonly<Record<string, readonly number[]>>;
  readonly settings?: Partial<ProxySettings>;
  readonly own?: readonly Codec[];
  readonly random?: () => number;
  readonly quiet?: boolean;
  /** Default: ideal. */
  readonly version?: ProxyVersion;
  /** As `--fault` has them. */
  readonly faults?: readonly string[];
  /** A text format of the access log. */
  readonly log?: string;
  /** Rules as another control plane than Aeraki has them. */
  readonly edit?: (rules: ProxyRules) => ProxyRules;
  /** What every listener is besides, as those of --xds are. */
  readonly listener?: Partial<Listener>;
  /** Listeners are gates with one chain each, as of --xds. */
  readonly gates?: boolean;
}

function gateOf(listener: Listener): Gate {
  const { name, address } = listener;
  const chain: Chain = { name, match: {}, tls: undefined, handler: { kind: 'metaprotocol', listener } };
  return { name, address, destination: address, chains: [chain], otherwise: undefined, inspectsTls: false };
}

/** A data plane in this process, as `aeraki proxy` makes it, on free ports. */
export class Plane {
  readonly lines: RequestLine[] = [];
  readonly troubles: string[] = [];
  /** What the access log has, when there is a format. */
  readonly logs: string[] = [];

  private constructor(
    readonly plane: DataPlane,
    readonly make: (rules: string, upstreams?: PlaneOptions['upstreams']) => Promise<DataPlaneParts>,
    readonly stats: ProxyStats,
  ) {}

  counter(name: string): number {
    return this.stats.stats.counter(name).value;
  }

  prometheus(): string {
    return statsPrometheus(this.stats.stats, everything);
  }

  static async start(options: PlaneOptions): Promise<Plane> {
    const make = async (rules: string, upstreams = options.upstreams) => {
      const loaded = await load(['-'], { namespace: 'shop', exclude: [], stdin: async () => Buffer.from(rules) });
      const { index, translation, diagnostics } = await translateLoaded(loaded, defaultTranslateOptions);
      const broken = diagnostics.filter(({ severity }) => severity === 'error');
      if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join('\n'));
      const translated = rulesFromTranslation(translation, codecsByRoute(index));
      const proxyRules = options.edit?.(translated) ?? translated;
      const compiled = compileRules(proxyRules);
      const listen = compiled.services.map(({ host, port }) => `${host}:${port}=127.0.0.1:0`);
      const own = options.own ?? [];
      const listening = await resolveListens(compiled, { listen, protocol: undefined, own, remote: false });
      const made = buildConfig({
        index,
        envoyFilters: translation.envoyFilters,
        rules: proxyRules,
        listens: listening.listens,
        upstreams: new Map(
          Object.entries(upstreams ?? {}).map(([name, ports]) => [
            name,
            ports.map((port) => ({ host: '127.0.0.1', port })),
          ]),
        ),
        node: { id: 'test', version: '0' },
      });
      const listeners = made.listeners.map((each) => ({ ...each, ...options.listener }));
      const config = options.gates ? { ...made, listeners: [], gates: listeners.map(gateOf) } : { ...made, listeners };
      return { parts: { config, rules: compiled }, codecs: listening.codecs };
    };
    const { parts, codecs } = await make(options.rules);
    let self: Plane | undefined;
    const traits = traitsOf(options.version ?? 'ideal');
    const stats = new ProxyStats(new Stats(() => performance.now()), traits.ownTelemetry);
    const format =
      options.log === undefined
        ? undefined
        : compileFormat({ text: options.log }, { hostname: 'here', environment: () => undefined });
    const observe = (record: RequestRecord) => {
      self?.lines.push(requestLine(record));
      stats.observe(record);
      if (format !== undefined && record.logged) self?.logs.push(format(record));
    };
    const plane = new DataPlane(parts, codecs, {
      settings: { ...defaultSettings, drainTimeout: 5000, leaveTimeout: 5000, ...options.settings },
      traits,
      node: { metadata: 'bWV0YWRhdGE', id: 'sidecar~test' },
      surroundings: {
        turn: new Turn(),
        now: () => performance.now(),
        random: options.random ?? (() => Math.random()),
        hash64: await createHash64(),
      },
      observe: options.quiet ? undefined : observe,
      counts: stats,
      faults: new Faults(
        (options.faults ?? []).map((text) => {
          const parsed = parseFault(text);
          if ('problem' in parsed) throw new Error(parsed.problem);
          return parsed.fault;
        }),
      ),
      trouble: (message) => self?.troubles.push(message),
    });
    self = new Plane(plane, async (rules, upstreams) => (await make(rules, upstreams)).parts, stats);
    await plane.start();
    if (options.gates) await plane.openGates(codecs);
    return self;
  }

  /** The port that the service's listener got. */
  port(service = 0): number {
    const state = this.plane.listeners[service];
    if (state === undefined) throw new Error(`no listener ${service}`);
    return state.address.port;
  }

  async update(rules: string, upstreams?: PlaneOptions['upstreams']): Promise<void> {
    this.plane.update(await this.make(rules, upstreams));
  }
}

/** What a server does with a message; undefined: no answer. */
export type Answer = (message: Message, socket: Socket) => Uint8Array | undefined;

/** A server of one protocol that keeps what it got. */
export class Upstream {
  readonly got: Message[] = [];
  readonly sockets = new Set<Socket>();
  connections = 0;

  private constructor(
    readonly server: Server,
    readonly port: number,
  ) {}

  static async start(codec: Codec, answer: Answer, port = 0): Promise<Upstream> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const self = new Upstream(server, (server.address() as AddressInfo).port);
    server.on('connection', (socket) => {
      self.connections++;
      self.sockets.add(socket);
      socket.on('close', () => self.sockets.delete(socket));
      socket.on('error', () => {});
      const decoder = codec.decoder({ sender: 'client' });
      socket.on('data', (chunk: Buffer) => {
        for (const message of decoder.push(chunk)) {
          self.got.push(message);
          const bytes = answer(message, socket);
          if (bytes !== undefined) socket.write(bytes);
        }
      });
    });
    return self;
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    for (const socket of this.sockets) socket.resetAndDestroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** A client of one protocol. */
export class Client {
  readonly #decoder: Decoder;
  readonly received: Message[] = [];
  #waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  closed = false;
  #onClose: (() => void)[] = [];

  private constructor(
    readonly socket: Socket,
    codec: Codec,
  ) {
    this.#decoder = codec.decoder({ sender: 'server' });
    socket.on('data', (chunk: Buffer) => {
      this.received.push(...this.#decoder.push(chunk));
      this.#wake();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.closed = true;
      for (const done of this.#onClose) done();
      this.#wake();
    });
  }

  static async to(port: number, codec: Codec, host = '127.0.0.1'): Promise<Client> {
    const socket = connect(port, host);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Client(socket, codec);
  }

  send(...bytes: readonly Uint8Array[]): void {
    this.socket.write(Buffer.concat(bytes));
  }

  /** Sends a request and waits for one answer more than came before. */
  async ask(bytes: Uint8Array): Promise<Message> {
    const count = this.received.length + 1;
    this.send(bytes);
    await this.until(count);
    const message = this.received[count - 1];
    if (message === undefined) throw new Error('the connection was closed without an answer');
    return message;
  }

  /** Settles when so many messages have come in all, or the connection is closed. */
  until(count: number): Promise<void> {
    if (this.received.length >= count || this.closed) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }

  untilClosed(): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => this.#onClose.push(resolve));
  }

  close(): void {
    this.socket.destroy();
  }

  #wake(): void {
    const ready = this.#waiting.filter(({ count }) => this.closed || this.received.length >= count);
    this.#waiting = this.#waiting.filter((each) => !ready.includes(each));
    for (const { resolve } of ready) resolve();
  }
}

/** Settles when `condition` holds; it is looked at every few milliseconds, for at most `patience` of them (20 seconds). */
export async function until(condition: () => boolean, what: string, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
