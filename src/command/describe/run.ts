import { existsSync } from 'node:fs';
import { catalogue } from '../../diagnostics/catalogue.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic, Finding } from '../../diagnostics/diagnostic.js';
import type { FoundMeshConfig } from '../../index/mesh-config.js';
import { describe } from '../../inspect/describe/describe.js';
import type { Description } from '../../inspect/describe/link.js';
import { readProxy } from '../../inspect/describe/proxy.js';
import type { Rules } from '../../inspect/describe/rules.js';
import { survey } from '../../inspect/describe/survey.js';
import { descriptionText, surveyText } from '../../inspect/describe/text.js';
import { addressesOfProxy } from '../../inspect/diff/addresses.js';
import type { Dump } from '../../inspect/dump.js';
import { json } from '../../output/json.js';
import { printable } from '../../output/printable.js';
import { exitCodeOf } from '../input/dump/exit-code.js';
import { readDumps, type Sourced } from '../input/dump/source.js';
import { isRendered, readInputs, wantsCluster, wantsOther, wantsRegistry } from '../input/inputs.js';
import { translateSide } from '../input/side.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues, FlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { describeFlags } from './flags.js';

export interface DescribeFlags
  extends FilledFlagValues<typeof describeFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'>,
    Pick<FlagValues<typeof globalFlags>, 'show-secrets'> {}

/** Runs `aeraki describe`: exit 79 when a link is broken. */
export async function runDescribe(
  words: readonly string[],
  flags: DescribeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const [first, ...others] = words;
  // A first word that is a file or directory is no host: then all services are shown.
  const all = first === undefined || (!/:\d+$/.test(first) && (first === '-' || existsSync(first)));
  const positional = all ? words : others;
  if (all) return surveyAll([...positional, ...flags.filename], flags, terminal);
  const { host, port } = splitTarget(first);
  const paths = [...positional, ...flags.filename];
  const sourced = await readDump(flags, terminal);
  const dump = sourced?.dump;
  if (dump === undefined && paths.length === 0 && !wantsMore(flags)) {
    throw new UsageError(
      'Nothing to look at. Name files with rules, a dump (--dump), a pod (--pod) or a cluster (--context).',
    );
  }
  // With a pod --context says where the pod is; its rules are asked for with -A.
  const ruled = wantsCluster(flags) && (flags.pod === undefined || flags['all-namespaces'] === true);
  const hasRules = paths.length > 0 || ruled || wantsRegistry(flags) || isRendered(flags);
  const { rules, findings } = hasRules ? await readRules(paths, flags, dump) : { rules: undefined, findings: [] };
  const chain = describe({ host, port, rules, proxy: dump && readProxy(dump, sourced?.pod?.image) });
  const result = flags.from === undefined ? chain : await seenFrom(flags.from, chain, paths, flags);
  await write(result, flags, terminal);
  if (dump !== undefined && !dump.has('endpoints')) {
    await terminal.stderr.write('The dump has no endpoints: take it with /config_dump?include_eds to see them.\n');
  }
  const diagnostics = diagnose([...findings, ...(dump?.findings ?? [])]);
  await printDiagnostics(terminal.stderr, diagnostics.filter(isOfInput));
  const isBroken = result.ports.some(({ links }) => links.some(({ ok }) => !ok));
  return worst(exitCodeOf(diagnostics), isBroken ? exit.findings : exit.fine);
}

/** Every service of the rules with its state: exit 79 when one of them is broken. */
async function surveyAll(paths: readonly string[], flags: DescribeFlags, terminal: Terminal): Promise<ExitCode> {
  if (paths.length === 0 && !wantsMore(flags)) {
    throw new UsageError('No service. Name a host, or HOST:PORT; with files alone all their services are shown.');
  }
  const { rules, findings } = await readRules(paths, flags, undefined);
  const services = survey(rules);
  const { palette, width } = await terminal.stdout.style();
  const colours = { good: palette.good, bad: palette.error, strong: palette.bold };
  if (flags.output === 'json') await terminal.stdout.write(json({ services }));
  else if (services.length > 0) await terminal.stdout.write(surveyText(services, colours, width));
  if (services.length === 0) {
    await terminal.stderr.write(
      'No service here has a port of Aeraki: names begin with tcp-metaprotocol-, tcp-dubbo, …\n',
    );
  }
  const diagnostics = diagnose(findings);
  await printDiagnostics(terminal.stderr, diagnostics.filter(isOfInput));
  const isBroken = services.some(({ ports }) => ports.some(({ links }) => links.some(({ ok }) => !ok)));
  return worst(exitCodeOf(diagnostics), isBroken ? exit.findings : exit.fine);
}

/** Whether rules are named that are no files. */
function wantsMore(flags: DescribeFlags): boolean {
  return wantsOther(flags) || isRendered(flags);
}

function splitTarget(target: string): { readonly host: string; readonly port: number | undefined } {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(target) ?? [];
  if (host === undefined) {
    if (target.includes(':')) throw new UsageError(`${printable(target)} is not HOST[:PORT].`);
    return { host: target, port: undefined };
  }
  return { host, port: Number(port) };
}

/** The chain with a link for what the caller sees. */
async function seenFrom(
  from: string,
  chain: Description,
  paths: readonly string[],
  flags: DescribeFlags,
): Promise<Description> {
  const { readTarget } = await import('../input/workload/target.js');
  const { withScope } = await import('../../inspect/describe/scope.js');
  const { mesh, workload } = await readTarget(from, paths, flags);
  return withScope(chain, mesh, workload);
}

async function readDump(flags: DescribeFlags, terminal: Terminal): Promise<Sourced | undefined> {
  if (flags.dump === undefined && flags['admin-address'] === undefined && flags.pod === undefined) return undefined;
  const namespace = flags.namespace === 'default' ? undefined : flags.namespace;
  const source = { ...flags, file: flags.dump, namespace, selector: undefined, 'all-pods': false };
  const [sourced] = await readDumps(flags.pod, source, (line) => terminal.stderr.write(`${line}\n`));
  return sourced;
}

async function readRules(
  paths: readonly string[],
  flags: DescribeFlags,
  dump: Dump | undefined,
): Promise<{ readonly rules: Rules; readonly findings: readonly Finding[] }> {
  const loaded = await readInputs(paths, flags);
  const addresses = dump === undefined ? new Map<string, readonly string[]>() : addressesOfProxy(dump);
  const meshConfig = await meshConfigOf(flags);
  const { translateOptions, translated } = await translateSide(loaded, flags, addresses, meshConfig);
  const { analyse } = await import('../../validate/analysis/analyse.js');
  const { index, translation } = translated;
  const analysis = await analyse([...index.byId.values()], index, translateOptions);
  // What the API server, the webhook and istiod refuse never comes to be, however well the rest of it is written.
  const { validate } = await import('../../validate/validate.js');
  const { parseYaml } = await import('../../load/parse-yaml.js');
  const layers = new Set(['schema', 'webhook', 'istio'] as const);
  const refusals = await validate(
    { judged: loaded.resources, known: [] },
    { layers, translate: translateOptions, parseYaml },
  );
  const others = translated.findings.filter(({ code }) => catalogue[code].layer !== 'schema');
  const { causesOnly } = await import('../../validate/causes.js');
  const findings = causesOnly([...others, ...refusals, ...translation.findings, ...analysis]);
  const translatedOf = new Set(index.byId.values());
  const leftOut = loaded.resources.filter((resource) => !translatedOf.has(resource));
  return { rules: { index, translation, findings, leftOut }, findings: translated.findings };
}

async function meshConfigOf(flags: DescribeFlags): Promise<FoundMeshConfig | undefined> {
  if (flags['mesh-config'] === undefined) return undefined;
  const { readMeshConfigFile } = await import('../input/mesh-config-file.js');
  return readMeshConfigFile(flags['mesh-config']);
}

async function write(result: Description, flags: DescribeFlags, terminal: Terminal): Promise<void> {
  if (flags.output === 'json') return terminal.stdout.write(json(result));
  const { palette, width } = await terminal.stdout.style();
  const colours = { good: palette.good, bad: palette.error, strong: palette.bold };
  return terminal.stdout.write(descriptionText(result, colours, width));
}

/** What is about the input and no service: it stands in no chain. The mesh config is for all of them. */
function isOfInput({ layer, severity, resource }: Diagnostic): boolean {
  return severity !== 'info' && (layer === 'input' || resource === undefined || resource.kind === 'ConfigMap');
}
