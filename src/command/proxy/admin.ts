import { createHash } from 'node:crypto';
import { type Address, parseAddress } from '../../envoy/address.js';
import { type AdminServer, createAdminServer } from '../../proxy/admin/server.js';
import type { AdminView } from '../../proxy/admin/view.js';
import { hostKey } from '../../proxy/balance/balancer.js';
import type { ProxyConfig } from '../../proxy/config.js';
import { isLoopbackName } from '../../xds/admin/host.js';
import { UsageError } from '../shell/errors.js';
import { startFailure } from '../shell/start-failure.js';
import type { Stream } from '../shell/terminal.js';

const defaultAdmin = '127.0.0.1:15000';

/** Where `--admin` wants the admin port; undefined: nowhere. Raises `UsageError`. */
export function adminAddress(flag: string | undefined): Address | undefined {
  if (flag === 'off') return undefined;
  const address = parseAddress(flag ?? defaultAdmin);
  if (address !== undefined) return address;
  throw new UsageError(`--admin ${flag} is not HOST:PORT, nor off. Write for example --admin ${defaultAdmin}.`);
}

/**
 * Starts the admin port and says where it is. The default address may be taken, by another proxy most likely: then there
 * is none. Raises `FailureError` when an address that was named cannot be had.
 */
export async function startAdmin(
  view: AdminView,
  flag: string | undefined,
  stderr: Stream,
): Promise<AdminServer | undefined> {
  const wanted = adminAddress(flag);
  if (wanted === undefined) return undefined;
  const server = createAdminServer(view);
  try {
    const address = await server.start(wanted);
    const place = hostKey(address);
    await stderr.write(`Admin port on http://${place}/ (aeraki proxy-config all --admin-address ${place})\n`);
    if (!isLoopbackName(address.host)) {
      await stderr.write('Everyone who reaches the admin port can read the configuration and the statistics.\n');
    }
    return server;
  } catch (error) {
    if (flag !== undefined) throw startFailure(`listen on ${flag}`, '--admin', error);
    await stderr.write(`No admin port: ${defaultAdmin} is in use. --admin HOST:PORT chooses another address.\n`);
    return undefined;
  }
}

/** A version for listeners and clusters: the same content has the same one. */
export function versionOf({ listeners, clusters }: ProxyConfig): string {
  const content = JSON.stringify([listeners, [...clusters.values()]]);
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
