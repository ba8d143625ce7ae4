import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { bin, cleanEnvironment, run } from '../cli/program.js';
import { dubboRequest } from '../codec/dubbo/message.js';
import { makeCertificates } from '../xds/certificates.js';
import { until } from '../xds/serve.js';
import { startProxy } from './program.js';
import { adminPage, nameOf, ProgramTest, prefix, routeTo, stat, wait } from './program-fixture.js';
import { host, service } from './rules.js';

describe('aeraki proxy, the program, with routes from a server', function () {
  this.timeout(120_000);
  const test = new ProgramTest();

  it('takes routes by RDS, follows the server, and keeps them when it goes away', async () => {
    await test.write(service('dubbo', routeTo('v1')));
    const server = await test.serve('--watch');
    const { proxy, client } = await test.start('--rds', `127.0.0.1:${server.port}`);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'v1');
    await test.write(service('dubbo', routeTo('v2')));
    await until(async () => nameOf(await client.ask(dubboRequest({ id: 2n }))) === 'v2', wait);
    // Two acceptances: of the first version and of the second.
    await until(() => server.events.filter(({ event }) => event === 'ack').length === 2, wait);
    strictEqual(await stat(proxy, `${prefix}.rds.${host}_20880.update_success`), 2);
    const { stdout } = await run(['proxy-config', 'bootstrap', '--admin-address', proxy.admin]);
    match(stdout, /Aeraki control plane +cluster aeraki-xds/);
    await server.stop();
    await proxy.says(/stays in force\. Trying again/);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 3n }))), 'v2');
  });

  it('takes routes from a server and everything else from watched files', async () => {
    await test.write(service('dubbo', routeTo('v1')));
    const server = await test.serve('--watch');
    const proxy = await startProxy([
      test.folder,
      '--rds',
      `127.0.0.1:${server.port}`,
      '--watch',
      '--listen',
      `${host}=127.0.0.1:0`,
    ]);
    try {
      strictEqual((await adminPage(proxy, '/clusters')).includes('127.0.0.1:9'), false);
      const endpoint = `${service('dubbo', routeTo('v1'))}`.replace(
        '  workloadSelector',
        '  endpoints: [{address: 127.0.0.1, labels: {version: v1}, ports: {tcp-metaprotocol-dubbo: 9}}]\n  workloadSelector',
      );
      await test.write(endpoint.replace('  workloadSelector: {labels: {app: orders}}\n', ''));
      await until(async () => (await adminPage(proxy, '/clusters')).includes('127.0.0.1:9'), wait);
    } finally {
      await proxy.stop();
    }
  });

  it('asks over TLS, with a certificate of its own', async () => {
    const files = makeCertificates();
    try {
      await test.write(service('dubbo', routeTo('v1')));
      const secure = ['--tls-cert', files.serverCert, '--tls-key', files.serverKey, '--tls-client-ca', files.ca];
      const server = await test.serve(...secure);
      const own = ['--tls-ca', files.ca, '--tls-cert', files.clientCert, '--tls-key', files.clientKey];
      const { client } = await test.start('--rds', `localhost:${server.port}`, ...own);
      strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'v1');
      const { proxy } = await test.start('--rds', `localhost:${server.port}`);
      await proxy.says(/There are no routes yet/);
    } finally {
      files.remove();
    }
  });

  it('ends at once when it is told to stop while it waits for a server that says nothing', async () => {
    await test.write(service('dubbo', routeTo('v1')));
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    try {
      const child = spawn(process.execPath, [bin, 'proxy', test.folder, '--rds', `127.0.0.1:${port}`], {
        env: cleanEnvironment(),
      });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      await until(() => stderr !== '', wait);
      child.kill('SIGTERM');
      const code = await new Promise((resolve) => child.once('close', resolve));
      deepStrictEqual([code, stderr], [0, `Asking 127.0.0.1:${port} for the routes.\n`]);
    } finally {
      silent.close();
    }
  });

  it('waits for a server that is not there yet, and answers "no route" until it is', async () => {
    await test.write(service('dubbo', routeTo('v1')));
    const first = await test.serve();
    const { port } = first;
    await first.stop();
    const { proxy, client } = await test.start('--rds', `127.0.0.1:${port}`);
    await proxy.says(/There are no routes yet/);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'service not found');
    await test.serve('--listen', `127.0.0.1:${port}`);
    await until(async () => nameOf(await client.ask(dubboRequest({ id: 2n }))) === 'v1', wait);
  });
});
