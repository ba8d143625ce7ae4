import type { Command } from '@oclif/core';

/** The shipped manifest: all commands with their flags, by id. */
export interface CommandTable {
  readonly commands: Readonly<Record<string, Command.Cached>>;
  /** What each topic is about. */
  readonly topics?: Readonly<Record<string, string>>;
}

export type Resolved =
  /** Run this command with the words after its name. */
  | { readonly id: string; readonly rest: readonly string[] }
  /** Show help about these words; none: about the program. */
  | { readonly help: readonly string[] }
  | { readonly unknown: string; readonly before: readonly string[] };

/** What the command line asks for. Names of commands and their aliases are the longest match at its beginning. */
export function resolveCommand(commandLine: readonly string[], table: CommandTable): Resolved {
  const argv = commandFirst(commandLine, table);
  const [first] = argv;
  if (first === undefined) return { help: [] };
  const names = commandNames(table);
  const dashes = argv.indexOf('--');
  const wantsHelp = argv
    .slice(0, dashes === -1 ? argv.length : dashes)
    .some((word) => word === '--help' || word === '-h');
  const words = first === 'help' ? argv.slice(1) : argv;
  const known: string[] = [];
  let id: string | undefined;
  let length = 0;
  for (const word of words) {
    if (word.startsWith('-')) break;
    known.push(word);
    const name = known.join(':');
    if (names.has(name)) {
      id = names.get(name);
      length = known.length;
    } else if (!isTopic(name, names)) {
      known.pop();
      break;
    }
  }
  const next = words[known.length];
  const stray = next !== undefined && !next.startsWith('-') ? next : undefined;
  if (id !== undefined && length === known.length) {
    if (first === 'help' || wantsHelp) return { help: id.split(':') };
    return { id, rest: words.slice(length) };
  }
  if (stray !== undefined) return { unknown: stray, before: known };
  if (next !== undefined && !wantsHelp && next !== '--version') return { unknown: next, before: known };
  return { help: id !== undefined ? id.split(':') : topicOf(known, names) };
}

/** A topic by the name that it has of its own: where all that is under `pc` is under `proxy-config`, `pc` is another name for it. */
function topicOf(words: readonly string[], names: ReadonlyMap<string, string>): readonly string[] {
  const prefix = `${words.join(':')}:`;
  const ids = [...names].filter(([name]) => name.startsWith(prefix)).map(([, id]) => id.split(':'));
  const [topic, ...others] = new Set(ids.map((id) => id.slice(0, words.length).join(':')));
  return topic !== undefined && others.length === 0 ? topic.split(':') : words;
}

/** Ids and aliases, each with the id that it stands for. */
export function commandNames(table: CommandTable): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [id, command] of Object.entries(table.commands)) {
    for (const name of [id, ...command.aliases, ...command.hiddenAliases]) names.set(name.replaceAll(' ', ':'), id);
  }
  return names;
}

function isTopic(name: string, names: ReadonlyMap<string, string>): boolean {
  for (const known of names.keys()) if (known.startsWith(`${name}:`)) return true;
  return false;
}

/** Flags before the command (`aeraki -n shop translate …`, as kubectl allows) are put behind it. */
function commandFirst(argv: readonly string[], table: CommandTable): readonly string[] {
  let length = 0;
  for (let word = argv[0]; word?.startsWith('-') && word !== '--' && word !== '-'; word = argv[length]) {
    length += takesValue(word, table) ? 2 : 1;
  }
  const words = argv.slice(length);
  if (length === 0 || words.length === 0 || words[0]?.startsWith('-')) return argv;
  const names = commandNames(table);
  const path: string[] = [];
  for (const word of words) {
    const name = [...path, word].join(':');
    if (!names.has(name) && !isTopic(name, names) && word !== 'help') break;
    path.push(word);
  }
  return [...path, ...argv.slice(0, length), ...words.slice(path.length)];
}

/** Whether some command has this flag with a value in the next word. */
function takesValue(word: string, table: CommandTable): boolean {
  return Object.values(table.commands).some(({ flags }) =>
    Object.values(flags).some(
      ({ name, char, type }) =>
        type === 'option' && (word === `--${name}` || (char !== undefined && word === `-${char}`)),
    ),
  );
}
