import { diagnose } from '../../diagnostics/diagnose.js';
import { nearest } from '../../diagnostics/nearest.js';
import { type ProxyStatus, sortedProxies, syncTable } from '../../inspect/sync/sync.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { tablePieces } from '../../output/table.js';
import { exitCodeOf } from '../input/dump/exit-code.js';
import { type Gathered, ofCluster, ofDump, ofPort } from '../input/dump/proxy-states.js';
import { adminPort, readFileDump } from '../input/dump/source.js';
import { UsageError } from '../shell/errors.js';
import type { ExitCode } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { proxyStatusFlags } from './flags.js';

export interface ProxyStatusFlags extends FilledFlagValues<typeof proxyStatusFlags> {}

/**
 * Shows how far proxies are in step with their control planes: of the dumps and ports that are named, else what every istiod of the
 * cluster says. Raises `UsageError`, `InputError`, `ClusterFailure`.
 */
export async function proxyStatus(
  target: string | undefined,
  flags: ProxyStatusFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const gathered = await gather(flags);
  const all = gathered.flatMap(({ proxies }) => proxies);
  const proxies = chosen(all, target, flags.namespace);
  if (flags.output === 'short') {
    const { headings, rows } = syncTable(proxies);
    const { width } = await terminal.stdout.style();
    await terminal.stdout.write(tablePieces(headings, rows, { width }));
  } else await terminal.stdout.write(await data(sortedProxies(proxies), flags.output));
  const diagnostics = diagnose(gathered.flatMap(({ findings }) => findings));
  await printDiagnostics(terminal.stderr, diagnostics);
  return exitCodeOf(diagnostics);
}

async function gather(flags: ProxyStatusFlags): Promise<readonly Gathered[]> {
  const { file, 'admin-address': addresses, kubeconfig, context, istioNamespace } = flags;
  if (file.length === 0 && addresses.length === 0) {
    return [{ proxies: await ofCluster({ kubeconfig, context, istioNamespace }), findings: [] }];
  }
  const gathered: Gathered[] = [];
  for (const path of file) gathered.push(ofDump(await readFileDump(path)));
  for (const address of addresses) gathered.push(await ofPort(await adminPort(address)));
  return gathered;
}

function chosen(
  all: readonly ProxyStatus[],
  target: string | undefined,
  namespace: string | undefined,
): readonly ProxyStatus[] {
  const within = namespace === undefined ? all : all.filter(({ name }) => name.endsWith(`.${namespace}`));
  if (target === undefined) return within;
  const name = target.replace(/^pods?\//, '');
  const found = within.filter((each) => each.name === name || each.name.startsWith(`${name}.`));
  if (found.length > 0) return found;
  const near = nearest(
    name,
    within.map((each) => each.name),
  );
  const hint = near === undefined ? '`aeraki proxy-status` without a name lists them all.' : `Did you mean ${near}?`;
  throw new UsageError(printable(`No proxy is called ${target}. ${hint}`));
}

async function data(proxies: readonly ProxyStatus[], output: 'json' | 'yaml'): Promise<string> {
  if (output === 'json') return json(proxies);
  const { toYaml } = await import('../../output/yaml.js');
  return toYaml(proxies);
}
