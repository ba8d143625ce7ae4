import { parseClusterName } from '../../envoy/cluster-name.js';
import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { LocalRateLimit } from '../../match/limits.js';
import { hostKey } from '../balance/balancer.js';
import type { ProxyConfig, ServiceLimits } from '../config.js';
import { type Outcome, outcomes } from '../outcome.js';
import type { World } from '../world.js';
import { GlobalLimiter, type GlobalVerdict } from './global.js';
import type { Limiter } from './limiter.js';
import { type LocalLimiter, localLimiter } from './local.js';

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
  #clusters: ProxyConfig['clusters'] = new Map();

  constructor(world: World) {
    this.#world = world;
  }

  update({ limits, clusters }: ProxyConfig): void {
    this.#clusters = clusters;
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
    const name = parseClusterName(cluster);
    return name && this.#made.get(routeConfigurationName(name.host, name.port))?.limiter;
  }

  close(): void {
    for (const { close } of this.#made.values()) close();
    this.#made.clear();
  }

  #make({ service, local, global }: ServiceLimits): Omit<Made, 'source'> {
    const now = () => this.#world.surroundings.now();
    const made = local === undefined ? undefined : localLimiter(local, now);
    if (made !== undefined && 'refused' in made) {
      this.#world.trouble(`The proxy refuses the local rate limit of ${service}: ${made.refused}. It limits nothing.`);
    }
    const first = made !== undefined && 'limiter' in made ? made.limiter : undefined;
    const buckets = first === undefined || local === undefined ? undefined : perServer(first, local, now);
    const asked = global === undefined ? undefined : new GlobalLimiter(global, { addressesOf: this.#addressesOf });
    return {
      limiter: {
        take: (attributes, spelt, server = '') => {
          if (buckets !== undefined) {
            const { allowed } = buckets(server).take(attributes);
            this.#world.counts?.localLimit(local?.statPrefix ?? service, allowed);
            if (!allowed) return outcomes.localLimit;
          }
          return asked?.check(attributes, spelt).then((verdict) => this.#outcomeOf(verdict, service));
        },
      },
      close: () => asked?.close(),
    };
  }

  readonly #addressesOf = (cluster: string): readonly string[] | undefined =>
    this.#clusters.get(cluster)?.endpoints.map(({ address }) => hostKey(address));

  #outcomeOf(verdict: GlobalVerdict, service: string): Outcome | undefined {
    if (verdict.reason === 'failed') {
      this.#world.trouble(`The rate limit service of ${service} failed: ${verdict.failure}.`);
    }
    if (verdict.allowed) return undefined;
    return verdict.reason === 'over limit' ? outcomes.globalLimit : outcomes.limitService;
  }
}

/** The buckets of each server. All were full when the first were; `first` are those of the first server that is asked for. */
function perServer(first: LocalLimiter, config: LocalRateLimit, now: () => number): (server: string) => LocalLimiter {
  const start = now();
  const byServer = new Map<string, LocalLimiter>();
  return (server) => {
    const known = byServer.get(server);
    if (known !== undefined) return known;
    const made = byServer.size === 0 ? undefined : localLimiter(config, now, start);
    const limiter = made !== undefined && 'limiter' in made ? made.limiter : first;
    byServer.set(server, limiter);
    return limiter;
  };
}
