import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Loaded {
  readonly default: { readonly flags?: Readonly<Record<string, object>> };
}

/** `-o` is made by `outputFlag`, with the formats of the command: that one function is where it is defined. */
const made = new Set(['output']);

describe('flags', () => {
  it('are defined once: what two commands have in common is one object', async () => {
    const files = readdirSync('commands', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const definitions = new Map<string, { readonly file: string; readonly flag: object }>();
    const twice: string[] = [];
    for (const file of files) {
      const { default: command } = (await import(pathToFileURL(join('commands', file)).href)) as Loaded;
      for (const [name, flag] of Object.entries(command.flags ?? {})) {
        if (made.has(name)) continue;
        const text = `${name} ${JSON.stringify(flag)}`;
        const known = definitions.get(text);
        if (known === undefined) definitions.set(text, { file, flag });
        else if (known.flag !== flag) twice.push(`--${name} in commands/${known.file} and commands/${file}`);
      }
    }
    assert.ok(definitions.size > 100, 'the flags were found');
    assert.deepEqual(twice, []);
  });
});
