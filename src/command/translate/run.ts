import { isIP } from 'node:net';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { exitCodeOf } from '../../diagnostics/exit-code.js';
import type { Translate } from '../../edition/live-translation.js';
import type { FoundMeshConfig } from '../../index/mesh-config.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { Loaded } from '../../load/loaded.js';
import { withoutProxyKinds } from '../../load/without-proxy-kinds.js';
import type { Resource } from '../../model/resource.js';
import { printable } from '../../output/printable.js';
import { translationFormats } from '../../output/translation/formats.js';
import { select, type TranslationKind, type TranslationView, translationKinds } from '../../output/translation/view.js';
import { type Translated, translateLoaded } from '../../pipeline.js';
import type { TranslateOptions } from '../../translate/options.js';
import type { PlacementRow } from '../../translate/placement/placement.js';
import { clusterOptions } from '../input/inputs.js';
import { translateOptions } from '../input/translate-options.js';
import { UsageError } from '../shell/errors.js';
import type { ExitCode } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { Progress } from '../shell/progress.js';
import type { translateFlags } from './flags.js';

/** The flags of `aeraki translate` (cli.md section 2). */
export interface TranslateFlags
  extends FilledFlagValues<typeof translateFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'> {}

/** What a run says, ready to be written; nothing has been written yet. */
export interface TranslateReport extends Translated {
  readonly view: TranslationView;
  /** Whether istiod places each EnvoyFilter of the view, with `--placement`. */
  readonly placement?: readonly PlacementRow[];
  /** Lines for standard error beside the diagnostics. */
  readonly notes: readonly string[];
  readonly exitCode: ExitCode;
}

/** Translates what `read` gives, under a watch by what keeps what it can. Raises what that raises, and `UsageError` for a flag that makes no sense. */
export async function runTranslate(
  read: () => Promise<Loaded>,
  flags: TranslateFlags,
  progress: Progress,
  translate: Translate = translateLoaded,
): Promise<TranslateReport> {
  const options = translateOptions(flags, await givenAddresses(flags));
  const meshConfig = await readMeshConfig(flags['mesh-config']);
  progress.step('reading');
  const inputs = await read();
  const loaded = withoutProxyKinds(inputs);
  progress.step('translating');
  const translated = await translate(loaded, options, { meshConfig, refusals: true });
  const kinds = flags.to ?? defaultKinds(flags);
  const view = select(translated.translation, kinds);
  const placement = flags.placement ? await placementOf(translated, view, options, inputs.resources) : undefined;
  return {
    ...translated,
    view,
    ...(placement === undefined ? {} : { placement }),
    notes: [...notes(translated, flags, kinds), ...notPlaced(placement, flags)],
    exitCode: exitCode(translated.diagnostics),
  };
}

/** `resources`: all that was read, EndpointSlices too, which translation passes over. */
async function placementOf(
  { index }: Translated,
  view: TranslationView,
  { rootNamespace }: TranslateOptions,
  resources: readonly Resource[],
): Promise<readonly PlacementRow[]> {
  const { predictPlacement } = await import('../../translate/placement/predict.js');
  const { rowOf } = await import('../../translate/placement/placement.js');
  const { envoyFilters } = view;
  return predictPlacement({ envoyFilters }, index, rootNamespace, resources).map(rowOf);
}

/** JSON has the placements in it; with the other formats those that fail are said beside the result. */
function notPlaced(placement: readonly PlacementRow[] = [], { output }: TranslateFlags): readonly string[] {
  if (output === 'json') return [];
  const missing = placement.filter(({ placed }) => !placed);
  const lines = missing.map(({ envoyFilter, listener, reason }) =>
    printable(`${envoyFilter} is not placed at ${listener}: ${reason}.`),
  );
  const placed = placement.length - missing.length;
  return placement.length === 0
    ? []
    : [...lines, `istiod places ${placed} of ${count(placement.length, 'EnvoyFilter')}.`];
}

/** The result as text in the chosen format. */
export async function formatTranslation(
  report: TranslateReport,
  flags: TranslateFlags,
): Promise<string | Iterable<string>> {
  const format = await translationFormats[flags.output]();
  return format(report.view, report.diagnostics, report.placement);
}

/** What `--address` and `--lookup-addresses` say. */
async function givenAddresses(flags: TranslateFlags): Promise<TranslateOptions['addresses']> {
  const addresses = parseAddresses(flags.address);
  if (flags['lookup-addresses']) {
    const { lookupClusterIPs } = await import('../../cluster/addresses.js');
    const found = await lookupClusterIPs({
      ...clusterOptions(flags),
      allNamespaces: true,
      clusterDomain: flags['cluster-domain'],
    });
    // What the user wrote out counts more than what the cluster says.
    for (const [host, list] of found) if (!addresses.has(host)) addresses.set(host, list);
  }
  return addresses;
}

/** `HOST=IP`, also repeated for one host or with several addresses by comma. */
function parseAddresses(list: readonly string[]): Map<string, readonly string[]> {
  const addresses = new Map<string, readonly string[]>();
  for (const text of list) {
    const [, host = '', ips = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    const values = ips.split(',');
    if (host === '' || values.some((ip) => isIP(ip) === 0)) {
      throw new UsageError(`--address ${text} is not HOST=IP. Write for example --address demo.example.com=10.0.0.1.`);
    }
    addresses.set(host, [...(addresses.get(host) ?? []), ...values]);
  }
  return addresses;
}

async function readMeshConfig(path: string | undefined): Promise<FoundMeshConfig | undefined> {
  if (path === undefined) return undefined;
  const { readMeshConfigFile } = await import('../input/mesh-config-file.js');
  return readMeshConfigFile(path);
}

/** YAML on standard output goes to `kubectl apply`, which knows no route configurations. */
function defaultKinds(flags: TranslateFlags): readonly TranslationKind[] {
  const forKubectl = flags.output === 'yaml' && flags['output-dir'] === undefined && flags.check === undefined;
  return forKubectl ? ['envoyfilter', 'virtualservice'] : translationKinds;
}

function notes(
  { translation, loaded, index }: Translated,
  flags: TranslateFlags,
  kinds: readonly TranslationKind[],
): string[] {
  const result = unknownHosts(flags, index).map(printable);
  const routes = translation.routeConfigurations.length;
  if (routes > 0 && !kinds.includes('rds') && flags.to === undefined) {
    result.push(
      `${count(routes, 'route configuration')} served over RDS not shown; add --to rds to print, or use -o json.`,
    );
  }
  const skipped = loaded.documents.flatMap((document) => (document.status === 'skipped' ? [document] : []));
  if (skipped.length > 0 && !flags.verbose) {
    result.push(`${count(skipped.length, 'document')} passed over; --verbose lists them.`);
  }
  if (flags.verbose) {
    for (const { source, id, reason } of skipped) {
      const name = [id.kind, id.name].filter(Boolean).join(' ');
      result.push(printable(`Passed over ${source.file}:${source.line}${name ? ` (${name})` : ''}: ${reason}`));
    }
    result.push(`Read ${count(loaded.resources.length, 'resource')} from ${count(loaded.files, 'file')}.`);
  }
  return result;
}

/** Hosts that a flag names and no service has: most likely misspelt, and the result lacks them without a word. */
function unknownHosts(flags: TranslateFlags, index: MeshIndex): string[] {
  const isKnown = (host: string) => index.servicesByFirstHost.has(host) || index.metaRoutersByHost.has(host);
  const named = [
    ...flags.service.map((host) => ['--service', host] as const),
    ...flags.address.map((text) => ['--address', text.slice(0, text.indexOf('='))] as const),
  ];
  return named
    .filter(([, host]) => !isKnown(host))
    .map(([flag, host]) => `No service of the input has the host ${host}, which ${flag} names. Check its spelling.`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** 65 when an input could not be read or parsed, 79 for any other error; the result is complete all the same. */
export function exitCode(diagnostics: readonly Diagnostic[]): ExitCode {
  return exitCodeOf(diagnostics);
}
