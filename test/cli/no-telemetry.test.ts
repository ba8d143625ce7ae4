import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, folder, root, run } from './program.js';
import { printing, registry } from './runs.js';

/** They serve on this machine, and speak with themselves there. */
const local = new Set(['lab']);
/** Those that ask the server that is named, or are one; and the language server, which is driven below. */
const withServer = [
  'controller:check',
  'controller:run',
  'controller:status',
  'playground',
  'proxy',
  'proxy-config:log',
  'proxy-config:stats',
  'rds:get',
  'rds:serve',
  'rds:watch',
];
/** They write files, in the folder that comes last. */
const writing: Readonly<Record<string, readonly string[]>> = {
  'registry:sync': [registry, '--output-dir'],
};

describe('no telemetry', function () {
  this.timeout(300_000);
  let place: Awaited<ReturnType<typeof folder>>;
  before(async () => {
    await built();
    place = await folder();
  });
  after(() => place.remove());

  /** What a run spoke to. */
  const connections = async (id: string, args: readonly string[], stdin?: string): Promise<readonly string[]> => {
    const file = join(place.path, `${id.replace(':', '-')}.connections`);
    const env = {
      NODE_OPTIONS: `--require ${join(root, 'test', 'cli', 'connections.cjs')}`,
      NOTED_CONNECTIONS: file,
    };
    const { code, stderr } = await run([...id.split(':'), ...args], { env, ...(stdin !== undefined && { stdin }) });
    assert.doesNotMatch(stderr, /connections\.cjs/);
    assert.ok([0, 1, 79].includes(code ?? -1), `${id} ends with ${code}: ${stderr}`);
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  };

  it('knows every command', () => {
    const { commands } = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8'));
    const known = [...Object.keys(printing), ...withServer, ...Object.keys(writing), 'lsp'].sort();
    assert.deepEqual(known, Object.keys(commands).sort());
  });

  it('sees a connection where a host is named', async () => {
    const seen = await connections('rds:get', ['--server', '127.0.0.1:1']);
    assert.match(seen.join('\n'), /connect .*127\.0\.0\.1/);
  });

  it('no command opens a socket unless a host is named', async () => {
    const initialize = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
    const runs = Object.entries(printing).map(([id, args]) => [id, args, undefined] as const);
    const lsp = `Content-Length: ${initialize.length}\r\n\r\n${initialize}`;
    const files = Object.entries(writing).map(([id, args]) => {
      return [id, [...args, join(place.path, id.replace(':', '-'))], undefined] as const;
    });
    for (const [id, args, stdin] of [...runs, ...files, ['lsp', ['--stdio'], lsp] as const]) {
      const seen = await connections(id, args, stdin);
      const outside = local.has(id) ? seen.filter((each) => !/127\.0\.0\.1|localhost|::1/.test(each)) : seen;
      assert.deepEqual({ id, outside }, { id, outside: [] });
    }
  });
});
