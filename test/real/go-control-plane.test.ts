import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bin, built, cleanEnvironment, folder, root, run } from '../cli/program.js';
import { routeNameOf, rulesOf } from '../xds/rules.js';
import { type Serving, startServe, until } from '../xds/serve.js';
import { skipOutLoud } from './parts/require-part.js';

const sources = fileURLToPath(new URL('./go-control-plane/', import.meta.url));
const wait = 30_000;

/** A program that is spoken to in lines. */
interface Spoken {
  say(line: string): void;
  /** The next line. */
  hear(): Promise<string>;
}

describe('go-control-plane', function () {
  this.timeout(180_000);
  const place = mkdtempSync(join(tmpdir(), 'aeraki-gcp-'));
  const program = join(place, 'gcp');
  const children: ChildProcess[] = [];

  before(async function () {
    this.timeout(600_000);
    try {
      execFileSync('go', ['version'], { stdio: 'pipe' });
    } catch {
      skipOutLoud(this, 'Go is not here');
    }
    execFileSync('go', ['build', '-o', program, '.'], { cwd: sources, stdio: ['ignore', 'inherit', 'inherit'] });
    await built();
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill();
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  function speak(command: string, args: readonly string[]): Spoken {
    const child = spawn(command, args, { cwd: root, env: cleanEnvironment(), stdio: ['pipe', 'pipe', 'inherit'] });
    children.push(child);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    return {
      say: (line) => void child.stdin.write(`${line}\n`),
      hear: async () => {
        await until(
          () => text.includes('\n'),
          wait,
          () => `no line from ${command} ${args.join(' ')}`,
        );
        const line = text.slice(0, text.indexOf('\n'));
        text = text.slice(line.length + 1);
        return line;
      },
    };
  }

  it('its client gets what translate prints, follows edits and refuses with its own words', async () => {
    const files = await folder({ 'a.yaml': rulesOf('a', 'v1'), 'b.yaml': rulesOf('b', 'v1') });
    let serving: Serving | undefined;
    try {
      serving = await startServe([files.path, '--watch']);
      const client = speak(program, ['client', `127.0.0.1:${serving.port}`]);
      const fetch = async () => {
        client.say('fetch');
        return JSON.parse(await client.hear()) as { name: string }[];
      };
      const translated = JSON.parse((await run(['translate', files.path, '-o', 'json'])).stdout).routeConfigurations;
      assert.deepEqual(await fetch(), translated);
      client.say('ack');
      assert.equal((await serving.event({ event: 'ack' })).node, 'go-control-plane');

      await writeFile(join(files.path, 'a.yaml'), rulesOf('a', 'v2'));
      assert.deepEqual(
        (await fetch()).map(({ name }) => name),
        [routeNameOf('a')],
      );
      client.say('nack not this one');
      const nack = await serving.event({ event: 'nack' });
      assert.deepEqual([nack.error, nack.resources], ['not this one', [routeNameOf('a')]]);

      await writeFile(join(files.path, 'a.yaml'), rulesOf('a', 'v3'));
      const [cured] = await fetch();
      assert.match(JSON.stringify(cured), /\|v3\|/);
      const before = serving.events.length;
      client.say('ack');
      await serving.event({ event: 'ack', resources: [routeNameOf('a')] }, before);
    } finally {
      await serving?.stop();
      files.remove();
    }
  });

  it('its server is asked by rds get and rds watch for every type, in either form, with and without ADS', async () => {
    const server = speak(program, ['server']);
    const [ads, single] = [await server.hear(), await server.hear()];
    const get = async (port: string, ...args: string[]) => {
      const { code, stdout, stderr } = await run([
        'rds',
        'get',
        '--server',
        `127.0.0.1:${port}`,
        '-o',
        'json',
        ...args,
      ]);
      return { code, stderr, resources: JSON.parse(stdout) as Record<string, unknown>[] };
    };
    const types = [
      ['rds', 'name', 'a-route'],
      ['lds', 'name', 'a-listener'],
      ['cds', 'name', 'a-cluster'],
      ['eds', 'clusterName', 'an-endpoint'],
    ] as const;
    for (const form of [[], ['--delta']]) {
      for (const [type, field, name] of types) {
        for (const names of [[], [name]]) {
          const { code, resources, stderr } = await get(ads, '--type', type, ...form, ...names);
          assert.equal(code, 0, `${type} ${form} ${names}: ${stderr}`);
          assert.deepEqual(
            resources.map((resource) => resource[field]),
            [name],
          );
        }
      }
      const { resources } = await get(single, '--type', 'cds', ...form);
      assert.equal(resources[0]?.name, 'a-cluster');
    }

    for (const form of [[], ['--delta']]) {
      const args = [bin, 'rds', 'watch', '--server', `127.0.0.1:${ads}`, '-o', 'json', '--type', 'cds', ...form];
      const watching = speak(process.execPath, args);
      const version = async () => JSON.parse(await watching.hear()).resources[0].altStatName as string;
      const first = Number((await version()).slice(1));
      for (const next of [1, 2]) {
        server.say('next');
        assert.equal(await version(), `v${first + next}`);
      }
    }
  });
});
