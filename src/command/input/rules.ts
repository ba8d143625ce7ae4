import { readFile, stat } from 'node:fs/promises';
import { type ProxyTraits, traitsOf } from '../../behaviour/traits.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Translate } from '../../edition/live-translation.js';
import type { Loaded } from '../../load/loaded.js';
import { readBytes } from '../../load/read.js';
import { rulesFromPrinted } from '../../match/from-printed.js';
import { mergeRules, TranslationReader } from '../../match/from-translation.js';
import type { ProxyRules } from '../../match/rules.js';
import { type CompiledRules, compileRules, RuleCompiler } from '../../match/service.js';
import type { Json } from '../../model/envoy.js';
import { translateLoaded } from '../../pipeline.js';
import { codecsByRoute } from '../../translate/metaprotocol/codec.js';
import { InputError } from '../shell/errors.js';
import type { FilledFlagValues, FlagValues } from '../shell/flag-values.js';
import type { proxyVersionFlag } from '../shell/flags.js';
import { readStdin } from '../shell/stdin.js';
import type { InputFlags } from './inputs.js';
import type { clusterDomainFlag } from './mesh-flags.js';
import { translateOptions } from './translate-options.js';

/** Rules that can be asked, and what is to be said about them. */
export interface ReadRules {
  readonly rules: CompiledRules;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RulesFlags
  extends InputFlags,
    FilledFlagValues<typeof clusterDomainFlag>,
    FlagValues<typeof proxyVersionFlag> {}

/** How rules are read; under a watch again and again, and each of these keeps what it can of the time before. */
export interface RuleReading {
  readonly translate: Translate;
  readonly translations: TranslationReader;
  readonly compiler: RuleCompiler;
}

export function ruleReading(translate: Translate = translateLoaded): RuleReading {
  return { translate, translations: new TranslationReader(), compiler: new RuleCompiler() };
}

/** The behaviour that the flags ask for. */
export function traitsIn(flags: RulesFlags): ProxyTraits {
  return traitsOf(flags['proxy-version'] ?? 'ideal');
}

/** Translates what was loaded, and adds the rules that were `printed` by `translate` or a proxy. */
export async function rulesOf(
  loaded: Loaded,
  printed: readonly ProxyRules[],
  flags: RulesFlags,
  { translate, translations, compiler }: RuleReading = ruleReading(),
): Promise<ReadRules> {
  const options = translateOptions(flags);
  const { translation, index, diagnostics } = await translate(loaded, options);
  const rules = mergeRules([translations.read(translation, codecsByRoute(index)), ...printed]);
  return { rules: compiler.compile(rules), diagnostics };
}

/** The rules of a dump or of a file that `translate` printed; `-` is standard input. Raises `InputError`. */
export async function readDumpedRules(path: string): Promise<ReadRules> {
  const text = await readText(path);
  const printed = rulesFromPrinted(await parsed(text));
  if (printed === undefined) {
    throw new InputError(
      `${path} is neither a proxy's config dump nor what \`aeraki translate\` printed. Take it from /config_dump of the proxy's admin port, or from translate -o json.`,
    );
  }
  return { rules: compileRules(printed), diagnostics: diagnose([]) };
}

/**
 * Those of `paths` that hold printed rules, and the others. Only files that are named are looked at, not those of a
 * directory, and only those whose text speaks of it.
 */
export async function splitPrinted(
  paths: readonly string[],
): Promise<{ readonly printed: readonly ProxyRules[]; readonly rest: readonly string[] }> {
  const printed: ProxyRules[] = [];
  const rest: string[] = [];
  for (const path of paths) {
    const rules = await printedRules(path);
    if (rules === undefined) rest.push(path);
    else printed.push(rules);
  }
  return { printed, rest };
}

const MARKS = /"(?:routeConfigurations|metaRouteConfigurations|configs)"|RouteConfiguration\b/;

async function printedRules(path: string): Promise<ProxyRules | undefined> {
  const isFile = path !== '-' && (await stat(path).catch(() => undefined))?.isFile() === true;
  if (!isFile) return undefined;
  const text = await readFile(path, 'utf8').catch(() => '');
  return MARKS.test(text) ? rulesFromPrinted(await parsed(text)) : undefined;
}

async function readText(path: string): Promise<string> {
  if (path === '-') return Buffer.from(await readStdin()).toString('utf8');
  try {
    return Buffer.from(await readBytes(path)).toString('utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`Cannot read ${path}: ${reason}. Check the path.`);
  }
}

async function parsed(text: string): Promise<readonly Json[]> {
  const { documentsOf } = await import('../../load/documents.js');
  return documentsOf(text);
}
