import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Config, type Interfaces } from '@oclif/core';
import type { AerakiCommand } from './command.js';
import { exit, worst } from './exit.js';
import { type CommandTable, resolveCommand } from './resolve.js';

/** The classes of the commands by id (`rds:serve`), each loaded when it is called for. Made by the build from `commands/`. */
export type CommandLoaders = Readonly<Record<string, () => Promise<{ readonly default: CommandClass }>>>;
type CommandClass = Omit<Command.Class, 'run'> & (new (argv: string[], config: Config) => AerakiCommand);

export interface Program {
  readonly loaders: CommandLoaders;
  /** The installed package: package.json, oclif.manifest.json. */
  readonly root: string;
  /** What help calls the program: `aeraki`, `kubectl aeraki`. */
  readonly name: string;
}

/** Runs one command line and sets `process.exitCode`; never raises. */
export async function main(argv: readonly string[], program: Program): Promise<void> {
  quietWhenClosed();
  let running = program.name;
  try {
    const table = readJson(join(program.root, 'oclif.manifest.json')) as CommandTable;
    if (argv[0] === '__complete') {
      const { printCompletions } = await import('./complete.js');
      return printCompletions(argv.slice(1), table);
    }
    const config = await makeConfig(program, table);
    const resolved = resolveCommand(argv, table);
    if ('help' in resolved) {
      const { showHelp } = await import('./help.js');
      return await showHelp(resolved.help, config);
    }
    if ('unknown' in resolved) {
      const { showUnknownCommand } = await import('./unknown-command.js');
      return showUnknownCommand(resolved, table, program.name);
    }
    const loader = program.loaders[resolved.id];
    if (!loader) throw new Error(`no such command: ${resolved.id}`);
    const { default: CommandClass } = await loader();
    CommandClass.id = resolved.id;
    running = [program.name, ...resolved.id.split(':')].join(' ');
    await new CommandClass([...resolved.rest], config).start();
  } catch (error) {
    const { showFailure } = await import('./failure.js');
    const code = await showFailure(error, running);
    process.exitCode = worst(Number(process.exitCode ?? exit.fine), code);
  }
}

/**
 * A reader that closes its end (`| head`) ends the program quietly, with whatever code it has by then. `process.exit` is
 * right here alone: nothing that is still to be printed could arrive.
 */
function quietWhenClosed(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit();
    else throw error;
  });
  process.stderr.on('error', () => undefined);
}

/** Without the themes that oclif looks for in the home directory. */
class ProgramConfig extends Config {
  override async loadTheme(): Promise<undefined> {
    return undefined;
  }
}

async function makeConfig({ root, name, loaders }: Program, table: CommandTable): Promise<Config> {
  const pjson = readJson(join(root, 'package.json')) as Interfaces.PJSON;
  const commands = Object.entries(table.commands).map(([id, command]) => ({
    ...command,
    pluginType: 'core',
    async load(): Promise<Command.Class> {
      const loaded = await loaders[id]?.();
      if (!loaded) throw new Error(`no such command: ${id}`);
      loaded.default.id = id;
      return loaded.default as unknown as Command.Class;
    },
  })) as Command.Loadable[];
  // What oclif's own Plugin would find out by looking around on the disk, which costs more than running the command.
  const plugin = {
    _base: '',
    alias: pjson.name,
    commandIDs: Object.keys(table.commands),
    commands,
    commandsDir: undefined,
    hasManifest: true,
    hooks: {},
    isRoot: true,
    moduleType: 'module',
    name: pjson.name,
    options: { root },
    pjson,
    root,
    topics: Object.entries(pjson.oclif.topics ?? {}).map(([topic, text]) => ({ ...text, name: topic })),
    type: 'core',
    valid: true,
    version: pjson.version,
    findCommand: (id: string) => commands.find((command) => command.id === id)?.load(),
    load: async () => undefined,
  } as unknown as Interfaces.Plugin;
  const config = new ProgramConfig({ root, pjson, plugins: new Map([[pjson.name, plugin]]) });
  await config.load();
  config.bin = name;
  return config;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
