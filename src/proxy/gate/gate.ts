import type { Socket } from 'node:net';
import type { Address } from '../../envoy/address.js';
import type { ListenerState } from '../config.js';
import { Place } from '../place.js';
import { type ConnectionTaker, Sessions } from '../sessions.js';
import type { World } from '../world.js';
import { chooseChain } from './choose.js';
import { sniff } from './client-hello.js';
import type { Chain, Gate } from './config.js';
import { TlsEnd } from './tls-server.js';

/** A chain with what takes its connections; undefined: only an Envoy could. */
interface RunningChain {
  readonly key: string;
  chain: Chain;
  readonly match: Chain['match'];
  readonly taker: ConnectionTaker | undefined;
  readonly tls: TlsEnd | undefined;
}

/** Makes and changes what takes the connections of a chain. */
export interface TakerFactory {
  make(chain: Chain): ConnectionTaker | undefined;
  /** The chain stands where it stood, and says something else now. */
  change(taker: ConnectionTaker, chain: Chain): void;
  /** No more connections come; those that are there end when they can, or when their time is over. */
  leave(taker: ConnectionTaker): void;
  readonly world: World;
}

/** Two chains with one key are the same one, whatever its filter says now: connections stay. */
function keyOf({ match, tls, handler }: Chain): string {
  const codec = handler.kind === 'metaprotocol' ? handler.listener.codec : '';
  return JSON.stringify([match, tls, handler.kind, codec]);
}

/** A gate that is listened on. */
export class RunningGate {
  readonly #takers: TakerFactory;
  readonly #place: Place;
  /** Connections of which is not known yet what they are. */
  readonly #unknown = new Set<Socket>();
  #chains: readonly RunningChain[] = [];
  #otherwise: RunningChain | undefined;
  gate: Gate;

  constructor(gate: Gate, takers: TakerFactory) {
    this.gate = gate;
    this.#takers = takers;
    const trouble = (message: string) => takers.world.trouble(`${this.gate.name}: ${message}`);
    this.#place = new Place(gate.address, (socket) => this.#accept(socket), trouble);
    this.update(gate);
  }

  get address(): Address {
    return this.#place.address;
  }

  /** Of its MetaProtocol filters. */
  get states(): readonly ListenerState[] {
    return this.#all.flatMap(({ taker }) => {
      if (!(taker instanceof Sessions)) return [];
      const { listener, connections, active, buffered } = taker;
      return { listener, address: this.address, connections, active, buffered };
    });
  }

  get active(): number {
    return this.#all.reduce((sum, { taker }) => sum + (taker?.active ?? 0), 0);
  }

  /** Settles when it listens; rejects with the error of the system. */
  start(): Promise<void> {
    return this.#place.start();
  }

  /** Other chains from now on. Connections of those that stay go on, those of others end as they can. */
  update(gate: Gate): void {
    this.gate = gate;
    const before = new Map(this.#all.map((each) => [each.key, each]));
    const running = (chain: Chain): RunningChain => {
      const key = keyOf(chain);
      const known = before.get(key);
      if (known === undefined) return this.#run(key, chain);
      before.delete(key);
      known.chain = chain;
      if (known.taker !== undefined) this.#takers.change(known.taker, chain);
      return known;
    };
    this.#chains = gate.chains.map(running);
    this.#otherwise = gate.otherwise && running(gate.otherwise);
    for (const { taker } of before.values()) if (taker !== undefined) this.#takers.leave(taker);
  }

  /** Settles when no connection waits to be accepted. */
  allTaken(): Promise<void> {
    return this.#place.allTaken();
  }

  /** Accepts no more; connections end as they can, as those of a chain that is gone. */
  leave(): void {
    this.#place.close();
    for (const socket of this.#unknown) socket.destroy();
    for (const { taker } of this.#all) if (taker !== undefined) this.#takers.leave(taker);
  }

  /** The clusters that connections can still send to. */
  get clusters(): readonly string[] {
    return this.#all.flatMap(({ taker }) => [...(taker?.clusters ?? [])]);
  }

  /** Accepts no more, and settles when every connection has ended. */
  async drain(): Promise<void> {
    this.#place.close();
    for (const socket of this.#unknown) socket.destroy();
    await Promise.all(this.#all.map(({ taker }) => taker?.drain()));
  }

  destroy(): void {
    this.#place.close();
    for (const socket of this.#unknown) socket.destroy();
    for (const { taker } of this.#all) taker?.destroy();
  }

  get #all(): readonly RunningChain[] {
    return this.#otherwise === undefined ? this.#chains : [...this.#chains, this.#otherwise];
  }

  #run(key: string, chain: Chain): RunningChain {
    const taker = this.#takers.make(chain);
    const { world } = this.#takers;
    const trouble = (message: string) => world.trouble(`${this.gate.name}: ${message}`);
    const out = (socket: Socket) => (taker === undefined ? socket.destroy() : taker.take(socket));
    const tls = chain.tls === undefined ? undefined : new TlsEnd(chain.tls, world.secrets, out, trouble);
    return { key, chain, match: chain.match, taker, tls };
  }

  #accept(socket: Socket): void {
    socket.on('error', () => {});
    if (this.gate.inspectsTls) this.#inspect(socket);
    else this.#enter(socket, undefined);
  }

  /** Waits until the first octets say whether it is TLS, and for whom; then puts them back. */
  #inspect(socket: Socket): void {
    this.#unknown.add(socket);
    let seen: Buffer = Buffer.alloc(0);
    const done = (hello: Hello | undefined) => {
      this.#unknown.delete(socket);
      socket.off('readable', look);
      socket.off('close', gone);
      socket.off('end', end);
      if (seen.length > 0) socket.unshift(seen);
      this.#enter(socket, hello);
    };
    const look = () => {
      for (let chunk: Buffer | null = socket.read(); chunk !== null; chunk = socket.read()) {
        seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
      }
      const sniffed = sniff(seen);
      if (sniffed === 'clear') done(undefined);
      else if (sniffed !== 'more') done(sniffed);
    };
    const gone = () => this.#unknown.delete(socket);
    // A client that has ended without enough for a decision wanted nothing.
    const end = () => socket.destroy();
    socket.on('readable', look).once('close', gone).once('end', end);
  }

  #enter(socket: Socket, hello: Hello | undefined): void {
    const running = this.#chainFor(socket, hello);
    if (running?.taker === undefined) socket.destroy();
    else if (running.tls !== undefined) running.tls.take(socket);
    else running.taker.take(socket);
  }

  #chainFor(socket: Socket, hello: Hello | undefined): RunningChain | undefined {
    const source = { host: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    const { destination } = this.gate;
    const transport = hello === undefined ? 'raw_buffer' : 'tls';
    const { serverName, alpn = [] } = hello ?? {};
    return chooseChain(this.#chains, { destination, source, transport, serverName, alpn }) ?? this.#otherwise;
  }
}

interface Hello {
  readonly serverName: string | undefined;
  readonly alpn: readonly string[];
}
