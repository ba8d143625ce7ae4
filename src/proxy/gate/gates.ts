import { hostPort } from '../../envoy/address.js';
import type { ListenerState } from '../config.js';
import type { World } from '../world.js';
import type { Gate } from './config.js';
import { RunningGate, type TakerFactory } from './gate.js';

/** What became of the gates. */
export interface GateChange {
  readonly opened: readonly Gate[];
  readonly closed: readonly Gate[];
  readonly refused: readonly { readonly gate: Gate; readonly message: string }[];
}

/** All gates, by the places where is listened. */
export class Gates {
  readonly #takers: TakerFactory;
  readonly #world: World;
  readonly #running = new Map<string, RunningGate>();
  readonly #leaving = new Set<RunningGate>();
  #destroyed = false;

  constructor(takers: TakerFactory, world: World) {
    this.#takers = takers;
    this.#world = world;
  }

  /** Listens where it is said, and no longer elsewhere. A gate that cannot be opened is tried again at the next call. */
  async update(gates: readonly Gate[]): Promise<GateChange> {
    const wanted = new Map(gates.map((gate) => [hostPort(gate.address), gate]));
    const closed: Gate[] = [];
    for (const [place, running] of [...this.#running]) {
      if (wanted.has(place)) continue;
      this.#running.delete(place);
      closed.push(running.gate);
      this.#leave(running);
    }
    const fresh: [string, Gate][] = [];
    for (const [place, gate] of wanted) {
      const running = this.#running.get(place);
      if (running === undefined) fresh.push([place, gate]);
      else running.update(gate);
    }
    // At once: the system takes a thousand sockets in no time, and each waits for a turn of the event loop.
    const results = await Promise.all(fresh.map(([place, gate]) => this.#open(place, gate)));
    return {
      opened: results.flatMap(({ opened }) => opened ?? []),
      closed,
      refused: results.flatMap(({ refused }) => refused ?? []),
    };
  }

  get list(): readonly RunningGate[] {
    return [...this.#running.values()];
  }

  get states(): readonly ListenerState[] {
    return this.list.flatMap(({ states }) => states);
  }

  get active(): number {
    return this.list.reduce((sum, { active }) => sum + active, 0);
  }

  async drain(): Promise<void> {
    await Promise.all(this.list.map((gate) => gate.drain()));
  }

  destroy(): void {
    this.#destroyed = true;
    for (const gate of [...this.#running.values(), ...this.#leaving]) gate.destroy();
  }

  async #open(place: string, gate: Gate): Promise<{ opened?: Gate; refused?: GateChange['refused'][number] }> {
    const running = new RunningGate(gate, this.#takers);
    try {
      await running.start();
    } catch (error) {
      return { refused: { gate, message: error instanceof Error ? error.message : String(error) } };
    }
    if (this.#destroyed) running.destroy();
    else this.#running.set(place, running);
    return { opened: gate };
  }

  #leave(gate: RunningGate): void {
    this.#leaving.add(gate);
    const { drainTimeout } = this.#world.settings;
    const timer = drainTimeout > 0 ? setTimeout(() => gate.destroy(), drainTimeout) : undefined;
    void gate.drain().then(() => {
      clearTimeout(timer);
      this.#leaving.delete(gate);
    });
  }
}
