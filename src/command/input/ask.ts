import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isUnreadable } from '../../diagnostics/exit-code.js';
import { findService } from '../../match/find-service.js';
import type { MatchService } from '../../match/service.js';
import { DiagnosedError, FailureError, UsageError } from '../shell/errors.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import { readInputs, wantsOther } from './inputs.js';
import { type ReadRules, type RulesFlags, readDumpedRules, rulesOf, splitPrinted } from './rules.js';

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
  const { load } = await import('../../load/load.js');
  return load([], { namespace: 'default', exclude: [] });
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

/** What says that the answer may be wrong; the rest is for `translate` and `validate` to say. */
export function relevant(diagnostics: readonly Diagnostic[], verbose: boolean): readonly Diagnostic[] {
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
