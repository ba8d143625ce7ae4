import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '@oclif/core';
import { makeManifest } from '../../script/build/manifest.js';
import { root } from './program.js';

const golden = join(root, 'test', 'golden', 'cli', 'surface.json');
const repair =
  'The command line that scripts rely on has changed. If that is meant: UPDATE_GOLDEN=1 npx mocha --spec test/cli/surface.test.ts, and a line in CHANGELOG.md.';

/** What a script may rely on: names, types, choices and defaults; texts are free to change. */
function surfaceOf(command: Command.Cached): object {
  const { aliases, hiddenAliases, args, flags, strict, hidden } = command;
  return {
    ...(hidden && { hidden }),
    ...(aliases.length > 0 && { aliases }),
    ...(hiddenAliases.length > 0 && { hiddenAliases }),
    ...(strict === false && { manyArgs: true }),
    args: Object.fromEntries(Object.values(args).map(({ name, required, options }) => [name, { required, options }])),
    flags: Object.fromEntries(
      Object.values(flags)
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((flag) => {
          const { name, char, type, required, aliases, hidden } = flag;
          const value =
            flag.type === 'option'
              ? { options: flag.options, multiple: flag.multiple, delimiter: flag.delimiter, default: flag.default }
              : { allowNo: flag.allowNo };
          return [name, { char, type, required, aliases, hidden, ...value }];
        }),
    ),
  };
}

describe('the command surface', () => {
  let commands: readonly Command.Cached[];

  before(async function () {
    this.timeout(120_000);
    const manifest = await makeManifest(root);
    commands = Object.values(manifest.commands as Record<string, Command.Cached>);
  });

  it('is what was written down', async () => {
    const results = join(root, 'schemas', 'results');
    const schemas = await Promise.all(
      (await readdir(results))
        .sort()
        .map(async (name) => [name, JSON.parse(await readFile(join(results, name), 'utf8'))]),
    );
    const surface = {
      commands: Object.fromEntries(commands.map((command) => [command.id, surfaceOf(command)])),
      results: Object.fromEntries(schemas),
    };
    const text = `${JSON.stringify(surface, undefined, 1)}\n`;
    if (process.env.UPDATE_GOLDEN === '1' && !process.env.CI) await writeFile(golden, text);
    const written = await readFile(golden, 'utf8').catch(() => '{}');
    assert.deepStrictEqual(JSON.parse(text), JSON.parse(written), repair);
  });

  it('has a summary, examples and a text for every flag', () => {
    const missing: string[] = [];
    for (const command of commands.filter(({ hidden }) => !hidden)) {
      if (!command.summary?.endsWith('.')) missing.push(`${command.id}: a summary that is a sentence`);
      if (!command.examples?.length) missing.push(`${command.id}: examples`);
      for (const flag of Object.values(command.flags)) {
        if (!(flag.summary ?? flag.description)) missing.push(`${command.id} --${flag.name}: a summary`);
      }
    }
    assert.deepStrictEqual(missing, []);
  });

  it('never lets a flag swallow the paths behind it, nor an argument the standard input', async () => {
    const { commandFiles } = await import('../../script/build/bundle.js');
    const wrong: string[] = [];
    for (const [id, file] of await commandFiles(root)) {
      const { default: loaded } = (await import(file)) as { default: Command.Class };
      for (const [name, flag] of Object.entries({ ...loaded.baseFlags, ...loaded.flags })) {
        if (flag.type === 'option' && flag.multiple && !flag.multipleNonGreedy)
          wrong.push(`${id} --${name}: multipleNonGreedy`);
      }
      for (const [name, arg] of Object.entries(loaded.args))
        if (!arg.ignoreStdin) wrong.push(`${id} ${name}: ignoreStdin`);
    }
    assert.deepStrictEqual(wrong, []);
  });

  it('lists every topic with a text in package.json', async () => {
    const pjson = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const topics = new Set(commands.flatMap(({ id }) => (id.includes(':') ? [id.split(':')[0] ?? ''] : [])));
    const missing = [...topics].filter((topic) => !pjson.oclif.topics[topic]?.description);
    assert.deepStrictEqual(missing, [], 'Describe the topic under oclif.topics in package.json.');
  });
});
