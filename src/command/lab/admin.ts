import { parseAddress } from '../../envoy/address.js';
import { createLabPage, type LabPage } from '../../lab/page/server.js';
import { hostKey } from '../../proxy/balance/balancer.js';
import { isLoopbackName } from '../../xds/admin/host.js';
import { UsageError } from '../shell/errors.js';
import { startFailure } from '../shell/start-failure.js';
import type { Stream } from '../shell/terminal.js';
import type { Session } from './session.js';

const usual = { host: '127.0.0.1', port: 15_020 };

/** Where `--admin` wants the page; undefined: nowhere. Raises `UsageError`. */
export function pageAddress(flag: string | undefined) {
  if (flag === 'off') return undefined;
  const address = flag === undefined ? usual : parseAddress(flag);
  if (address === undefined) {
    throw new UsageError(`--admin ${flag} is not HOST:PORT, nor off. Write for example --admin 127.0.0.1:15020.`);
  }
  return address;
}

/**
 * Starts the page and says where it is; where the usual address is taken, a free one. Raises `FailureError` when an
 * address that was named cannot be had.
 */
export async function startPage(
  session: Session,
  flag: string | undefined,
  stderr: Stream,
): Promise<LabPage | undefined> {
  const wanted = pageAddress(flag);
  if (wanted === undefined) return undefined;
  const page = createLabPage(
    () => session.state,
    () => session.news,
  );
  let address = wanted;
  try {
    address = await page.start(wanted).catch((error: unknown) => {
      if (flag !== undefined) throw error;
      return page.start({ ...wanted, port: 0 });
    });
  } catch (error) {
    throw startFailure(`listen on ${flag}`, '--admin', error);
  }
  await stderr.write(`Page on http://${hostKey(address)}/\n`);
  if (!isLoopbackName(address.host)) await stderr.write('Everyone who reaches the page can read what is counted.\n');
  return page;
}
