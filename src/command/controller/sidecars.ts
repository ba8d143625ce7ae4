import type { ApiClient } from '../../cluster/control/client.js';
import type { ControllerOptions } from '../../controller/options.js';
import type { Sidecars, SidecarsSettings } from '../../controller/sidecars/sidecars.js';
import { bracketed, parseAddress } from '../../envoy/address.js';
import { outboundCluster } from '../../envoy/cluster-name.js';
import { UsageError } from '../shell/errors.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import { startFailure } from '../shell/start-failure.js';
import type { runFlags } from './flags.js';
import type { LogLines } from './log-lines.js';
import { rootNamespace } from './settings.js';

type Flags = FilledFlagValues<typeof runFlags>;

const units: Readonly<Record<string, number>> = { m: 60, h: 3_600, d: 86_400, w: 604_800 };

export const needsEvidence =
  '--sidecars needs to know whom workloads call before it may hide anything. Add --sidecars-prometheus URL, or --sidecars-gateway NAMESPACE for HTTP alone.';

/** Raises `UsageError`. */
export function checkSidecarFlags(flags: Flags): void {
  if (!flags.sidecars) return;
  const listen = flags['sidecars-listen'];
  for (const [flag, address] of [
    ['sidecars-listen', listen === 'off' ? undefined : listen],
    ['sidecars-address', flags['sidecars-address']],
  ] as const) {
    if (address === undefined || parseAddress(address) !== undefined) continue;
    throw new UsageError(`--${flag} ${address} is not HOST:PORT. Write for example --${flag} 127.0.0.1:15013.`);
  }
  const { 'sidecars-prometheus': prometheus, 'sidecars-gateway': gateway } = flags;
  if (prometheus === undefined && gateway === undefined) {
    throw new UsageError(needsEvidence);
  }
  if (prometheus !== undefined && !/^https?:\/\/[^/]/.test(prometheus)) {
    throw new UsageError(
      `--sidecars-prometheus ${prometheus} is no address. Write for example http://prometheus.istio-system:9090.`,
    );
  }
  if (!/^\d+(?:ms|[smhdwy])$/.test(flags['sidecars-range'])) {
    throw new UsageError('--sidecars-range takes how far back, like 7d or 12h.');
  }
  forgetOf(flags);
}

/** In milliseconds. */
function forgetOf({ 'sidecars-forget': text }: Flags): number | undefined {
  if (text === undefined) return undefined;
  const [, number, unit = ''] = /^([1-9]\d*)([mhdw])$/.exec(text) ?? [];
  if (number === undefined) throw new UsageError('--sidecars-forget takes how long ago, like 30d or 12h.');
  return Number(number) * 1000 * (units[unit] ?? 1);
}

/** undefined: none are learnt. */
export async function sidecarsOf(
  flags: Flags,
  client: ApiClient,
  lines: LogLines,
  tls: ControllerOptions['tls'],
): Promise<ControllerOptions['sidecars']> {
  if (!flags.sidecars) return undefined;
  const { Sidecars } = await import('../../controller/sidecars/sidecars.js');
  const root = rootNamespace(flags);
  const domain = flags['cluster-domain'];
  const address = parseAddress(flags['sidecars-address'] ?? `aeraki.${root}.svc.${domain}:15013`);
  const url = flags['sidecars-prometheus'];
  const settings: SidecarsSettings = {
    rootNamespace: root,
    clusterDomain: domain,
    gateway: flags['sidecars-gateway'],
    accessLogCluster: outboundCluster(address?.host ?? '', address?.port ?? 0),
    prometheus:
      url === undefined ? undefined : { url, range: flags['sidecars-range'], every: flags['sidecars-every'] * 1000 },
    forget: forgetOf(flags),
    keep: flags['sidecars-keep'],
    ownNamespace: flags['sidecars-own-namespace'],
  };
  return (parts) =>
    new Sidecars({
      ...parts,
      ...{ settings, client },
      dryRun: flags['dry-run'] || flags['sidecars-dry-run'],
      adopt: flags.adopt === 'true',
      maxDelete: flags['max-delete'],
      log: (entry) => lines.log(entry),
      tls: { tls },
    });
}

export async function startSidecars(sidecars: Sidecars | undefined, flags: Flags, lines: LogLines): Promise<void> {
  const listen = flags['sidecars-listen'];
  if (sidecars === undefined || listen === 'off') return;
  const port = await sidecars.listen(listen).catch((error: unknown) => {
    throw startFailure(`listen on ${listen}`, '--sidecars-listen', error);
  });
  const address = `${bracketed(parseAddress(listen)?.host ?? '127.0.0.1')}:${port}`;
  lines.log({ level: 'info', event: 'access-logs', message: `Access logs are taken on ${address}`, address });
}
