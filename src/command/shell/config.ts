import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Command, Config, type Interfaces } from '@oclif/core';
import type { Program } from './main.js';
import { readJson } from './read-json.js';
import type { CommandTable } from './resolve.js';

/** Without the themes that oclif looks for in the home directory. */
class ProgramConfig extends Config {
  override async loadTheme(): Promise<undefined> {
    return undefined;
  }

  /** To ask the system for the user's shell fails for a user whom it does not know. */
  protected override _shell(): string {
    try {
      return super._shell();
    } catch {
      return 'unknown';
    }
  }
}

/** oclif's idea of the program, from the shipped manifest; nothing is searched for. */
export async function makeConfig({ root, name, loaders }: Program, table: CommandTable): Promise<Config> {
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
  giveHome(process.env);
  await config.load();
  config.bin = name;
  return config;
}

/**
 * A user whom the system does not know (in a container that runs as any number, in a root without /etc/passwd) has no home, and
 * asking for it fails. Such a one gets what container runtimes give: the root.
 */
function giveHome(environment: NodeJS.ProcessEnv): void {
  if (environment.HOME || process.platform === 'win32') return;
  try {
    homedir();
  } catch {
    environment.HOME = '/';
  }
}
