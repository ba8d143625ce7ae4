/** `npm run docs`: writes the generated pages and the schemas of settings files; `--check` lists what is stale instead. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from '@oclif/core';
import { allCodes, codeIndex, codePage } from '../src/explain/code.js';
import { makeManifest } from './build/manifest.js';
import { commandIndex, commandPage, fileOf } from './docs/command-page.js';
import { settingsSchema, userSettingsSchema } from './docs/settings-schema.js';
import { translatedPages } from './translations/pages.js';

/** Every generated file by its path below the root. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const manifest = await makeManifest(root);
  const commands = Object.values(manifest.commands as Record<string, Command.Cached>).filter(
    (command) => !command.hidden,
  );
  const translated = await translatedPages(root);
  return new Map([
    ...translated.map(({ translated: path, text }): [string, string] => [path, text]),
    ['docs/diagnostics/README.md', codeIndex()],
    ...allCodes().map(([code, entry]): [string, string] => [`docs/diagnostics/${code}.md`, codePage(code, entry)]),
    ['docs/commands/README.md', commandIndex(commands)],
    ...commands.map((command): [string, string] => [`docs/commands/${fileOf(command.id)}`, commandPage(command)]),
    ['schemas/aeraki-settings.json', `${JSON.stringify(settingsSchema(commands), undefined, 2)}\n`],
    ['schemas/aeraki-user-settings.json', `${JSON.stringify(userSettingsSchema(commands), undefined, 2)}\n`],
  ]);
}

/** Files that differ from what would be generated, are missing, or are left over; sorted. */
export async function staleFiles(root: string): Promise<readonly string[]> {
  const files = await generatedFiles(root);
  const stale: string[] = [];
  for (const [path, text] of files) {
    if ((await readFile(join(root, path), 'utf8').catch(() => undefined)) !== text) stale.push(path);
  }
  for (const path of await pagesThere(root)) if (!files.has(path)) stale.push(path);
  return stale.sort();
}

async function pagesThere(root: string): Promise<readonly string[]> {
  const folders = ['docs/diagnostics', 'docs/commands', 'docs/handbook/zh'];
  const lists = await Promise.all(folders.map((folder) => readdir(join(root, folder)).catch(() => [])));
  return lists.flatMap((names, index) => names.map((name) => `${folders[index]}/${name}`));
}

const root = join(fileURLToPath(import.meta.url), '..', '..');
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = await staleFiles(root);
    if (stale.length > 0) {
      process.stderr.write(`Stale: ${stale.join(', ')}. Run \`npm run docs\` and commit the result.\n`);
      process.exitCode = 1;
    }
  } else {
    const files = await generatedFiles(root);
    for (const path of await pagesThere(root)) if (!files.has(path)) await rm(join(root, path));
    for (const [path, text] of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  }
}
