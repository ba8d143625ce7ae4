import { exitCodeOf } from '../../diagnostics/exit-code.js';
import { differencesText } from '../../inspect/diff/text.js';
import type { Statement } from '../../inspect/diff/words/statement.js';
import { json } from '../../output/json.js';
import { CommandError } from '../shell/errors.js';
import { type ExitCode, exit } from '../shell/exit.js';
import { showFailure } from '../shell/failure.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import { type DiffResult, findDifferences, NothingRead } from './diff.js';
import { type DiffFlags, readQuestion } from './question.js';

/** `diff` has exit codes of its own (cli.md section 1). */
const codes = { same: 0, different: 1, failure: 2 } as const;

/** Runs `aeraki diff` and gives its exit code; a failure at run time is shown here, for it ends with 2. */
export async function runDiff(
  words: readonly string[],
  flags: DiffFlags,
  terminal: Terminal,
  program: string,
): Promise<ExitCode> {
  try {
    const result = await findDifferences(readQuestion(words, flags), flags, terminal);
    return await deliver(result, flags, terminal);
  } catch (error) {
    if (error instanceof NothingRead) {
      await printDiagnostics(terminal.stderr, error.diagnostics);
      return exit.input;
    }
    if (error instanceof CommandError && error.exitCode !== exit.failure) throw error;
    const code = await showFailure(error, program);
    return code === exit.failure ? codes.failure : code;
  }
}

async function deliver(result: DiffResult, flags: DiffFlags, terminal: Terminal): Promise<ExitCode> {
  const { differences, translated, notes, statements = [] } = result;
  // An input may change what Istio makes, and nothing that Aeraki makes: that is no "no difference".
  const different = differences.length > 0 || statements.length > 0;
  const diagnostics = translated.flatMap((each) => each.diagnostics);
  const complete = exitCodeOf(diagnostics) !== exit.input;
  await terminal.stdout.write(await shown(result, { different, complete }, flags, terminal));
  await printDiagnostics(
    terminal.stderr,
    diagnostics.filter((each) => flags.verbose || each.severity !== 'info'),
  );
  for (const note of notes) await terminal.stderr.write(`${note}\n`);
  if (!complete) return exit.input;
  return different ? codes.different : codes.same;
}

async function shown(
  { differences, statements }: DiffResult,
  { different, complete }: { readonly different: boolean; readonly complete: boolean },
  flags: DiffFlags,
  terminal: Terminal,
): Promise<string> {
  const secrets = flags['show-secrets'] === true;
  if (flags.output === 'json') {
    const words = statements === undefined ? {} : { statements: statements.map(statementShape) };
    return json({ different, ...(complete ? {} : { complete }), changes: differences.map(shape), ...words });
  }
  if (flags.output === 'markdown') {
    const { diffMarkdown } = await import('../../inspect/diff/words/markdown.js');
    const text = diffMarkdown(statements ?? [], differences, secrets);
    return complete ? text : `${text}\nOf what could be read: some input could not.\n`;
  }
  if (!different) return complete ? 'No difference.\n' : 'No difference in what could be read.\n';
  const { palette } = await terminal.stdout.style();
  const colours = { added: palette.good, removed: palette.error, changed: palette.bold, hunk: palette.info };
  const objects = differencesText(differences, colours, secrets);
  if (statements === undefined || statements.length === 0) return objects;
  const { statementsText } = await import('../../inspect/diff/words/text.js');
  const words = statementsText(statements, colours);
  return objects === '' ? words : `${words}\nObjects:\n${objects}`;
}

/** The shape that scripts rely on. */
function shape({ kind, namespace, name, change, fields }: DiffResult['differences'][number]) {
  return { kind, namespace, name, change, paths: [...new Set(fields.map((each) => each.path))] };
}

function statementShape({ effect, ...statement }: Statement) {
  if (effect === undefined) return statement;
  if (effect.status !== 'changed') return { ...statement, effect: { status: effect.status } };
  const { attributes, ...witness } = effect.witness;
  return { ...statement, effect: { status: 'changed', ...witness, attributes: Object.fromEntries(attributes) } };
}
