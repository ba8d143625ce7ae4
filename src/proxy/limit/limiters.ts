import type { ProxyConfig, ServiceLimits } from '../config.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { World } from '../world.js';
import type { Limiter } from './limiter.js';
import { localLimiter } from './local.js';

interface Made {
  /** The configuration that it was made of. */
  readonly source: string;
  readonly limiter: Limiter;
  close(): void;
}

/** The limits of all services. One whose configuration has not changed keeps its counts when rules change. */
export class Limiters {
  readonly #world: World;
  #made = new Map<string, Made>();

  constructor(world: World) {
    this.#world = world;
  }

  update({ limits }: ProxyConfig): void {
    const before = this.#made;
    this.#made = new Map();
    for (const [service, limit] of limits) {
      const source = JSON.stringify(limit);
      const same = before.get(service);
      if (same?.source === source) {
        this.#made.set(service, same);
        before.delete(service);
      } else {
        this.#made.set(service, { source, ...this.#make(limit) });
      }
    }
    for (const { close } of before.values()) close();
  }

  /** The limits of the sidecar behind an outbound cluster. */
  of(cluster: string): Limiter | undefined {
    const [, port, , host] = cluster.split('|');
    return this.#made.get(`${host}_${port}`)?.limiter;
  }

  close(): void {
    for (const { close } of this.#made.values()) close();
    this.#made.clear();
  }

  #make({ service, local }: ServiceLimits): Omit<Made, 'source'> {
    const made = local === undefined ? undefined : localLimiter(local, () => this.#world.surroundings.now());
    if (made !== undefined && 'refused' in made) {
      this.#world.trouble(`The proxy refuses the local rate limit of ${service}: ${made.refused}. It limits nothing.`);
    }
    const buckets = made !== undefined && 'limiter' in made ? made.limiter : undefined;
    return {
      limiter: {
        take(attributes): Outcome | undefined {
          return buckets === undefined || buckets.take(attributes).allowed ? undefined : outcomes.localLimit;
        },
      },
      close() {},
    };
  }
}
