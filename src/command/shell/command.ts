/**
 * What every command is made of. To add a command, add a file below `commands/`; its path is its name
 * (`commands/translate.ts` is `aeraki translate`, `commands/rds/serve.ts` is `aeraki rds serve`):
 *
 *     import { AerakiCommand } from '../src/command/shell/command.js';
 *     import { inputFlags, outputFlag, pathArgs } from '../src/command/shell/flags.js';
 *
 *     export default class Show extends AerakiCommand {
 *       static override summary = 'Show what was read.';            // one line, for the list of commands
 *       static override description = 'Longer text for --help.';
 *       static override examples = ['<%= config.bin %> show examples/dubbo.yaml'];   // run by a test
 *       static override strict = false;                             // several positional paths
 *       static override args = pathArgs;
 *       static override flags = { ...inputFlags, output: outputFlag(['text', 'json'], 'text') };
 *
 *       async run() {
 *         const { flags, argv } = await this.parse(Show);           // flag > AERAKI_… > .aeraki.yaml > default
 *         const paths = this.paths(argv, flags.filename);           // usage error when there are none
 *         const { showEverything } = await import('../src/command/show/run.js');   // heavy parts: only when they are needed
 *         const result = await showEverything(paths);
 *         await this.print(flags.output === 'json' ? json(result) : text(result));  // standard output, complete
 *         await this.report(result.diagnostics);                    // standard error, one line each
 *         if (result.failed) this.end(exit.findings);               // the worst of several codes wins
 *         return result;                                            // for tests and other programs
 *       }
 *     }
 *
 * A topic (`rds`, `proxy-config`) gets its line of help in package.json under `oclif.topics`. A dynamic `import()` is a
 * file of its own in the bundle, so it costs nothing until it runs. `multiple` flags need `multipleNonGreedy`, args need
 * `ignoreStdin` (a test holds both). Throw `UsageError`, `InputError` or `FailureError` for what a person can mend.
 * Afterwards: `npm run build && npm run docs && UPDATE_GOLDEN=1 npx mocha --spec test/cli/surface.test.ts`.
 */
import { Command, type Interfaces } from '@oclif/core';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { UsageError } from './errors.js';
import { type ExitCode, exit, worst } from './exit.js';
import { globalFlags } from './flags.js';
import { withSettings } from './settings.js';
import { printDiagnostics, type Terminal, terminal } from './terminal.js';
import { withWatchValue } from './watch-flags.js';

export abstract class AerakiCommand extends Command {
  static override baseFlags = globalFlags;

  /** The two streams, coloured as `--color` says. */
  protected terminal: Terminal = terminal('auto', process, process.env);

  /** Runs the command as oclif does, and gives what `run` returned. Errors are left to the caller. */
  async start(): Promise<unknown> {
    return this._run();
  }

  /** oclif would set an exit code of its own here. */
  protected override async catch(error: Error): Promise<never> {
    throw error;
  }

  /** Reads the command line, the environment and `.aeraki.yaml`; raises `UsageError` or oclif's own usage errors. */
  protected override async parse<
    F extends Interfaces.OutputFlags<Interfaces.FlagInput>,
    B extends Interfaces.OutputFlags<Interfaces.FlagInput>,
    A extends Interfaces.OutputArgs<Interfaces.ArgInput>,
  >(options?: Interfaces.Input<F, B, A>, argv?: string[]): Promise<Interfaces.ParserOutput<F, B, A>> {
    const own = (options ?? this.ctor) as Interfaces.Input<F, B, A>;
    const { input, foreign } = await withSettings(own, {
      command: this.ctor.id,
      surface: this.config.commands,
      directory: process.cwd(),
      environment: process.env,
    });
    const parsed = await super.parse<F, B, A>(input as Interfaces.Input<F, B, A>, withWatchValue(argv ?? this.argv));
    this.terminal = terminal(
      (parsed.flags as { color?: 'auto' | 'always' | 'never' }).color ?? 'auto',
      process,
      process.env,
    );
    if (foreign.length > 0) await reportForeign(foreign, this.terminal);
    return parsed;
  }

  /** The inputs that were named, positional ones first; none at all is a usage error. */
  protected paths(argv: readonly unknown[], filenames: readonly string[] = []): readonly string[] {
    const paths = [...argv.map(String), ...filenames];
    if (paths.length === 0) {
      throw new UsageError('No input. Name a file or a directory, or - for standard input.');
    }
    if (paths.filter((path) => path === '-').length > 1) {
      throw new UsageError('Standard input (-) can be read only once. Name - one time.');
    }
    return paths;
  }

  /** Writes what was asked for to standard output. */
  protected print(text: string): Promise<void> {
    return this.terminal.stdout.write(text);
  }

  /** Writes a line about the run to standard error. `text` must be safe for a terminal (`printable`). */
  protected async note(text: string): Promise<void> {
    const { width } = await this.terminal.stderr.style();
    const { folded } = await import('../../output/wrap.js');
    await this.terminal.stderr.write(`${folded(text, width)}\n`);
  }

  /** Writes diagnostics as text to standard error. */
  protected report(diagnostics: readonly Diagnostic[]): Promise<void> {
    return printDiagnostics(this.terminal.stderr, diagnostics);
  }

  /** Sets how the process ends; of several codes the one that counts stays (64, 1, 65, 79). */
  protected end(...codes: readonly ExitCode[]): void {
    process.exitCode = worst(Number(process.exitCode ?? exit.fine), ...codes);
  }
}

/** Says which settings files are there but are not read. */
async function reportForeign(paths: readonly string[], { stderr }: Terminal): Promise<void> {
  const { diagnose } = await import('../../diagnostics/diagnose.js');
  const { finding } = await import('../../diagnostics/diagnostic.js');
  await printDiagnostics(stderr, diagnose(paths.map((path) => finding('AER0085', { path }, { file: path }))));
}
