import { diagnose } from '../../diagnostics/diagnose.js';
import { type Diagnostic, type Finding, finding } from '../../diagnostics/diagnostic.js';
import { AttributeBuilder, attributeName } from '../../match/attributes.js';
import { type Choice, choose, type Decision, decisionOf } from '../../match/decision.js';
import { withoutSecrets } from '../../match/decision-shown.js';
import type { CompiledRules, MatchService } from '../../match/service.js';
import { askedService, exitCode, readRules, relevant } from '../input/ask.js';
import { type RulesFlags, traitsIn } from '../input/rules.js';
import { UsageError } from '../shell/errors.js';
import type { ExitCode } from '../shell/exit.js';
import type { FilledFlagValues, FlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { Progress } from '../shell/progress.js';
import type { routeFlags } from './flags.js';

/** The flags of `aeraki route` (cli.md section 6). */
export interface RouteFlags
  extends RulesFlags,
    Pick<FilledFlagValues<typeof routeFlags>, 'host' | 'port' | 'attribute' | 'dump' | 'all-ports' | 'kind'>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'>,
    Pick<FlagValues<typeof globalFlags>, 'show-secrets'> {}

export interface Answer {
  readonly choice: Choice;
  readonly decision: Decision;
}

export interface RouteReport {
  readonly answers: readonly Answer[];
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
}

/** Answers the question that the flags ask. Raises what `CommandError` stands for. */
export async function runRoute(paths: readonly string[], flags: RouteFlags, progress: Progress): Promise<RouteReport> {
  const { attributes, spelt } = parseAttributes(flags.attribute);
  progress.step('reading');
  const { rules, diagnostics } = await readRules(paths, flags);
  progress.step('asking');
  const services = askedServices(rules, flags, diagnostics);
  const answers = services.map((service) => {
    const choice = choose(service, attributes, { spelt, kind: flags.kind, traits: traitsIn(flags) });
    const decision = decisionOf(rules, choice);
    return { choice, decision: flags['show-secrets'] ? decision : withoutSecrets(decision) };
  });
  const findings = answers.flatMap(({ choice }) => findingsOf(choice));
  const own = diagnose(findings);
  return {
    answers,
    diagnostics: [...relevant(diagnostics, flags.verbose), ...own],
    exitCode: exitCode([...diagnostics, ...own]),
  };
}

function askedServices(
  rules: CompiledRules,
  { host, port, ...flags }: RouteFlags,
  diagnostics: readonly Diagnostic[],
): readonly MatchService[] {
  if (flags['all-ports']) {
    if (port !== undefined) throw new UsageError('--port and --all-ports exclude each other. Leave one out.');
    const all = rules.byHost.get(host);
    if (all !== undefined) return [...all].sort((a, b) => a.port - b.port);
  }
  return [askedService({ rules, diagnostics }, host, port, 'Use --port, or --all-ports.')];
}

function parseAttributes(list: readonly string[]): AttributeBuilder {
  const given = new AttributeBuilder();
  for (const text of list) {
    const at = text.indexOf('=');
    const name = attributeName(text.slice(0, Math.max(0, at)));
    if (name === '')
      throw new UsageError(`--attribute ${text} is not NAME=VALUE. Write for example --attribute method=sayHello.`);
    if (given.attributes.has(name)) {
      throw new UsageError(`--attribute ${name} is given twice (names are compared without regard to case). Keep one.`);
    }
    given.set(text.slice(0, at), text.slice(at + 1));
  }
  return given;
}

function findingsOf({ service, lost }: Choice): readonly Finding[] {
  const { name, refusals } = service.routes();
  return [
    ...refusals
      .slice(0, 1)
      .map(({ route, reason }) => finding('AER0801', { configuration: name, route: route.label, reason }, {})),
    ...lost.map((attribute) => {
      const known = [...(service.facts.attributes ?? [])].filter((name) => !name.startsWith('x-'));
      const cure = known.length > 0 ? `It makes only ${known.join(', ')}.` : 'It makes none at all.';
      return finding('AER0802', { codec: service.codec ?? '', attribute, cure }, {});
    }),
  ];
}
