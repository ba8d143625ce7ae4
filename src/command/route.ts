import { diagnose } from '../diagnostics/diagnose.js';
import { type Diagnostic, type Finding, finding } from '../diagnostics/diagnostic.js';
import { isUnreadable } from '../diagnostics/exit-code.js';
import { AttributeBuilder, attributeName } from '../match/attributes.js';
import { type AskedKind, type Choice, choose, type Decision, decisionOf } from '../match/decision.js';
import { withoutSecrets } from '../match/decision-shown.js';
import { findService } from '../match/find-service.js';
import type { CompiledRules, MatchService } from '../match/service.js';
import { DiagnosedError, FailureError, UsageError } from './errors.js';
import { type ExitCode, exit, worst } from './exit.js';
import { readInputs, wantsOther } from './inputs.js';
import type { Progress } from './progress.js';
import { type ReadRules, type RulesFlags, readDumpedRules, rulesOf, splitPrinted, traitsIn } from './rules.js';

/** The flags of `aeraki route` (cli.md section 6). */
export interface RouteFlags extends RulesFlags {
  readonly host: string;
  readonly port?: number | undefined;
  readonly attribute: readonly string[];
  readonly dump?: string | undefined;
  readonly 'all-ports': boolean;
  readonly verbose: boolean;
  readonly 'show-secrets'?: boolean;
  readonly kind?: AskedKind;
}

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

/** Reads the rules that `paths` and the flags name. Raises what `readInputs` raises. */
export async function readRules(
  paths: readonly string[],
  flags: RulesFlags & { readonly dump?: string | undefined },
): Promise<ReadRules> {
  if (flags.dump !== undefined) {
    if (paths.length > 0 || wantsOther(flags)) {
      throw new UsageError('--dump is the whole input. Leave out the paths and --context, or --dump.');
    }
    return readDumpedRules(flags.dump);
  }
  const { printed, rest } = await splitPrinted(paths);
  if (rest.length === 0 && printed.length > 0 && !wantsOther(flags))
    return rulesOf(await readNothing(), printed, flags);
  return rulesOf(await readInputs(rest, flags), printed, flags);
}

async function readNothing() {
  const { load } = await import('../load/load.js');
  return load([], { namespace: 'default', exclude: [] });
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

/** The service of a host and port; raises an error that says what to do. */
export function askedService(
  { rules, diagnostics }: ReadRules,
  host: string,
  port: number | undefined,
  severalPorts: string,
): MatchService {
  const found = findService(rules, host, port);
  if ('service' in found) return found.service;
  const message = `${found.message.charAt(0).toUpperCase()}${found.message.slice(1)}`;
  if (found.problem === 'ports') throw new UsageError(`${message} ${severalPorts}`);
  // What could not be read may well be what was asked for: that is to be mended first.
  const code = exitCode(diagnostics);
  if (code !== exit.fine) throw new DiagnosedError(relevant(diagnostics, false), code);
  throw new FailureError(message);
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

/** What says that the answer may be wrong; the rest is for `translate` and `validate` to say. */
function relevant(diagnostics: readonly Diagnostic[], verbose: boolean): readonly Diagnostic[] {
  return verbose ? diagnostics : diagnostics.filter(({ severity }) => severity === 'error');
}

/** 65 when an input could not be read or parsed; 79 when a resource had to be left out, or the proxy would refuse. */
export function exitCode(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return worst(
    ...errors.map(({ layer, code }) => {
      if (isUnreadable(code)) return exit.input;
      return layer === 'input' || layer === 'schema' || code === 'AER0801' ? exit.findings : exit.fine;
    }),
  );
}
