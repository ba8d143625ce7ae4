import { join } from 'node:path';
import type { Command, Config } from '@oclif/core';
import type { AerakiCommand } from './command.js';
import { exit, worst } from './exit.js';
import { outputFailed } from './output-failed.js';
import { readJson } from './read-json.js';
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
  process.stdout.on('error', outputFailed);
  process.stderr.on('error', () => undefined);
  // What Node says of the ways of libraries (DEP0123: a certificate for an IP address) is not for who runs a command.
  process.noDeprecation = true;
  let running = program.name;
  try {
    const table = readJson(join(program.root, 'oclif.manifest.json')) as CommandTable;
    if (argv[0] === '__complete') {
      const { printCompletions } = await import('./complete.js');
      return await printCompletions(argv.slice(1), table);
    }
    const resolved = resolveCommand(argv, table);
    if ('unknown' in resolved) {
      const { showUnknownCommand } = await import('./unknown-command.js');
      return showUnknownCommand(resolved, table, program.name);
    }
    const { makeConfig } = await import('./config.js');
    const config = await makeConfig(program, table);
    if ('help' in resolved) {
      const { showHelp } = await import('./help.js');
      return await showHelp(resolved.help, config);
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
