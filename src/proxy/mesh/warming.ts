import { hostPort } from '../../envoy/address.js';
import type { Gate } from '../gate/config.js';

/** As in Envoy: a listener waits so long for its first routes; milliseconds. */
const FIRST_WAIT = 15_000;

/**
 * Holds back new listeners until their routes are there, or do not come, so that no request comes too early. One that is open
 * stays so.
 */
export class Warming {
  readonly #now: () => number;
  readonly #late: () => void;
  /** Since when a route configuration is waited for. */
  #since: ReadonlyMap<string, number> = new Map();
  #timer: NodeJS.Timeout | undefined;

  /** `now`: milliseconds of a clock that never goes back; `late`: called when a wait is over. */
  constructor(now: () => number, late: () => void) {
    this.#now = now;
    this.#late = late;
  }

  get waits(): boolean {
    return this.#since.size > 0;
  }

  /** Those of `gates` that may be open. `open`: places where is listened now; `known`: names of route configurations. */
  ready(gates: readonly Gate[], open: ReadonlySet<string>, known: ReadonlySet<string>): readonly Gate[] {
    const now = this.#now();
    const since = new Map<string, number>();
    const ready = gates.filter((gate) => {
      const missing = open.has(hostPort(gate.address)) ? [] : namesOf(gate).filter((name) => !known.has(name));
      const waiting = missing.filter((name) => now - (this.#since.get(name) ?? now) < FIRST_WAIT);
      for (const name of waiting) since.set(name, this.#since.get(name) ?? now);
      return waiting.length === 0;
    });
    this.#since = since;
    if (since.size === 0) this.stop();
    else {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#late();
      }, FIRST_WAIT + 1);
    }
    return ready;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function namesOf({ chains }: Gate): readonly string[] {
  return chains.flatMap(({ handler }) => (handler.kind === 'metaprotocol' ? handler.listener.routeConfigName : []));
}
