import { nearest } from '../../diagnostics/nearest.js';
import { printable } from '../../output/printable.js';
import type { SourceFailure } from '../../source/source.js';
import { CommandError, DiagnosedError } from './errors.js';
import { type ExitCode, exit } from './exit.js';
import { printDiagnostics, terminal } from './terminal.js';

/**
 * Shows an error on standard error, in one message and without a stack, and says how the process is to end. `program`:
 * the command as it was called (`aeraki translate`).
 */
export async function showFailure(error: unknown, program: string): Promise<ExitCode> {
  const { stderr } = terminal('auto', process, process.env);
  if (error instanceof DiagnosedError) {
    await printDiagnostics(stderr, error.diagnostics);
    return error.exitCode;
  }
  if (isSourceFailure(error)) {
    const { diagnose } = await import('../../diagnostics/diagnose.js');
    await printDiagnostics(stderr, diagnose(error.findings));
    return exit.failure;
  }
  const { message, code } = describe(error, program, repeated());
  const { palette, width } = await stderr.style();
  const { folded } = await import('../../output/wrap.js');
  await stderr.write(`${folded(`Error: ${message}`, width).replace('Error', palette.error('Error'))}\n`);
  if (process.env.AERAKI_DEBUG && error instanceof Error) await stderr.write(`${error.stack}\n`);
  return code;
}

/** By name: the class stands in a part of the program that is loaded on demand. */
function isSourceFailure(error: unknown): error is SourceFailure {
  return error instanceof Error && /^(?:Cluster|Source)Failure$/.test(error.name) && 'findings' in error;
}

/** Texts of the command line and the environment that a message may repeat and that would not be safe in it, longest first. */
function repeated(): readonly string[] {
  const given = [...process.argv.slice(2)];
  for (const [name, value] of Object.entries(process.env)) if (name.startsWith('AERAKI_') && value) given.push(value);
  const odd = given.filter((text) => printable(text) !== text);
  // A flag's value, or an item of it, is repeated without the rest.
  const parts = odd.flatMap((text) => [text, ...text.split(/[=,]/), ...text.split(','), text.replace(/^[^=]*=/, '')]);
  return parts.filter((text) => printable(text) !== text).sort((a, b) => b.length - a.length);
}

function describe(error: unknown, program: string, given: readonly string[]): { message: string; code: ExitCode } {
  const lines = (text: string): string =>
    given
      .reduce((message, each) => message.replaceAll(each, printable(each)), text)
      .split('\n')
      .map(printable)
      .join('\n');
  if (error instanceof CommandError) {
    const hint = error.exitCode === exit.usage ? `\nRun \`${program} --help\` for more.` : '';
    return { message: lines(error.message) + hint, code: error.exitCode };
  }
  if (error instanceof Error && isUsageError(error)) {
    return { message: `${lines(usageMessage(error))}\nRun \`${program} --help\` for its flags.`, code: exit.usage };
  }
  const text = error instanceof Error ? error.message || error.name : String(error);
  const hint = 'This is a fault of aeraki or of the machine; with AERAKI_DEBUG=1 it shows where. Please report it.';
  return { message: `unexpected failure: ${printable(text)}. ${hint}`, code: exit.failure };
}

interface OclifError extends Error {
  readonly oclif?: { readonly exit?: number };
  readonly flags?: readonly string[];
  readonly parse?: {
    readonly input?: { readonly flags?: Record<string, { char?: string; aliases?: string[]; hidden?: boolean }> };
  };
}

/** oclif marks what its parser raises, and gives it the exit code 2. */
function isUsageError(error: OclifError): error is OclifError {
  return error.oclif !== undefined;
}

function usageMessage(error: OclifError): string {
  const message = error.message
    .replace(/\s*\n\s*See more help with --help$/, '')
    .replace(/^Parsing (--\S+) \s*/, '$1: ');
  if (!error.flags?.length) return sentence(message);
  const flags = Object.entries(error.parse?.input?.flags ?? {}).filter(([, flag]) => !flag.hidden);
  const known = flags.flatMap(([name, flag]) => [name, ...(flag.aliases ?? [])].map((one) => `--${one}`));
  return error.flags
    .map((flag) => {
      const meant = flag.startsWith('--') ? nearest(flag, known) : undefined;
      return `unknown flag ${flag}.${meant ? ` Did you mean ${meant}?` : ''}`;
    })
    .join('\n');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
