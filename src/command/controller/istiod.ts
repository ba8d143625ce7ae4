import type { ControllerOptions } from '../../controller/options.js';
import { parseAddress } from '../../envoy/address.js';
import type { IstiodEndpoint } from '../../istiod/endpoint.js';
import type { TranslateOptions } from '../../translate/options.js';
import { UsageError } from '../shell/errors.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { runFlags } from './flags.js';
import type { istiodFlags } from './istiod-flags.js';

export type IstiodFlags = FilledFlagValues<typeof istiodFlags>;

/** istiod's port without TLS. */
const plainPort = 15010;

/** The istiod that the configuration comes from; undefined: it comes from the API server. Raises `UsageError`. */
export function configIstiod(flags: IstiodFlags): IstiodEndpoint | undefined {
  const source = flags['config-source'];
  if (source === 'cluster') return undefined;
  const address = source.startsWith('istiod=') ? source.slice('istiod='.length) : '';
  const parsed = parseAddress(address);
  if (parsed === undefined) {
    throw new UsageError(
      `--config-source ${source} is neither cluster nor istiod=HOST:PORT. Write for example --config-source istiod=istiod.istio-system.svc:15012.`,
    );
  }
  return endpointOf(flags, address, !flags['istiod-plaintext'] && parsed.port !== plainPort);
}

/** The istiod whose authority signs the route server's certificate; undefined: none. Raises `UsageError`. */
export function certificateIstiod(
  flags: Omit<IstiodFlags, 'config-source' | 'istiod-plaintext'> &
    Pick<FilledFlagValues<typeof runFlags>, 'tls-istiod' | 'tls-cert'>,
): IstiodEndpoint | undefined {
  const address = flags['tls-istiod'];
  if (address === undefined) return undefined;
  if (parseAddress(address) === undefined) {
    throw new UsageError(
      `--tls-istiod ${address} is not HOST:PORT. Write for example --tls-istiod istiod.istio-system.svc:15012.`,
    );
  }
  if (flags['tls-cert'] !== undefined) {
    throw new UsageError('--tls-istiod and --tls-cert are two certificates for one server. Leave one of them out.');
  }
  return endpointOf(flags, address, true);
}

function endpointOf(
  flags: Omit<IstiodFlags, 'config-source' | 'istiod-plaintext'>,
  address: string,
  tls: boolean,
): IstiodEndpoint {
  const { 'istiod-ca': ca, 'istiod-token': token, 'istiod-server-name': serverName } = flags;
  return { address, tls, ca, token, serverName };
}

/** For the controller: who tells Services and the Istio kinds. Loaded only where it is asked for. */
export async function elsewhere(
  flags: IstiodFlags,
  context: string,
  { rootNamespace, clusterDomain }: Pick<TranslateOptions, 'rootNamespace' | 'clusterDomain'>,
): Promise<ControllerOptions['elsewhere']> {
  const endpoint = configIstiod(flags);
  if (endpoint === undefined) return undefined;
  const { IstiodConfig } = await import('../../istiod/config.js');
  return (listen) => new IstiodConfig({ endpoint, context, rootNamespace, clusterDomain, ...listen });
}
