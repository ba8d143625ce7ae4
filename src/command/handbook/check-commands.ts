import { type CommandTable, resolveCommand } from '../shell/resolve.js';

/**
 * What is wrong with the command lines of a shell block that is not run: every `aeraki …` in it has to name a command
 * that there is, with flags and flag values that it has. Other programs are not looked at.
 */
export function checkCommands(text: string, table: CommandTable): readonly string[] {
  return commandLines(text).flatMap((words) => checkLine(words, table));
}

function checkLine([, ...words]: readonly string[], table: CommandTable): readonly string[] {
  const line = `aeraki ${words.join(' ')}`;
  const resolved = resolveCommand(words, table);
  if ('unknown' in resolved)
    return [`${line}: there is no command "${[...resolved.before, resolved.unknown].join(' ')}"`];
  if ('help' in resolved) return [];
  const command = table.commands[resolved.id];
  if (command === undefined) return [`${line}: there is no such command`];
  const flags = Object.values(command.flags);
  const wrong: string[] = [];
  const { rest } = resolved;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    if (word === '--') break;
    if (!/^-./.test(word) || /^-\d/.test(word)) continue;
    const [name = '', inline] = word.startsWith('--')
      ? word.slice(2).split(/=(.*)/s)
      : [word.slice(1, 2), word.slice(2) || undefined];
    const flag = flags.find((each) =>
      word.startsWith('--')
        ? each.name === name || (each.type === 'boolean' && each.allowNo === true && `no-${each.name}` === name)
        : each.char === name,
    );
    if (flag === undefined) {
      // --watch=full is a flag of its own.
      if (!(inline !== undefined && flags.some((each) => each.name === `${name}-${inline}`)))
        wrong.push(`${line}: no flag ${word}`);
      continue;
    }
    if (flag.type !== 'option') continue;
    const value = inline ?? rest[++at];
    if (value === undefined) wrong.push(`${line}: ${word} needs a value`);
    else if (flag.options !== undefined && !value.split(',').every((one) => flag.options?.includes(one)))
      wrong.push(`${line}: ${word} is one of ${flag.options.join(', ')}`);
  }
  return wrong;
}

/** The calls of aeraki in a shell script, as words; quotes, continued lines, comments, pipes and `$ ` prompts are understood. */
export function commandLines(text: string): readonly (readonly string[])[] {
  const calls: string[][] = [];
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    for (const words of simpleCommands(line.replace(/^\s*\$ /, ''))) {
      // Assignments before a command, and `npx aeraki`, `kubectl aeraki`.
      const bare = words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word)));
      const start = /^(npx|kubectl|time|sudo)$/.test(bare[0] ?? '') ? 1 : 0;
      const first = bare[start] ?? '';
      if (first === 'aeraki' || first === 'bin/run.js' || first === 'kubectl-aeraki') calls.push(bare.slice(start));
    }
  }
  return calls;
}

/** Splits one line at `|`, `;`, `&` and parentheses outside quotes; redirections end the words of a command. */
function simpleCommands(line: string): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  const token =
    /\s+|(#.*$)|(<\([^)]*\))|([|;&()]+|\$\()|(\d?[<>]+&?\s*[^\s|;&()]*)|((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\|;&()<>])+)|./gy;
  for (const [, comment, substitution, separator, redirection, word] of line.matchAll(token)) {
    // What begins with # is a comment; within a word it is a letter like any other.
    if (comment !== undefined) break;
    if (substitution !== undefined) commands.at(-1)?.push(substitution);
    else if (separator !== undefined) commands.push([]);
    else if (redirection === undefined && word !== undefined) commands.at(-1)?.push(unquoted(word));
  }
  return commands.filter((words) => words.length > 0);
}

function unquoted(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g,
    (_, double?: string, single?: string, escaped?: string) =>
      double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : (single ?? escaped ?? ''),
  );
}
