import type { Provider } from './providers.js';

/** Providers that can share one ServiceEntry: whichever endpoint is chosen, every port is served by it. */
export interface Part {
  /** '' for the entry with the service's own host, else what is put behind it. */
  readonly suffix: string;
  readonly ports: readonly PartPort[];
  readonly providers: readonly Provider[];
}

export interface PartPort {
  readonly kind: string;
  readonly protocol: string;
  /** The port of the service: the number that most have, the lowest of several. */
  readonly number: number;
  /** All numbers that its providers have, in order. */
  readonly numbers: readonly number[];
}

/**
 * Puts the kept providers of a service into parts. Providers of one protocol share a port of the service, each with its
 * own number behind it. Several protocols share an entry where every address has all of them; Istio has no way to say
 * that an endpoint lacks a port, so otherwise those that fewer addresses have get an entry of their own.
 *
 * @param before numbers of the ports until now, by name: one stays while some provider has it, whoever comes and goes
 */
export function splitByPorts(
  providers: readonly Provider[],
  before: ReadonlyMap<string, number> = new Map(),
): readonly Part[] {
  const kinds = new Map<string, Provider[]>();
  for (const provider of providers) {
    const key = `${provider.port.name}${provider.instance.external ? ' external' : ''}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [provider]);
    else known.push(provider);
  }
  const ordered = [...kinds].sort(
    ([a, first], [b, second]) =>
      addressesOf(second).size - addressesOf(first).size || rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  const [main] = ordered;
  if (main === undefined) return [];
  const addresses = addressesOf(main[1]);
  const together: (typeof main)[] = [];
  const numbers = new Set<number>();
  const apart: (typeof main)[] = [];
  for (const kind of ordered) {
    const own = addressesOf(kind[1]);
    const number = commonNumber(kind[1], before);
    const fits = own.size === addresses.size && [...own].every((each) => addresses.has(each)) && !numbers.has(number);
    (fits ? together : apart).push(kind);
    if (fits) numbers.add(number);
  }
  const part = (suffix: string, list: readonly (typeof main)[]): Part => ({
    suffix,
    ports: list.map(([, own]) => ({
      kind: own[0]?.port.name ?? '',
      protocol: own[0]?.port.protocol ?? 'TCP',
      number: commonNumber(own, before),
      numbers: [...new Set(own.map(({ instance }) => instance.port))].sort((a, b) => a - b),
    })),
    providers: list.flatMap(([, own]) => own),
  });
  return [part('', together), ...apart.map((kind) => part(suffixOf(kind[0]), [kind]))];
}

function suffixOf(kind: string): string {
  return kind.replace(/^tcp-metaprotocol-|^http2-|^http-/, '').replace(' ', '-');
}

/** What rules are written for comes first, what is outside the mesh last. */
function rank(kind: string): number {
  if (kind.endsWith(' external')) return 2;
  return kind.startsWith('tcp-metaprotocol-') ? 0 : 1;
}

function addressesOf(providers: readonly Provider[]): ReadonlySet<string> {
  return new Set(providers.map(({ instance, registryName }) => `${registryName} ${instance.address}`));
}

/** The number until now if somebody still has it, else the one that most have, the lowest of several. */
function commonNumber(providers: readonly Provider[], before: ReadonlyMap<string, number>): number {
  const counts = new Map<number, number>();
  for (const { instance } of providers) counts.set(instance.port, (counts.get(instance.port) ?? 0) + 1);
  const old = before.get(providers[0]?.port.name ?? '');
  if (old !== undefined && counts.has(old)) return old;
  const [best] = [...counts].sort(([a, times], [b, others]) => others - times || a - b);
  return best?.[0] ?? 0;
}
