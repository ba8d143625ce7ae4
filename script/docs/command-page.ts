import type { Command } from '@oclif/core';

type Flag = Command.Cached['flags'][string];
type Arg = Command.Cached['args'][string];

/** The page of a command in Markdown, from the shipped manifest. */
export function commandPage(command: Command.Cached): string {
  const name = `aeraki ${command.id.replaceAll(':', ' ')}`;
  const args = Object.values(command.args).filter((arg) => !arg.hidden);
  const flags = Object.values(command.flags).filter((flag) => !flag.hidden);
  const own = flags.filter((flag) => flag.helpGroup !== 'GLOBAL');
  const global = flags.filter((flag) => flag.helpGroup === 'GLOBAL');
  const many = command.strict === false ? '...' : '';
  const usage = [
    name,
    ...args.map((arg) => (arg.required ? `${arg.name.toUpperCase()}${many}` : `[${arg.name.toUpperCase()}${many}]`)),
    '[flags]',
  ];
  const names = [...command.aliases, ...command.hiddenAliases].map(
    (alias) => `\`aeraki ${alias.replaceAll(':', ' ')}\``,
  );
  const parts = [
    `# ${name}`,
    command.summary ?? '',
    `\`\`\`sh\n${usage.join(' ')}\n\`\`\``,
    names.length > 0 ? `Also: ${names.join(', ')}.` : '',
    render(command.description ?? ''),
    args.length > 0 ? `## Arguments\n\n| | |\n| --- | --- |\n${args.map(argRow).join('\n')}` : '',
    `## Flags\n\n${flagTable(own)}`,
    global.length > 0 ? `Of every command:\n\n${flagTable(global)}` : '',
    examples(command),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** The list of all commands. */
export function commandIndex(commands: readonly Command.Cached[]): string {
  const rows = commands.map(({ id, summary }) => {
    const name = id.replaceAll(':', ' ');
    return `| [${name}](${fileOf(id)}) | ${cell(summary ?? '')} |`;
  });
  return `# Commands\n\n| Command | What it does |\n| --- | --- |\n${rows.join('\n')}\n`;
}

export function fileOf(id: string): string {
  return `${id.replaceAll(':', '-')}.md`;
}

function flagTable(flags: readonly Flag[]): string {
  if (flags.length === 0) return 'None of its own.';
  return `| Flag | What it does |\n| --- | --- |\n${flags.map(flagRow).join('\n')}`;
}

function flagRow(flag: Flag): string {
  const value =
    flag.type === 'option' ? ` ${flag.options?.join('\\|') ?? flag.helpValue?.toString() ?? '<value>'}` : '';
  const long = flag.type === 'boolean' && flag.allowNo ? `--[no-]${flag.name}` : `--${flag.name}`;
  const short = flag.char ? `-${flag.char}, ` : '';
  const notes = [
    flag.type === 'option' && flag.multiple ? 'May be repeated.' : '',
    flag.type === 'option' && flag.default !== undefined && String(flag.default) !== ''
      ? `Default: \`${String(flag.default)}\`.`
      : '',
    flag.required ? 'Required.' : '',
  ];
  return `| \`${short}${long}${value}\` | ${cell([flag.summary ?? flag.description ?? '', ...notes].filter(Boolean).join(' '))} |`;
}

function argRow(arg: Arg): string {
  const options = arg.options ? ` One of ${arg.options.map((option) => `\`${option}\``).join(', ')}.` : '';
  return `| \`${arg.name.toUpperCase()}\` | ${cell((arg.description ?? '') + options)}${arg.required ? ' Required.' : ''} |`;
}

function examples(command: Command.Cached): string {
  const list = command.examples ?? [];
  if (list.length === 0) return '';
  const texts = [list].flat().map((example) => {
    if (typeof example === 'string') return render(example);
    return `# ${render(example.description)}\n${render(example.command)}`;
  });
  return `## Examples\n\n\`\`\`sh\n${texts.join('\n\n')}\n\`\`\``;
}

/** What oclif's templates use in our texts. */
function render(text: string): string {
  return text.replaceAll('<%= config.bin %>', 'aeraki').replaceAll('<%= command.id %>', '');
}

function cell(text: string): string {
  return render(text).replaceAll('\n', ' ').replace(/\|/g, '\\|').replaceAll('<', '&lt;');
}
