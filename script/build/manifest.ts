import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandFiles } from './bundle.js';

const require = createRequire(import.meta.url);

/** Writes `oclif.manifest.json`: what help, completion and the reading of settings know about every command. */
export async function writeManifest(root: string): Promise<void> {
  const files = await commandFiles(root);
  // Not among the package's exports, but the very function that oclif's own manifest is made with.
  const core = join(require.resolve('@oclif/core'), '..');
  const { cacheCommand } = require(join(core, 'util', 'cache-command.js'));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const commands: Record<string, unknown> = {};
  for (const [id, file] of files) {
    const { default: CommandClass } = await import(pathToFileURL(file).href);
    CommandClass.id = id;
    commands[id] = strip(await cacheCommand(CommandClass, undefined, true), root);
  }
  await writeFile(join(root, 'oclif.manifest.json'), `${JSON.stringify({ commands, version }, undefined, 1)}\n`);
}

/** Leaves out what depends on the machine. */
function strip(command: Record<string, unknown>, _root: string): Record<string, unknown> {
  const { pluginAlias: _alias, pluginName: _name, pluginType: _type, ...rest } = command;
  return rest;
}
