/** An endpoint of a cluster, as far as choosing it needs. */
export interface Host {
  /** `ip:port`, `[ip]:port` for IPv6: what Envoy hashes. */
  readonly address: string;
  /** A positive whole number; 1 where it is left out. */
  readonly weight?: number | undefined;
}

/** Chooses the endpoint of a cluster for each request. Made anew when the endpoints change. */
export interface Balancer<H extends Host> {
  /**
   * The endpoint for a request, undefined when there is none at all.
   * @param key what `hashKey` made of the request; balancers that do not hash do not look at it
   * @param attempt 0 for the first choice, then 1, 2, … when the earlier ones could not be used. The endpoint of a later
   *   attempt may be one that was tried before: `candidates` leaves those out
   */
  choose(key: bigint | undefined, attempt: number): H | undefined;
  /** How many attempts reach every endpoint that can be reached; more are of no use. */
  readonly attempts: number;
  readonly hosts: readonly H[];
}

/**
 * The endpoints for a request, best first, each once: when one fails the next is tried. What the balancer's own attempts
 * do not reach comes last, in the order of the cluster.
 * @param key as `Balancer.choose` takes it
 */
export function* candidates<H extends Host>(balancer: Balancer<H>, key: bigint | undefined): Generator<H> {
  const tried = new Set<H>();
  for (let attempt = 0; attempt < balancer.attempts && tried.size < balancer.hosts.length; attempt++) {
    const host = balancer.choose(key, attempt);
    if (host === undefined || tried.has(host)) continue;
    tried.add(host);
    yield host;
  }
  for (const host of balancer.hosts) if (!tried.has(host)) yield host;
}

/** Each host's share of the whole, and the least and the greatest of the shares. */
export interface Shares<H extends Host> {
  readonly shares: readonly { readonly host: H; readonly share: number }[];
  readonly least: number;
  readonly greatest: number;
}

export function sharesOf<H extends Host>(hosts: readonly H[]): Shares<H> {
  const total = hosts.reduce((sum, { weight }) => sum + (weight ?? 1), 0);
  const shares = hosts.map((host) => ({ host, share: (host.weight ?? 1) / total }));
  const all = shares.map(({ share }) => share);
  return { shares, least: Math.min(...all), greatest: Math.max(...all) };
}
