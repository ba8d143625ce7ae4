import type { Address } from '../../../envoy/address.js';
import { parseAddress } from '../../../envoy/address.js';
import { UsageError } from '../../shell/errors.js';

/** What `--listen` asks for. */
export interface ListenWish {
  readonly host: string;
  /** Undefined: the service's only metaprotocol port. */
  readonly port: number | undefined;
  /** Undefined: loopback, at the service's port. */
  readonly address: Address | undefined;
  /** As it was written, for messages. */
  readonly text: string;
}

const loopback = '127.0.0.1';

/** Reads `HOST[:PORT][=[ADDRESS:]PORT]`. Raises `UsageError`. */
export function parseListen(text: string): ListenWish {
  const at = text.indexOf('=');
  const service = at < 0 ? text : text.slice(0, at);
  const where = at < 0 ? undefined : text.slice(at + 1);
  const [, host = '', digits] = /^([^:\s]+)(?::(\d{1,5}))?$/.exec(service) ?? [];
  const address = where === undefined ? undefined : parseWhere(where);
  const port = digits === undefined ? undefined : Number(digits);
  if (host === '' || (where !== undefined && address === undefined) || (port ?? 1) < 1 || (port ?? 1) > 65_535) {
    throw new UsageError(
      `--listen ${text} is not HOST=ADDRESS:PORT. Write for example --listen orders.shop.svc.cluster.local=127.0.0.1:20880.`,
    );
  }
  return { host, port, address, text };
}

/** A port alone is one of loopback. */
function parseWhere(text: string): Address | undefined {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return { host: loopback, port: Number(text) };
  return parseAddress(text);
}

/** Reads every `CLUSTER=HOST:PORT[,HOST:PORT…]`; one cluster may be named several times. Raises `UsageError`. */
export function parseUpstreams(texts: readonly string[]): ReadonlyMap<string, readonly Address[]> {
  const upstreams = new Map<string, Address[]>();
  for (const text of texts) {
    const at = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(0, at));
    const addresses = text
      .slice(at + 1)
      .split(',')
      .map(parseAddress);
    const valid = /^(?:outbound\|\d{1,5}\|[^|]*\|[^|]+|inbound\|\d{1,5}\|\|)$/.test(name);
    if (!valid || addresses.some((address) => address === undefined || address.port === 0)) {
      throw new UsageError(
        `--upstream ${text} is not CLUSTER=HOST:PORT. Write for example --upstream 'outbound|20880|v1|orders.shop.svc.cluster.local=127.0.0.1:20881'; \`aeraki route\` names the clusters.`,
      );
    }
    const known = upstreams.get(name) ?? [];
    upstreams.set(name, [...known, ...addresses.flatMap((address) => address ?? [])]);
  }
  return upstreams;
}
