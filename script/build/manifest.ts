import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFileGlobs, isOpenToTree, ofFiles, treeMay } from '../../src/command/shell/trust.js';
import { commandFiles } from './bundle.js';

const require = createRequire(import.meta.url);

/** What help, completion and the reading of settings know about every command. */
export async function makeManifest(root: string): Promise<{ readonly commands: Record<string, unknown> }> {
  const files = await commandFiles(root);
  // Not among the package's exports, but the very function that oclif's own manifest is made with.
  const core = join(require.resolve('@oclif/core'), '..');
  const { cacheCommand } = require(join(core, 'util', 'cache-command.js'));
  const { version, oclif } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const topics = Object.fromEntries(
    Object.entries(oclif.topics as Record<string, { description: string }>).map(([name, { description }]) => [
      name,
      description,
    ]),
  );
  const commands: Record<string, unknown> = {};
  for (const [id, file] of files) {
    const { default: CommandClass } = await import(pathToFileURL(file).href);
    CommandClass.id = id;
    const definitions: Record<string, object> = { ...CommandClass.baseFlags, ...CommandClass.flags };
    commands[id] = withTrust(withoutPlugin(await cacheCommand(CommandClass, undefined, true)), definitions);
  }
  return JSON.parse(JSON.stringify({ commands, topics, version }));
}

/** Writes `oclif.manifest.json`. */
export async function writeManifest(root: string): Promise<void> {
  await writeFile(join(root, 'oclif.manifest.json'), `${JSON.stringify(await makeManifest(root))}\n`);
}

/** There are no plugins, so what oclif notes about them is left out. */
function withoutPlugin(command: Record<string, unknown>): Record<string, unknown> {
  const { pluginAlias: _alias, pluginName: _name, pluginType: _type, ...rest } = command;
  // Help would show the empty list that a repeatable flag begins with as "[default: ]".
  for (const flag of Object.values(rest.flags as Record<string, { default?: unknown }>)) {
    if (Array.isArray(flag.default) && flag.default.length === 0) delete flag.default;
  }
  return rest;
}

/** Which flags a tree may set: oclif takes over only the properties that it knows. */
function withTrust(command: Record<string, unknown>, definitions: Readonly<Record<string, object>>): object {
  for (const [name, flag] of Object.entries(command.flags as Record<string, object>)) {
    if (isOpenToTree(definitions[name] ?? {})) Object.assign(flag, treeMay({}));
    if (isFileGlobs(definitions[name] ?? {})) Object.assign(flag, ofFiles({}));
  }
  return command;
}
