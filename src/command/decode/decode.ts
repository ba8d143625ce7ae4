import type { Codec } from '../../codec/codec.js';
import { codecNames, codecs } from '../../codec/codecs.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { askedService, readRules, exitCode as rulesExitCode } from '../input/ask.js';
import { loadCodecs } from '../input/codec/private-codecs.js';
import { traitsIn } from '../input/rules.js';
import { UsageError } from '../shell/errors.js';
import { type ExitCode, exit, worst } from '../shell/exit.js';
import type { FilledFlagValues } from '../shell/flag-values.js';
import type { globalFlags } from '../shell/flags.js';
import type { Stream } from '../shell/terminal.js';
import type { decodeFlags } from './flags.js';
import { jsonPrinter, tablePrinter } from './print.js';
import { type Routing, runDecode } from './run.js';

/** The flags of `aeraki decode` (cli.md section 7). */
export interface DecodeFlags
  extends FilledFlagValues<typeof decodeFlags>,
    Pick<FilledFlagValues<typeof globalFlags>, 'verbose'> {}

export interface DecodeReport {
  /** Those that are not in the output already. */
  readonly diagnostics: readonly Diagnostic[];
  readonly exitCode: ExitCode;
}

/** Decodes what the command line names to `stdout`. Raises `UsageError`, `InputError`, `DiagnosedError`. */
export async function decode(words: readonly string[], flags: DecodeFlags, stdout: Stream): Promise<DecodeReport> {
  const own = await loadCodecs(flags.codec);
  const { protocol, file } = namedIn(words, own);
  const chosen = await codecsOf(protocol, own);
  const { routing, diagnostics: ofRules } = await routingOf(flags, file);
  const printer = flags.output === 'json' ? jsonPrinter(stdout) : tablePrinter(stdout, routing !== undefined);
  const options = {
    file,
    format: flags.format,
    sender: flags.from,
    codecs: chosen,
    maxMessageSize: flags['max-message-size'],
    routing,
    traits: traitsIn(flags),
  };
  const found = await runDecode(options, printer);
  const diagnostics = [...ofRules, ...found];
  await printer.end(diagnostics);
  return {
    diagnostics: flags.output === 'json' ? [] : diagnostics,
    exitCode: worst(
      rulesExitCode(ofRules),
      found.some(({ severity }) => severity === 'error') ? exit.input : exit.fine,
    ),
  };
}

/** `[PROTOCOL] FILE`. */
function namedIn(
  words: readonly string[],
  own: readonly Codec[],
): { readonly protocol: string; readonly file: string } {
  const [first, second, ...more] = words;
  if (first === undefined) {
    throw new UsageError('No input. Name a file with bytes, a hex dump, base64 or a capture, or - for standard input.');
  }
  if (more.length > 0)
    throw new UsageError(`Only one input can be decoded at a time, but ${words.length - 1} are named.`);
  if (second === undefined) return { protocol: 'auto', file: first };
  const known = ['auto', ...codecNames, ...own.map(({ name }) => name)];
  if (known.includes(first)) return { protocol: first, file: second };
  const meant = nearest(first, known);
  const hint =
    meant === undefined ? `Known are ${known.join(', ')}; give others with --codec.` : `Did you mean ${meant}?`;
  throw new UsageError(`There is no codec ${first}. ${hint}`);
}

async function codecsOf(protocol: string, own: readonly Codec[]): Promise<readonly Codec[]> {
  const named = own.find(({ name }) => name === protocol);
  if (named !== undefined) return [named];
  const builtIn = codecNames.find((name) => name === protocol);
  if (builtIn !== undefined) return [await codecs[builtIn]()];
  return [...(await Promise.all(codecNames.map((name) => codecs[name]()))), ...own];
}

async function routingOf(
  flags: DecodeFlags,
  file: string,
): Promise<{ readonly routing: Routing | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { rules: paths, host, port } = flags;
  if (paths.length === 0) {
    if (host !== undefined || port !== undefined) {
      throw new UsageError('--host and --port say which rules are asked. Add --rules with a file or directory.');
    }
    return { routing: undefined, diagnostics: [] };
  }
  if (host === undefined) throw new UsageError('--rules needs the service that the requests are for. Add --host.');
  if (file === '-' && paths.includes('-')) {
    throw new UsageError('Standard input (-) can be read only once. Name a file for the bytes or for the rules.');
  }
  const read = await readRules(paths, flags);
  const service = askedService(read, host, port, 'Use --port.');
  const relevant = flags.verbose ? read.diagnostics : read.diagnostics.filter(({ severity }) => severity === 'error');
  return { routing: { rules: read.rules, service }, diagnostics: relevant };
}
