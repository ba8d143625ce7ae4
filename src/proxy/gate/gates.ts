import { hostPort } from '../../envoy/address.js';
import { GONE } from '../clusters.js';
import type { ListenerState } from '../config.js';
import type { Gate } from './config.js';
import { RunningGate, type TakerFactory } from './gate.js';

/** What became of the gates. */
export interface GateChange {
  readonly opened: readonly Gate[];
  readonly closed: readonly Gate[];
  readonly refused: readonly { readonly gate: Gate; readonly message: string }[];
}

/**
 * All gates, by the places where is listened. One that is gone still listens for a moment: whoever connects to it has not
 * heard of that yet. (In a pod the listener that catches everything takes such a connection, and passes it through.)
 */
export class Gates {
  readonly #takers: TakerFactory;
  readonly #running = new Map<string, RunningGate>();
  /** Gone, and listened on for a moment. */
  readonly #lingering = new Map<string, { readonly running: RunningGate; readonly timer: NodeJS.Timeout }>();
  #destroyed = false;

  constructor(takers: TakerFactory) {
    this.#takers = takers;
  }

  /** Listens where it is said, and no longer elsewhere. A gate that cannot be opened is tried again at the next call. */
  async update(gates: readonly Gate[]): Promise<GateChange> {
    const wanted = new Map(gates.map((gate) => [hostPort(gate.address), gate]));
    const closed: Gate[] = [];
    for (const [place, running] of [...this.#running]) {
      if (wanted.has(place)) continue;
      this.#running.delete(place);
      closed.push(running.gate);
      const timer = setTimeout(() => void this.#leave(place, running), GONE);
      this.#lingering.set(place, { running, timer });
    }
    const fresh: [string, Gate][] = [];
    for (const [place, gate] of wanted) {
      const running = this.#running.get(place) ?? this.#back(place);
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

  /** Of those that are gone, the clusters that their connections can still send to. */
  get clustersOfGone(): readonly string[] {
    return [...this.#lingering.values()].flatMap(({ running }) => running.clusters);
  }

  async drain(): Promise<void> {
    const lingering = [...this.#lingering.values()].map(({ running }) => running);
    const all = [...this.list, ...lingering];
    await Promise.all(all.map((gate) => gate.allTaken()));
    await Promise.all(all.map((gate) => gate.drain()));
  }

  destroy(): void {
    this.#destroyed = true;
    for (const { running, timer } of this.#lingering.values()) {
      clearTimeout(timer);
      running.destroy();
    }
    for (const gate of this.#running.values()) gate.destroy();
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

  /** One that is wanted again before it was left. */
  #back(place: string): RunningGate | undefined {
    const { running, timer } = this.#lingering.get(place) ?? {};
    if (running === undefined) return undefined;
    clearTimeout(timer);
    this.#lingering.delete(place);
    this.#running.set(place, running);
    return running;
  }

  async #leave(place: string, running: RunningGate): Promise<void> {
    await running.allTaken();
    // Meanwhile it may be wanted again.
    if (this.#destroyed || this.#lingering.get(place)?.running !== running) return;
    running.leave();
    this.#lingering.delete(place);
  }
}
