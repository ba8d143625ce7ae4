import { resolve } from 'node:path';
import { diagnose } from '../../diagnostics/diagnose.js';
import { type Diagnostic, type Finding, finding } from '../../diagnostics/diagnostic.js';
import { isUnreadable } from '../../diagnostics/exit-code.js';
import type { Loaded } from '../../load/loaded.js';
import { withoutSecrets } from '../../match/decision-shown.js';
import type { ProxyRules } from '../../match/rules.js';
import type { Resource } from '../../model/resource.js';
import type { RouteTest } from '../../model/route-test.js';
import type { TestReport } from '../../output/test/report.js';
import { checkTest } from '../../routetest/check.js';
import { percentage } from '../../routetest/coverage.js';
import { type PlacedResult, runSuites, type Suite } from '../../routetest/suite.js';
import { loadSchemaCheck } from '../../schema/check.js';
import { readInputs } from '../input/inputs.js';
import { type ReadRules, type RuleReading, type RulesFlags, rulesOf, splitPrinted, traitsIn } from '../input/rules.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { Progress } from '../shell/progress.js';
import { mergeLoaded, withoutTests } from './merge-loaded.js';
import { rulePaths } from './rule-paths.js';

/** The flags of `aeraki test` (cli.md section 6). */
export interface TestFlags extends RulesFlags, Pick<FlagValues<typeof globalFlags>, 'show-secrets'> {
  /** `--min-coverage`, read as a number. */
  readonly 'min-coverage'?: number | undefined;
}

export interface FinishedTest extends TestReport {
  readonly exitCode: ExitCode;
}

/** Reads the inputs of a test: `readInputs`, or what keeps them between runs. */
export type ReadTestInputs = (paths: readonly string[], flags: TestFlags) => Promise<Loaded>;

/** How the rules at some paths are read, by a key for these: under a watch it keeps what it can. */
export type ReadingOf = (key: string) => RuleReading | undefined;

/** Runs the tests among the inputs. Raises what `read` raises. */
export async function runTests(
  paths: readonly string[],
  flags: TestFlags,
  progress: Progress,
  read: ReadTestInputs = readInputs,
  readingOf: ReadingOf = () => undefined,
): Promise<FinishedTest> {
  progress.step('reading tests');
  const { printed, rest } = await splitPrinted(paths);
  const named = await read(rest, flags);
  const tests = named.resources.filter(isTest);
  const check = await loadSchemaCheck(['RouteTest']);
  const findings: Finding[] = [...named.findings.filter(({ resource }) => resource === undefined || isTest(resource))];
  if (tests.length === 0 && named.findings.length === 0)
    findings.push(finding('AER0805', { inputs: paths.join(', ') }, {}));

  progress.step('reading rules');
  const reader = new RulesReader(named, printed, flags, { read, readingOf });
  const suites: Suite[] = [];
  for (const test of tests) {
    const own = check(test);
    const all = own.some(({ severity }) => severity === 'error') ? own : [...own, ...checkTest(test)];
    findings.push(...all);
    if (all.some(({ severity }) => severity === 'error')) continue;
    const wanted = rulePaths(test, paths);
    findings.push(...wanted.findings);
    if (wanted.findings.length === 0) suites.push({ test, rules: await reader.rulesFrom(wanted.paths) });
  }

  progress.step('running');
  const ran = runSuites(suites, traitsIn(flags));
  const run = flags['show-secrets'] ? ran : { ...ran, results: ran.results.map(hidden) };
  findings.push(...coverageFinding(run, flags['min-coverage']));
  const diagnostics = [...diagnose(findings, named.locate), ...reader.errors()];
  const failed = run.summary.failed > 0;
  return {
    ...run,
    diagnostics,
    lineOf: ({ test, index }) => named.locate(test.source, `/spec/cases/${index}`, 'value').line,
    exitCode: worst(exitCode(diagnostics), failed ? exit.findings : exit.fine),
  };
}

/** A result whose decision shows no credential. */
function hidden(result: PlacedResult): PlacedResult {
  return {
    ...result,
    decision: () => {
      const decision = result.decision();
      return decision && withoutSecrets(decision);
    },
  };
}

function isTest(resource: Resource): resource is Resource<RouteTest> {
  return resource.kind === 'RouteTest';
}

interface Ways {
  readonly read: ReadTestInputs;
  readonly readingOf: ReadingOf;
}

/** Reads and compiles the rules of the tests; those with the same paths share them. */
class RulesReader {
  readonly #named: Loaded;
  readonly #printed: readonly ProxyRules[];
  readonly #flags: TestFlags;
  readonly #ways: Ways;
  readonly #read = new Map<string, ReadRules>();

  constructor(named: Loaded, printed: readonly ProxyRules[], flags: TestFlags, ways: Ways) {
    this.#ways = ways;
    this.#named = withoutTests(named);
    this.#printed = printed;
    this.#flags = flags;
  }

  async rulesFrom(paths: readonly string[]) {
    const key = JSON.stringify(paths.map((path) => resolve(path)));
    let read = this.#read.get(key);
    if (read === undefined) {
      read = await this.#readRules(paths, this.#ways.readingOf(key));
      this.#read.set(key, read);
    }
    return read.rules;
  }

  /** The errors in all rules, each once. */
  errors(): readonly Diagnostic[] {
    const errors = new Map<string, Diagnostic>();
    for (const { diagnostics } of this.#read.values()) {
      for (const each of diagnostics) if (each.severity === 'error') errors.set(JSON.stringify(each), each);
    }
    return [...errors.values()];
  }

  async #readRules(paths: readonly string[], reading: RuleReading | undefined): Promise<ReadRules> {
    const { printed, rest } = await splitPrinted(paths);
    const all = [...this.#printed, ...printed];
    if (rest.length === 0) return rulesOf(this.#named, all, this.#flags, reading);
    const { context: _, 'all-namespaces': __, ...offline } = this.#flags;
    const own = withoutTests(await this.#ways.read(rest, offline));
    return rulesOf(mergeLoaded(own, this.#named), all, this.#flags, reading);
  }
}

function coverageFinding({ coverage, routes }: ReturnType<typeof runSuites>, wanted: number | undefined): Finding[] {
  const percent = percentage(coverage.routes);
  if (wanted === undefined || percent >= wanted) return [];
  const missing = routes.filter(({ covered }) => !covered).map(({ host, route }) => `${host} ${route}`);
  const args = { ...coverage.routes, percent: Math.floor(percent * 10) / 10, wanted, routes: missing.join(', ') };
  return [finding('AER0806', args, {})];
}

/** 65 for an input that cannot be read or parsed; 79 for a test that is wrong and for rules that had to be left out. */
export function exitCode(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return worst(
    ...errors.map(({ layer, code }) => {
      if (isUnreadable(code)) return exit.input;
      return layer === 'input' || layer === 'schema' || code.startsWith('AER08') ? exit.findings : exit.fine;
    }),
  );
}
