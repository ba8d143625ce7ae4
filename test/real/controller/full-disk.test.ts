import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { bin, cleanEnvironment, root } from '../../cli/program.js';
import type { ApiServer } from '../parts/apiserver.js';
import { made, startCluster, until } from './running.js';
import { entry, router } from './shop.js';

interface Result {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs the program with its standard output on a disk that is full. */
function onFullDisk(args: readonly string[]) {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [bin, ...args], {
    ...{ cwd: root, env: cleanEnvironment(), timeout: 120_000 },
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  let stderr = '';
  child.stderr?.on('data', (part: Buffer) => {
    stderr += part.toString();
  });
  const ended = new Promise<Result>((resolve) => child.on('close', (code) => resolve({ code, stderr })));
  return { child, ended, said: () => stderr };
}

describe('aeraki controller on a disk that is full', function () {
  this.timeout(240_000);
  let server: ApiServer | undefined;

  before(async function () {
    server = await startCluster(this);
    await server.admin.create([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
      ...[entry('one', 1), router('one', 'v1')],
    ]);
  });
  after(() => server?.stop());

  it('run goes on without its log, says so once, and ends in order', async () => {
    assert.ok(server);
    const { admin } = server;
    const flags = ['-c', await server.kubeconfig(), '--listen', '127.0.0.1:0', '--admin', 'off'];
    const { child, ended, said } = onFullDisk(['controller', 'run', ...flags]);
    try {
      const has = (count: number) => until(async () => (await made(admin)).envoyFilters.length === count, 60, said);
      await has(2);
      await admin.create([entry('two', 2), router('two', 'v1')]);
      await has(4);
      child.kill('SIGTERM');
      const { code, stderr } = await ended;
      assert.equal(code, 0, stderr);
      assert.match(stderr, /^Warning: the log cannot be written: .*\n$/);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('check and status say that nothing could be printed, in one line', async () => {
    assert.ok(server);
    for (const args of [['check', '-c', await server.kubeconfig()], ['manifests']]) {
      const { code, stderr } = await onFullDisk(['controller', ...args]).ended;
      assert.notEqual(code, 0);
      assert.match(stderr, /Error: standard output cannot be written: .*\n$/);
      assert.ok(!stderr.includes('    at '), stderr);
    }
  });
});
