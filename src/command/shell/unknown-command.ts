import { nearest } from '../../diagnostics/nearest.js';
import { printable } from '../../output/printable.js';
import { exit } from './exit.js';
import { type CommandTable, commandNames } from './resolve.js';

/** Says that a command does not exist, and which one was probably meant. Exit code 64. */
export function showUnknownCommand(
  { unknown, before }: { readonly unknown: string; readonly before: readonly string[] },
  table: CommandTable,
  program: string,
): void {
  const prefix = before.length > 0 ? `${before.join(':')}:` : '';
  const candidates = new Set<string>();
  for (const [name, id] of commandNames(table)) {
    if (name.startsWith(prefix) && !table.commands[id]?.hidden)
      candidates.add(name.slice(prefix.length).split(':')[0] ?? '');
  }
  const path = [program, ...before].join(' ');
  const meant = nearest(unknown, candidates) ?? beginning(unknown, candidates);
  const what = unknown.startsWith('-')
    ? `flag ${printable(unknown)} before a command. Flags stand after the command.`
    : `command "${printable([...before, unknown].join(' '))}".`;
  const hint = meant ? ` Did you mean "${[...before, meant].join(' ')}"?` : '';
  process.stderr.write(`Error: unknown ${what}${hint}\nRun \`${path} --help\` for the list of commands.\n`);
  process.exitCode = exit.usage;
}

/** The only candidate that begins with `word`. */
function beginning(word: string, candidates: Iterable<string>): string | undefined {
  const found = [...candidates].filter((name) => name.startsWith(word));
  return found.length === 1 ? found[0] : undefined;
}
