import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { bin, built, cleanEnvironment, run } from '../cli/program.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { makeCertificates } from '../xds/certificates.js';
import { type Serving, startServe, until } from '../xds/serve.js';
import { Client, Upstream } from './plane.js';
import { type RunningProxy, startProxy } from './program.js';
import { startRateLimitServer } from './rate-limit-service.js';
import { cluster, host, service, to } from './rules.js';

const wait = 30_000;
const named = (name: string) => (message: Message) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [name, { server: name }]) : undefined;
const nameOf = ({ attributes, details }: Message) => attributes.get('server') ?? details.status;
const routeTo = (subset: string, name = 'all') => `- name: ${name}\n  route: [${to(subset)}]`;
const mesh = (settings: Readonly<Record<string, unknown>>) => `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: '${JSON.stringify(settings)}'
`;

describe('aeraki proxy, the program', function () {
  this.timeout(120_000);
  let folder: string;
  let v1: Upstream;
  let v2: Upstream;
  const proxies: RunningProxy[] = [];
  const servers: Serving[] = [];
  const clients: Client[] = [];

  before(() => built());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aeraki-proxy-'));
    [v1, v2] = await Promise.all([Upstream.start(dubbo, named('v1')), Upstream.start(dubbo, named('v2'))]);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    for (const proxy of proxies.splice(0)) await proxy.stop();
    for (const server of servers.splice(0)) await server.stop();
    await Promise.all([v1.kill(), v2.kill()]);
    await rm(folder, { recursive: true });
  });

  const write = (text: string, name = 'rules.yaml') => writeFile(join(folder, name), text);
  const start = async (...args: readonly string[]) => {
    const upstreams = [`${cluster('v1')}=127.0.0.1:${v1.port}`, `${cluster('v2')}=127.0.0.1:${v2.port}`];
    const flags = upstreams.flatMap((upstream) => ['--upstream', upstream]);
    const proxy = await startProxy([folder, '--listen', `${host}=127.0.0.1:0`, ...flags, ...args]);
    proxies.push(proxy);
    const client = await Client.to(proxy.ports.get(host) ?? 0, dubbo);
    clients.push(client);
    return { proxy, client };
  };
  const admin = async ({ admin: address }: RunningProxy, path: string) =>
    (await fetch(`http://${address}${path}`)).text();
  /** The named statistic; Envoy's text has one a line. */
  const stat = async (proxy: RunningProxy, name: string) => {
    const line = (await admin(proxy, '/stats')).split('\n').find((each) => each.startsWith(`${name}: `));
    return line === undefined ? undefined : Number(line.slice(name.length + 2));
  };
  const prefix = `meta_protocol.dubbo.${cluster()}`;

  it('follows watched rules, and keeps the last good ones of a broken edit', async () => {
    await write(service('dubbo', routeTo('v1')));
    const { proxy, client } = await start('--watch');
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'v1');
    const before = JSON.parse(await admin(proxy, '/config_dump?resource=dynamic_route_configs')).configs[0];
    await write(service('dubbo', routeTo('v2', 'changed')));
    await until(async () => (await admin(proxy, '/config_dump')).includes('changed'), wait);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 2n }))), 'v2');
    const after = JSON.parse(await admin(proxy, '/config_dump?resource=dynamic_route_configs')).configs[0];
    ok(before.version_info !== after.version_info && before.last_updated < after.last_updated);
    await write(service('dubbo', routeTo('v1')).replace('routes:', 'routes: ['));
    await proxy.says(/last good rules stay in force/);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 3n }))), 'v2');
    await write(service('dubbo', routeTo('v1')));
    await proxy.says(/in order again/);
    await until(async () => nameOf(await client.ask(dubboRequest({ id: 4n }))) === 'v1', wait);
    await proxy.line(4);
    deepStrictEqual(
      proxy.lines.slice(0, 3).map(({ route }) => route),
      ['all', 'changed', 'changed'],
    );
    strictEqual(await proxy.stop(), 0);
  });

  it('takes routes by RDS, follows the server, and keeps them when it goes away', async () => {
    const rules = join(folder, 'rules.yaml');
    await write(service('dubbo', routeTo('v1')));
    const server = await startServe([rules, '--watch']);
    servers.push(server);
    const { proxy, client } = await start('--rds', `127.0.0.1:${server.port}`);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'v1');
    await write(service('dubbo', routeTo('v2')));
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

  it('asks over TLS, with a certificate of its own', async () => {
    const files = makeCertificates();
    try {
      await write(service('dubbo', routeTo('v1')));
      const secure = ['--tls-cert', files.serverCert, '--tls-key', files.serverKey, '--tls-client-ca', files.ca];
      const server = await startServe([join(folder, 'rules.yaml'), ...secure]);
      servers.push(server);
      const own = ['--tls-ca', files.ca, '--tls-cert', files.clientCert, '--tls-key', files.clientKey];
      const { client } = await start('--rds', `localhost:${server.port}`, ...own);
      strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'v1');
      const { proxy } = await start('--rds', `localhost:${server.port}`);
      await proxy.says(/There are no routes yet/);
    } finally {
      files.remove();
    }
  });

  it('ends at once when it is told to stop while it waits for a server that says nothing', async () => {
    await write(service('dubbo', routeTo('v1')));
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    try {
      const child = spawn(process.execPath, [bin, 'proxy', folder, '--rds', `127.0.0.1:${port}`], {
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
    await write(service('dubbo', routeTo('v1')));
    const first = await startServe([join(folder, 'rules.yaml')]);
    const { port } = first;
    await first.stop();
    const { proxy, client } = await start('--rds', `127.0.0.1:${port}`);
    await proxy.says(/There are no routes yet/);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'service not found');
    servers.push(await startServe([join(folder, 'rules.yaml'), '--listen', `127.0.0.1:${port}`]));
    await until(async () => nameOf(await client.ask(dubboRequest({ id: 2n }))) === 'v1', wait);
  });

  it("writes the mesh's access log, and counts requests and a local limit", async () => {
    const log = join(folder, 'access.log');
    const format = { user: '%REQ(USER)%', route: '%ROUTE_NAME%', code: '%RESPONSE_CODE%', flags: '%RESPONSE_FLAGS%' };
    const settings = {
      ...{ accessLogFile: log, accessLogEncoding: 'JSON', accessLogFormat: JSON.stringify(format) },
    };
    await write(mesh(settings), 'mesh.yaml');
    await write(
      service(
        'dubbo',
        routeTo('v1'),
        'localRateLimit: {tokenBucket: {maxTokens: 3, tokensPerFill: 3, fillInterval: 1h}}',
      ),
    );
    const { proxy, client } = await start();
    for (let id = 0n; id < 5n; id++) await client.ask(dubboRequest({ id, attachments: { user: `u${id}` } }));
    let entries: readonly unknown[] = [];
    await until(async () => {
      const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
      entries = lines.map((line) => JSON.parse(line));
      return entries.length === 5;
    }, wait);
    deepStrictEqual(
      entries,
      [0, 1, 2, 3, 4].map((id) => ({
        user: `u${id}`,
        route: 'all',
        ...(id < 3 ? { code: 0, flags: '-' } : { code: 1, flags: 'RL' }),
      })),
    );
    deepStrictEqual(
      await Promise.all(
        ['request', 'response_success', 'local_response_error'].map((name) => stat(proxy, `${prefix}.${name}`)),
      ),
      [5, 3, 2],
    );
    const limit = `meta_protocol.${host}.local_rate_limit`;
    deepStrictEqual([await stat(proxy, `${limit}.ok`), await stat(proxy, `${limit}.rate_limited`)], [3, 2]);
    strictEqual(await stat(proxy, `cluster.${cluster('v1')}.upstream_rq_total`), 3);
    strictEqual(v1.got.length, 3);
  });

  it('keeps an access log on standard output apart from the lines of requests', async () => {
    await write(mesh({ accessLogFile: '/dev/stdout', accessLogFormat: 'log %REQ(method)%\n' }), 'mesh.yaml');
    await write(service('dubbo', routeTo('v1')));
    const { proxy, client } = await start();
    await client.ask(dubboRequest({ id: 1n, method: 'pay' }));
    await proxy.says(/^log pay$/m);
    await proxy.line(1);
    ok(!proxy.stdout().includes('log pay'));
  });

  it('asks a rate-limit service, over gRPC, and counts exactly what it counts', async () => {
    const limiter = await startRateLimitServer(4);
    try {
      const name = 'outbound|8081||limiter.example.com';
      const limits = `globalRateLimit:
  domain: shop
  requestTimeout: 20ms
  rateLimitService: ${name}
  match: {attributes: {method: {exact: pay}}}
  descriptors: [{property: user, descriptorKey: who}]`;
      await write(service('dubbo', routeTo('v1'), limits));
      const { proxy, client } = await start('--upstream', `${name}=${limiter.address}`);
      const ask = (id: number, method: string) =>
        client.ask(dubboRequest({ id: BigInt(id), method, attachments: { user: 'ann' } }));
      const answers = [];
      for (let id = 0; id < 10; id++) answers.push(nameOf(await ask(id, 'pay')));
      deepStrictEqual(answers.slice(0, 4), ['v1', 'v1', 'v1', 'v1']);
      ok(
        answers.slice(4).every((answer) => answer === 'server error'),
        answers.join(),
      );
      strictEqual(nameOf(await ask(20, 'other')), 'v1');
      deepStrictEqual(
        limiter.asked,
        Array.from({ length: 10 }, () => 'shop|who=ann'),
      );
      limiter.behave('fail');
      strictEqual(nameOf(await ask(21, 'pay')), 'v1');
      await proxy.says(/rate limit service of .* failed: .*the store is gone/);
    } finally {
      await limiter.stop();
    }
  });

  it('shows in aeraki proxy-config, describe and route', async () => {
    const weighted = `- name: pay
  match: {attributes: {method: {exact: pay}}}
  route: [${to('v2')}]
${routeTo('v1', 'rest')}`;
    await write(service('dubbo', weighted));
    const { proxy, client } = await start();
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n, method: 'pay' }))), 'v2');
    const show = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await run(['proxy-config', ...args, '--admin-address', proxy.admin]);
      deepStrictEqual([code, stderr], [0, ''], args.join(' '));
      return stdout;
    };
    const routes = await show('routes');
    match(
      routes,
      new RegExp(`${host}_20880 +MetaProtocol dubbo +${host} +method exact pay +pay +outbound\\|20880\\|v2`),
    );
    match(await show('listeners'), /127\.0\.0\.1 +\d+ .*MetaProtocol dubbo/);
    match(await show('clusters'), new RegExp(`${host} +20880 +v2 +outbound`));
    match(await show('endpoints'), new RegExp(`127\\.0\\.0\\.1:${v2.port} +HEALTHY`));
    match(await show('all'), /CLUSTERS[\s\S]*LISTENERS[\s\S]*ROUTES[\s\S]*ENDPOINTS[\s\S]*BOOTSTRAP/);
    await writeFile(join(folder, 'dump.json'), await admin(proxy, '/config_dump?include_eds'));
    const asked = ['route', '--dump', join(folder, 'dump.json'), '--host', host, '-o', 'json'];
    const { stdout } = await run([...asked, '--attribute', 'method=pay']);
    strictEqual(JSON.parse(stdout).route, 'pay');
    match(await admin(proxy, '/clusters'), /::rq_total::1\n/);
    const described = await run(['describe', host, '--dump', join(folder, 'dump.json')]);
    match(
      described.stdout,
      /✓ listener +127\.0\.0\.1_\d+ \(active\)\n.*✓ filter +MetaProtocol dubbo\n.*✓ route configuration/,
    );
  });

  it('says what is wrong with its flags, and with an admin port that is taken', async () => {
    await write(service('dubbo', routeTo('v1')));
    const { proxy } = await start();
    const taken = await run(['proxy', folder, '--listen', `${host}=127.0.0.1:0`, '--admin', proxy.admin]);
    deepStrictEqual([taken.code, taken.stdout], [1, '']);
    match(taken.stderr, /Cannot listen on 127\.0\.0\.1:\d+: the address is in use\. Name another one with --admin\./);
    for (const [args, words] of [
      [['--admin', 'nonsense'], /--admin nonsense is not HOST:PORT/],
      [['--rds', 'nonsense'], /--rds nonsense is not HOST:PORT/],
      [['--rds', '127.0.0.1:1', '--watch'], /--watch takes the routes from files, --rds from a server/],
      [['--rds', '127.0.0.1:1', '--tls-cert', 'x.pem'], /needs both --tls-cert and --tls-key/],
    ] as const) {
      const wrong = await run(['proxy', folder, '--listen', `${host}=127.0.0.1:0`, ...args]);
      strictEqual(wrong.code, 64, args.join(' '));
      match(wrong.stderr, words);
    }
  });
});
