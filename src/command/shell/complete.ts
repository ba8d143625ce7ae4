import type { Command } from '@oclif/core';
import { printable } from '../../output/printable.js';
import { type CommandTable, commandNames } from './resolve.js';

/** What a shell may do beside the candidates; the numbers are those of kubectl's own completion protocol (cobra). */
const directive = { files: 0, noFiles: 4, folders: 16 } as const;

export interface Completion {
  readonly candidates: readonly { readonly value: string; readonly about: string }[];
  readonly directive: number;
  /** What `current` begins and ends with around a host: hosts of the input are candidates too, which only reading it gives. */
  readonly hosts?: { readonly before: string; readonly prefix: string };
}

type FlagDefinition = Command.Cached['flags'][string];
type Completable = Command.Cached & {
  /** Values for the first positional argument, where they are no files. */
  readonly suggestions?: readonly string[];
  /** The first positional argument may be the host of a service. */
  readonly suggestsHosts?: boolean;
};

/** Prints the candidates for the last of `words`, one `value<TAB>description` a line, then `:` and the directive. */
export async function printCompletions(words: readonly string[], table: CommandTable): Promise<void> {
  const { candidates: fixed, directive: code, hosts } = complete(words, table);
  const candidates = hosts === undefined ? fixed : [...fixed, ...(await hostCandidates(words, hosts))];
  const lines = candidates.map(({ value, about }) => (about ? `${value}\t${printable(about)}` : value));
  process.stdout.write(`${[...lines, `:${code}`].join('\n')}\n`);
}

async function hostCandidates(
  words: readonly string[],
  { before, prefix }: NonNullable<Completion['hosts']>,
): Promise<readonly Candidate[]> {
  const { hostsFor } = await import('./complete-hosts.js');
  const hosts = await hostsFor(words.slice(0, -1));
  return hosts
    .filter((host) => host.startsWith(prefix))
    .map((host) => ({ value: before + printable(host), about: '' }));
}

/** Candidates for the last of `words` (which may be empty), given the words before it; pure. */
export function complete(words: readonly string[], table: CommandTable): Completion {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const { path, command, rest } = walk(before[0] === 'help' ? before.slice(1) : before, table);
  const helping = before[0] === 'help';
  if (!command || helping) return only(current, subcommands(path, table, before.length === 0));
  const flags = command.flags;
  const dashes = rest.includes('--');
  const last = rest.at(-1);
  const pending = dashes || last === undefined ? undefined : valueFlag(last, flags);
  if (pending) return values(pending, current, '');
  if (!dashes && current.startsWith('-')) {
    const equals = current.indexOf('=');
    const flag = equals > 0 ? flags[current.slice(2, equals)] : undefined;
    if (flag) return values(flag, current.slice(equals + 1), current.slice(0, equals + 1));
    return only(current, flagNames(flags, rest));
  }
  const below = subcommands(path, table, false);
  if (below.length > 0 && rest.length === 0) {
    const found = only(current, below);
    if (found.candidates.length > 0 || !takesPaths(command)) return found;
  }
  const positional = (command as Completable).suggestions;
  if (positional)
    return only(
      current,
      positional.map((value) => ({ value, about: '' })),
    );
  const code = takesPaths(command) || command.suggestsHosts ? directive.files : directive.noFiles;
  const isFirst = !rest.some((word) => !word.startsWith('-'));
  return {
    candidates: [],
    directive: code,
    ...(command.suggestsHosts && isFirst && { hosts: { before: '', prefix: current } }),
  };
}

type Candidate = Completion['candidates'][number];

function only(prefix: string, candidates: readonly Candidate[]): Completion {
  return { candidates: candidates.filter(({ value }) => value.startsWith(prefix)), directive: directive.noFiles };
}

/** Goes down the words as far as they are names of commands; what follows belongs to the command. */
function walk(
  words: readonly string[],
  table: CommandTable,
): { path: string; command?: Completable; rest: readonly string[] } {
  const names = commandNames(table);
  let path = '';
  let used = 0;
  for (const word of words) {
    const next = path ? `${path}:${word}` : word;
    const known = names.has(next) || [...names.keys()].some((name) => name.startsWith(`${next}:`));
    if (!known) break;
    path = next;
    used++;
  }
  const command = table.commands[names.get(path) ?? ''];
  return { path, ...(command && { command }), rest: words.slice(used) };
}

function subcommands(path: string, table: CommandTable, withHelp: boolean): readonly Candidate[] {
  const prefix = path ? `${path}:` : '';
  const found = new Map<string, string>();
  for (const [id, command] of Object.entries(table.commands)) {
    if (command.hidden) continue;
    for (const name of [id, ...command.aliases]) {
      if (!name.startsWith(prefix) || name === path) continue;
      const [word = '', ...deeper] = name.slice(prefix.length).split(':');
      const about = deeper.length > 0 ? (table.topics?.[prefix + word] ?? '') : (command.summary ?? '');
      if (!found.get(word)) found.set(word, about);
    }
  }
  if (withHelp) found.set('help', 'Show help about a command.');
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, about]) => ({ value, about }));
}

function flagNames(flags: Readonly<Record<string, FlagDefinition>>, used: readonly string[]): readonly Candidate[] {
  const names = Object.entries(flags)
    .filter(([name, flag]) => !flag.hidden && (isMultiple(flag) || !used.some((word) => isFlag(word, name, flag))))
    .map(([name, flag]) => ({ value: `--${name}`, about: flag.summary ?? '' }));
  return [...names, { value: '--help', about: 'Show help about this command.' }];
}

function isMultiple(flag: FlagDefinition): boolean {
  return flag.type === 'option' && flag.multiple === true;
}

function isFlag(word: string, name: string, flag: FlagDefinition): boolean {
  return word === `--${name}` || word.startsWith(`--${name}=`) || (flag.char !== undefined && word === `-${flag.char}`);
}

/** The flag that `word` names, if it takes a value in the next word. */
function valueFlag(word: string, flags: Readonly<Record<string, FlagDefinition>>): FlagDefinition | undefined {
  const found = Object.entries(flags).find(([name, flag]) => isFlag(word, name, flag) && !word.includes('='));
  return found?.[1].type === 'option' ? found[1] : undefined;
}

/** Values of one flag; those of a list are completed after its last comma. */
function values(flag: FlagDefinition, current: string, prefix: string): Completion {
  if (flag.type !== 'option') return { candidates: [], directive: directive.noFiles };
  if (flag.options) {
    const comma = flag.multiple && flag.delimiter ? current.lastIndexOf(',') + 1 : 0;
    const head = prefix + current.slice(0, comma);
    const chosen = new Set(current.slice(0, comma).split(','));
    return only(
      prefix + current,
      flag.options.filter((value) => !chosen.has(value)).map((value) => ({ value: head + value, about: '' })),
    );
  }
  if (flag.helpValue?.toString() === '<host>') {
    return { candidates: [], directive: directive.noFiles, hosts: { before: prefix, prefix: current } };
  }
  const kind = /file|path|kubeconfig/.test(flag.helpValue?.toString() ?? '')
    ? directive.files
    : /dir/.test(flag.helpValue?.toString() ?? '')
      ? directive.folders
      : directive.noFiles;
  return { candidates: [], directive: kind };
}

function takesPaths(command: Command.Cached): boolean {
  return Object.values(command.args).some(({ name }) => /path|file|dump|dir/i.test(name));
}
