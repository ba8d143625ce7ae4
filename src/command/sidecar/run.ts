import { diagnose } from '../../diagnostics/diagnose.js';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { exitCodeOf } from '../../diagnostics/exit-code.js';
import { lazyFindings } from '../../lazyxds/findings.js';
import { fixedObjects } from '../../lazyxds/fixed.js';
import { lazyXds } from '../../lazyxds/lazyxds.js';
import type { Access } from '../../lazyxds/learn.js';
import { discoverySelectors } from '../../lazyxds/selectors.js';
import { parseYaml } from '../../load/parse-yaml.js';
import { sidecarAdmission } from '../../scope/admission.js';
import type { Workload } from '../../scope/sidecar.js';
import { createViewer, scopeView } from '../../scope/view.js';
import { checkCalls } from '../../sidecar/check.js';
import { ruleGraph } from '../../sidecar/closure.js';
import { estimate } from '../../sidecar/estimate.js';
import { callGraph } from '../../sidecar/graph.js';
import { sidecarObjects } from '../../sidecar/objects.js';
import { providersIn } from '../../sidecar/providers.js';
import type { SidecarReport } from '../../sidecar/report.js';
import { smallestImports } from '../../sidecar/smallest.js';
import { type Call, callsOf } from '../../traffic/calls.js';
import type { MeshWorkload, Workloads } from '../../traffic/workloads.js';
import { type MeshFlags, readMesh, type SidecarInputs } from '../input/workload/inputs.js';
import { InputError, UsageError } from '../shell/errors.js';
import type { ExitCode } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { Progress } from '../shell/progress.js';
import { type ReadLog, readAllMetrics, readDumps, readJsonFile, readLogs } from './evidence.js';
import type { sidecarFlags } from './flags.js';

export interface SidecarFlags extends FilledFlagValues<typeof sidecarFlags> {}

/** What a run found, ready to be written. */
export interface SidecarRun extends SidecarReport {
  readonly exitCode: ExitCode;
}

/** Learns from traffic what each workload has to see. */
export async function runSidecar(
  paths: readonly string[],
  flags: SidecarFlags,
  progress: Progress,
): Promise<SidecarRun> {
  if (flags['access-log'].length + flags.metrics.length + flags.dump.length === 0) {
    throw new UsageError(
      'No evidence. Name access logs (--access-log), metrics (--metrics) or counters (--dump), or ask for --scope or --lazy.',
    );
  }
  progress.step('reading resources');
  const inputs = await readMesh(paths, flags);
  const { mesh, workloads, loaded } = inputs;
  const since = sinceOf(flags.since);
  const format = flags['log-format'];
  const formats = format === undefined ? mesh.settings.logFormats : [format];
  const logs = [
    ...(await readLogs(flags['access-log'], { formats, since, source: flags.source }, progress)),
    ...(await readDumps(flags.dump, flags.source)),
  ];
  const metrics = await readAllMetrics(flags.metrics, flags.range);
  progress.step('putting together');
  const measured = metrics.flatMap((each) => each.metrics.calls);
  const found = callsOf(mesh, workloads, logs, measured);
  const calls = found.calls.filter(({ count }) => count >= flags['min-count']);
  const graph = ruleGraph(loaded.resources, mesh);
  const needs = smallestImports(mesh, workloads, graph, calls, providersIn(loaded.resources, mesh));
  const checked = checkCalls(mesh, workloads, calls, graph);
  const keepNamespaces = flags['keep-namespace'].length > 0 ? flags['keep-namespace'] : [mesh.settings.rootNamespace];
  const sidecars = sidecarObjects(mesh, workloads, needs, calls, {
    per: flags.per,
    keep: flags.keep,
    keepNamespaces,
    ownNamespace: flags['own-namespace'],
  });
  const proposal = flags.check ? [] : sidecars;
  const findings: Finding[] = [
    ...loaded.findings,
    ...evidenceFindings(flags, logs, metrics, found.unknown),
    ...nothingLeft(logs, found.calls, calls),
    ...(flags.check
      ? checked.findings
      : checked.findings.filter(({ code }) => code === 'AER1309' || code === 'AER1312')),
    ...withoutEvidence(inputs, needs),
  ];
  const diagnostics = diagnose(findings, loaded.locate);
  return {
    calls: calls.map(({ source, host, port, count }) => ({ source, host, port, count })),
    ...(flags.check && { checks: checked.calls }),
    hosts: Object.fromEntries(needs.map(({ workload, hosts }) => [workload, hosts])),
    sidecars,
    ...(flags.estimate && {
      estimate: estimate(loaded.resources, mesh, withCallers(workloads, needs), proposal, flags['istio-version']),
    }),
    ...(isGraph(flags.output) && { graph: callGraph(mesh, workloads, checked.calls) }),
    diagnostics,
    exitCode: exitCodeOf(diagnostics),
  };
}

/** The workloads of the input, and those that only the evidence knows. */
function withCallers(workloads: Workloads, needs: readonly { readonly workload: string }[]): readonly MeshWorkload[] {
  const callers = needs.flatMap(({ workload: id }): MeshWorkload[] => {
    if (workloads.byId.has(id)) return [];
    const [namespace = '', name = ''] = id.split('/');
    return [{ id, namespace, name, labels: { app: name }, selector: { app: name } }];
  });
  return [...workloads.all, ...callers];
}

function isGraph(output: string): boolean {
  return output === 'html' || output === 'dot' || output === 'mermaid';
}

/** What the evidence says beside calls. */
function evidenceFindings(
  flags: SidecarFlags,
  logs: readonly ReadLog[],
  metrics: Awaited<ReturnType<typeof readAllMetrics>>,
  unknown: readonly { readonly place: string; readonly count: number; readonly reason: string }[],
): readonly Finding[] {
  return [
    ...logs.flatMap(({ source, tally }) =>
      tally.outside === 0 ? [] : [finding('AER1315', { count: tally.outside, place: source.file }, {})],
    ),
    ...logs.flatMap(({ source, accesses, tally }) => {
      // In a folder other files may lie beside the logs.
      const isMeant = source.pod !== undefined || flags['access-log'].includes(source.file);
      const isNone = isMeant && accesses.length === 0 && tally.outside === 0 && tally.passedOver > 0;
      return isNone ? [finding('AER1328', { count: tally.passedOver, place: source.file }, {})] : [];
    }),
    ...metrics.flatMap(({ place, metrics: { unknown: count } }) =>
      count === 0 ? [] : [finding('AER1317', { count, place }, {})],
    ),
    ...unknown.map((each) => finding('AER1314', each, {})),
  ];
}

/** When --since and --min-count leave nothing of the evidence, an empty answer would look like "nobody calls anything". */
function nothingLeft(logs: readonly ReadLog[], found: readonly Call[], left: readonly Call[]): readonly Finding[] {
  const older = logs.reduce((sum, { tally }) => sum + tally.older, 0);
  return left.length > 0 || older + found.length === 0 ? [] : [finding('AER1329', { older, rarer: found.length }, {})];
}

function withoutEvidence(
  { workloads }: SidecarInputs,
  needs: readonly { readonly workload: string }[],
): readonly Finding[] {
  const known = new Set(needs.map(({ workload }) => workload));
  return workloads.all.filter(({ id }) => !known.has(id)).map(({ id }) => finding('AER1316', { source: id }, {}));
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** A time (RFC 3339) or how long ago (`7d`), as the text that log lines hold. Raises `UsageError`. */
function sinceOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, number, unit] = /^(\d+)([smhdw])$/.exec(text) ?? [];
  const time = number === undefined ? Date.parse(text) : Date.now() - Number(number) * 1000 * (UNITS[unit ?? ''] ?? 1);
  if (Number.isNaN(time))
    throw new UsageError('--since takes a time like 2026-01-31T08:00:00Z, or how long ago, like 7d.');
  return new Date(time).toISOString();
}

export interface LazyFlags extends Pick<FilledFlagValues<typeof sidecarFlags>, 'traffic' | 'fixed'> {}

/** What lazyXDS would keep, before and after the calls of a file (`[{from, cluster, to}]`). */
export async function runLazy(paths: readonly string[], { traffic, fixed }: LazyFlags, flags: MeshFlags) {
  const { loaded } = await readMesh(paths, flags);
  const accesses = traffic === undefined ? [] : await readAccesses(traffic);
  const { resources } = loaded;
  const make = fixed ? fixedObjects(resources) : undefined;
  const result = lazyXds(resources, accesses, discoverySelectors(resources, parseYaml), make);
  const findings = [...loaded.findings, ...lazyFindings(resources, result, accesses, fixed)];
  const diagnostics = diagnose(findings, loaded.locate);
  return { result, diagnostics, exitCode: exitCodeOf(diagnostics) };
}

async function readAccesses(file: string): Promise<readonly Access[]> {
  const value = await readJsonFile(file);
  const wrong = new InputError(
    `${file} is no list of calls. Write [{"from": "10.0.0.1", "cluster": "outbound|80||pay.pay.svc.cluster.local", "to": ""}].`,
  );
  if (!Array.isArray(value)) throw wrong;
  return value.map((each: unknown) => {
    const { from, cluster, to } = (each ?? {}) as Partial<Access>;
    if (typeof from !== 'string' || typeof cluster !== 'string') throw wrong;
    return { from, cluster, to: typeof to === 'string' ? to : '' };
  });
}

/** What istiod would give to the proxies of a file (`[{name, namespace, labels}]`). */
export async function runScope(
  paths: readonly string[],
  file: string,
  flags: MeshFlags & Pick<SidecarFlags, 'istio-version'>,
) {
  const { loaded, mesh } = await readMesh(paths, flags);
  const proxies = await readProxies(file);
  const admission = sidecarAdmission(loaded.resources);
  const viewer = createViewer(mesh, loaded.resources, flags['istio-version']);
  const isRefused = '*' in admission;
  const diagnostics = diagnose(loaded.findings, loaded.locate);
  return {
    result: { admission, proxies: isRefused ? null : proxies.map((workload) => scopeView(viewer, workload)) },
    diagnostics,
    exitCode: exitCodeOf(diagnostics),
  };
}

async function readProxies(file: string): Promise<readonly Workload[]> {
  const value = await readJsonFile(file);
  const wrong = new InputError(
    `${file} is no list of proxies. Write [{"name": "web-1", "namespace": "shop", "labels": {"app": "web"}}].`,
  );
  if (!Array.isArray(value)) throw wrong;
  return value.map((each: unknown) => {
    const { name, namespace, labels } = (each ?? {}) as Partial<Workload>;
    if (typeof name !== 'string' || typeof namespace !== 'string') throw wrong;
    return { name, namespace, labels: labels ?? {} };
  });
}
