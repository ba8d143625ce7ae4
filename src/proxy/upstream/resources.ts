/** What a DestinationRule's connectionPool bounds, in numbers; left out: no bound, as Istio has it. */
export interface PoolLimits {
  /** `tcp.maxConnections`: connections to all endpoints of the cluster. */
  readonly maxConnections?: number;
  /** `http.http1MaxPendingRequests`: requests that wait for a connection. */
  readonly maxPending?: number;
  /** `http.maxRequestsPerConnection`. */
  readonly maxRequestsPerConnection?: number;
}

/** What all endpoints of a cluster have together. */
export interface Counted {
  readonly connections: number;
  readonly pending: number;
}

/** The circuit breakers of a cluster (Envoy's resource manager). */
export class Resources {
  readonly maxPending: number;
  readonly maxRequestsPerConnection: number;
  readonly #maxConnections: number;
  readonly #pools: () => Iterable<Counted>;

  constructor(limits: PoolLimits | undefined, pools: () => Iterable<Counted>) {
    this.#maxConnections = limits?.maxConnections ?? Number.POSITIVE_INFINITY;
    this.maxPending = limits?.maxPending ?? Number.POSITIVE_INFINITY;
    this.maxRequestsPerConnection = limits?.maxRequestsPerConnection ?? Number.POSITIVE_INFINITY;
    this.#pools = pools;
  }

  mayConnect(): boolean {
    return this.#maxConnections === Number.POSITIVE_INFINITY || this.#sum('connections') < this.#maxConnections;
  }

  /** A request that finds no free connection waits, if only for one that is being made. */
  mayWait(): boolean {
    return this.maxPending === Number.POSITIVE_INFINITY || this.#sum('pending') < this.maxPending;
  }

  #sum(what: keyof Counted): number {
    let sum = 0;
    for (const pool of this.#pools()) sum += pool[what];
    return sum;
  }
}
