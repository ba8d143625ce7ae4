import type { Host } from './balancer.js';

/** Each host's share of the whole, and the least and the greatest of the shares. */
export interface Shares {
  readonly shares: readonly { readonly address: string; readonly share: number }[];
  readonly least: number;
  readonly greatest: number;
}

export function sharesOf(hosts: readonly Host[]): Shares {
  const total = hosts.reduce((sum, { weight }) => sum + weight, 0);
  const shares = hosts.map(({ address, weight }) => ({ address, share: weight / total }));
  const least = shares.reduce((most, { share }) => Math.min(most, share), 1);
  return { shares, least, greatest: shares.reduce((most, { share }) => Math.max(most, share), 0) };
}
