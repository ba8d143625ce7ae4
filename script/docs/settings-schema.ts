import type { Command } from '@oclif/core';
import { isOpenToTree } from '../../src/command/shell/trust.js';

type Flag = Command.Cached['flags'][string];

const where = 'at the top for every command that has the flag, under the name of a command for that one.';

/**
 * The JSON Schema of `.aeraki.yaml`, from the shipped manifest: the flags that a tree may set, at the top and under the
 * names of commands.
 */
export function settingsSchema(commands: readonly Command.Cached[]): object {
  return {
    ...head('aeraki-settings.json', 'Settings of aeraki in a tree (.aeraki.yaml)'),
    description: `Defaults of the flags that a tree may set: ${where}`,
    ...scope('', commands.map(openFlags)),
  };
}

/** The JSON Schema of the user's own file, which may hold every flag. */
export function userSettingsSchema(commands: readonly Command.Cached[]): object {
  return {
    ...head('aeraki-user-settings.json', 'Settings of aeraki of a user (~/.config/aeraki/config.yaml)'),
    description: `Defaults of flags: ${where}`,
    ...scope('', commands),
  };
}

function head($id: string, title: string): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id, title };
}

function openFlags(command: Command.Cached): Command.Cached {
  return {
    ...command,
    flags: Object.fromEntries(Object.entries(command.flags).filter(([, flag]) => isOpenToTree(flag))),
  };
}

function scope(prefix: string, commands: readonly Command.Cached[]): object {
  const properties: Record<string, object> = {};
  const below = new Map<string, Command.Cached[]>();
  const flags = new Map<string, Flag[]>();
  for (const command of commands) {
    for (const [name, flag] of Object.entries(command.flags)) flags.set(name, [...(flags.get(name) ?? []), flag]);
    const [word] = command.id.slice(prefix.length).split(':');
    if (word && command.id.length > prefix.length - 1) below.set(word, [...(below.get(word) ?? []), command]);
  }
  for (const [name, same] of [...flags].sort(([a], [b]) => (a < b ? -1 : 1))) properties[name] = flagSchema(same);
  for (const [word, inside] of [...below].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const nested = scope(`${prefix}${word}:`, inside);
    properties[word] = properties[word] ? { anyOf: [properties[word], nested] } : nested;
  }
  return { type: ['object', 'null'], additionalProperties: false, properties };
}

function flagSchema(flags: readonly Flag[]): object {
  const [first] = flags;
  const description = first?.summary ?? first?.description;
  const choices = dedupe(flags.map(valueSchema));
  return { ...(description && { description }), ...(choices.length === 1 ? choices[0] : { anyOf: choices }) };
}

function valueSchema(flag: Flag): object {
  if (flag.type === 'boolean') return { enum: [true, false, 'yes', 'no', 'on', 'off', null] };
  const one = flag.options ? { enum: [...flag.options, null] } : { type: ['string', 'number', 'boolean', 'null'] };
  return flag.multiple ? { anyOf: [one, { type: 'array', items: one }] } : one;
}

function dedupe(schemas: readonly object[]): readonly object[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}
