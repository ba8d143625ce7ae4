import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Command } from '@oclif/core';
import { type Installed, installed } from './packed.js';
import { cleanEnvironment } from './program.js';

/** Examples that need what a test of the command line has not: a cluster, a proxy, a server that goes on. */
const elsewhere =
  /--context|--all-namespaces|\s-A\b|--admin-address|--server|--watch|\bserve\b|\bproxy\b|\bplayground\b|\bpod\b|--base|\.ns\b|productpage|deploy(ment)?\/|--lookup-addresses|xds|\blsp\b|\blab\b(?!.*--for)|\bcontroller run\b/;

const protocols = ['dubbo', 'thrift', 'redis', 'trpc', 'private'] as const;

/** The first minute: npm install of the tarball into an empty folder, then what is printed there is typed. */
describe('from npm', () => {
  let place: Installed;
  const sh = (line: string, folder = '.') =>
    promisify(execFile)('bash', ['-c', line], {
      cwd: join(place.path, folder),
      env: cleanEnvironment({
        PATH: `${join(place.path, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
        npm_config_offline: 'true',
      }),
      timeout: 60_000,
    });

  before(async function () {
    this.timeout(240_000);
    place = await installed();
  });
  after(() => place?.remove());

  it('npx aeraki runs', async function () {
    this.timeout(120_000);
    assert.match((await sh('npx aeraki --help')).stdout, /^ {2}init +Begin a folder of rules/m);
  });

  it('the examples of --help run once `aeraki init examples` has written their files', async function () {
    this.timeout(240_000);
    await sh('aeraki init examples');
    // Those of init want a place of their own.
    await sh('mkdir elsewhere');
    const manifest = JSON.parse(await readFile(join(place.root, 'oclif.manifest.json'), 'utf8')) as {
      commands: Record<string, Command.Cached>;
    };
    const failed: string[] = [];
    let ran = 0;
    for (const { id, line } of Object.values(manifest.commands).flatMap(examplesOf)) {
      if (elsewhere.test(line)) continue;
      ran++;
      await sh(line, id === 'init' ? 'elsewhere' : '.').catch((error: { code: number; stderr: string }) => {
        // A check may say no; it must not fail or be misused.
        if (error.code !== 79) failed.push(`${id}: ${line}\n  exit ${error.code}: ${error.stderr.trim()}`);
      });
    }
    assert.deepStrictEqual(failed, []);
    assert.ok(ran >= 40, `only ${ran} examples ran`);
  });

  for (const protocol of protocols) {
    it(`a project for ${protocol} passes what init says to type`, async function () {
      this.timeout(120_000);
      const { stdout } = await sh(`aeraki init ${protocol} ${protocol}`);
      const lines = stdout.split('\n').flatMap((line) => /^ {2}(aeraki .+?) {3}/.exec(line)?.[1] ?? []);
      assert.equal(lines.length, 4);
      for (const line of lines) await sh(line.includes(' lab ') ? `${line} --for 1s` : line, protocol);
      // Nothing is wrong with it, and its own README says the same commands.
      await sh('aeraki validate .', protocol);
      const readme = await readFile(join(place.path, protocol, 'README.md'), 'utf8');
      for (const line of lines) assert.ok(readme.includes(line), line);
      const hook = await readFile(join(place.path, protocol, '.pre-commit-config.yaml'), 'utf8');
      assert.match(hook, /additional_dependencies: \[aeraki@\d+\.\d+\.\d+\]/);
    });
  }

  it('every link of a page that is in the package leads to a file of the package', async () => {
    const pages = (await readdir(place.root, { recursive: true })).filter(
      (path) => path.endsWith('.md') && !/CHANGELOG|^templates/.test(path),
    );
    const dangling: string[] = [];
    for (const page of pages) {
      const text = (await readFile(join(place.root, page), 'utf8')).replace(/```.*?```|`[^`\n]*`/gs, '');
      for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        const path = link.replace(/#.*/, '');
        if (path === '' || /^[a-z]+:/.test(path)) continue;
        if (!existsSync(join(place.root, dirname(page), path))) dangling.push(`${page}: ${link}`);
      }
    }
    assert.ok(pages.includes('README.md') && pages.length > 100);
    assert.deepStrictEqual(dangling, []);
  });
});

function examplesOf(command: Command.Cached): readonly { readonly id: string; readonly line: string }[] {
  return [command.examples ?? []].flat().flatMap((example) => {
    const text = typeof example === 'string' ? example : example.command;
    return text
      .replaceAll('<%= config.bin %>', 'aeraki')
      .replaceAll('<%= command.id %>', command.id.replaceAll(':', ' '))
      .split('\n')
      .map((line) => line.trim().replace(/^\$ /, ''))
      .filter((line) => line.includes('aeraki '))
      .map((line) => ({ id: command.id, line }));
  });
}
