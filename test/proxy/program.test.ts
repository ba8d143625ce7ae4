import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { run } from '../cli/program.js';
import { dubboRequest } from '../codec/dubbo/message.js';
import { until } from '../xds/serve.js';
import { startProxy } from './program.js';
import { adminPage, nameOf, ProgramTest, prefix, routeTo, stat, wait } from './program-fixture.js';
import { startRateLimitServer } from './rate-limit-service.js';
import { cluster, host, service, to } from './rules.js';

const mesh = (settings: Readonly<Record<string, unknown>>) => `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: '${JSON.stringify(settings)}'
`;

/** A port that is free, and the next one most likely too. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('aeraki proxy, the program', function () {
  this.timeout(120_000);
  const test = new ProgramTest();

  it('follows watched rules, and keeps the last good ones of a broken edit', async () => {
    await test.write(service('dubbo', routeTo('v1')));
    const { proxy, client } = await test.start('--watch');
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 1n }))), 'v1');
    const before = JSON.parse(await adminPage(proxy, '/config_dump?resource=dynamic_route_configs')).configs[0];
    await test.write(service('dubbo', routeTo('v2', 'changed')));
    await until(async () => (await adminPage(proxy, '/config_dump')).includes('changed'), wait);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 2n }))), 'v2');
    const after = JSON.parse(await adminPage(proxy, '/config_dump?resource=dynamic_route_configs')).configs[0];
    ok(before.version_info !== after.version_info && before.last_updated < after.last_updated);
    await test.write(service('dubbo', routeTo('v1')).replace('routes:', 'routes: ['));
    await proxy.says(/last good rules stay in force/);
    strictEqual(nameOf(await client.ask(dubboRequest({ id: 3n }))), 'v2');
    await test.write(service('dubbo', routeTo('v1')));
    await proxy.says(/in order again/);
    await until(async () => nameOf(await client.ask(dubboRequest({ id: 4n }))) === 'v1', wait);
    await proxy.line(4);
    deepStrictEqual(
      proxy.lines.slice(0, 3).map(({ route }) => route),
      ['all', 'changed', 'changed'],
    );
    strictEqual(await proxy.stop(), 0);
  });

  it('opens and closes listeners with the services of the watched rules', async () => {
    const port = await freePort();
    const rules = service('dubbo', routeTo('v1')).replaceAll('20880', String(port));
    // One ApplicationProtocol is enough for both.
    const other = rules
      .slice(rules.indexOf('---') + 4)
      .replaceAll('orders', 'bills')
      .replaceAll(`${port}`, `${port + 1}`);
    await test.write(rules);
    await test.write(other, 'other.yaml');
    const proxy = await startProxy([test.folder, '--watch']);
    try {
      deepStrictEqual([...proxy.ports.values()].sort(), [port, port + 1]);
      await rm(join(test.folder, 'other.yaml'));
      await proxy.says(new RegExp(`No longer listening on 127\\.0\\.0\\.1:${port + 1}`));
      ok(!(await adminPage(proxy, '/listeners')).includes(String(port + 1)));
      await test.write(other, 'again.yaml');
      await until(async () => (await adminPage(proxy, '/listeners')).includes(String(port + 1)), wait);
    } finally {
      await proxy.stop();
    }
  });

  it("writes the mesh's access log, and counts requests and a local limit", async () => {
    const log = join(test.folder, 'access.log');
    const format = { user: '%REQ(USER)%', route: '%ROUTE_NAME%', code: '%RESPONSE_CODE%', flags: '%RESPONSE_FLAGS%' };
    const settings = {
      ...{ accessLogFile: log, accessLogEncoding: 'JSON', accessLogFormat: JSON.stringify(format) },
    };
    await test.write(mesh(settings), 'mesh.yaml');
    await test.write(
      service(
        'dubbo',
        routeTo('v1'),
        'localRateLimit: {tokenBucket: {maxTokens: 3, tokensPerFill: 3, fillInterval: 1h}}',
      ),
    );
    const { proxy, client } = await test.start();
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
    strictEqual(test.servers[0]?.got.length, 3);
  });

  it('keeps an access log on standard output apart from the lines of requests', async () => {
    await test.write(mesh({ accessLogFile: '/dev/stdout', accessLogFormat: 'log %REQ(method)%\n' }), 'mesh.yaml');
    await test.write(service('dubbo', routeTo('v1')));
    const { proxy, client } = await test.start();
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
      await test.write(service('dubbo', routeTo('v1'), limits));
      const { proxy, client } = await test.start('--upstream', `${name}=${limiter.address}`);
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
    await test.write(service('dubbo', weighted));
    const { proxy, client } = await test.start();
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
    // By the address of the service, as the sidecar of a mesh has it; the proxy itself listens on loopback.
    match(await show('listeners'), /240\.240\.0\.1 +20880 .*MetaProtocol dubbo/);
    match(await show('clusters'), new RegExp(`${host} +20880 +v2 +outbound`));
    match(await show('endpoints'), new RegExp(`127\\.0\\.0\\.1:${test.servers[1]?.port} +HEALTHY`));
    match(await show('all'), /CLUSTERS[\s\S]*LISTENERS[\s\S]*ROUTES[\s\S]*ENDPOINTS[\s\S]*BOOTSTRAP/);
    await writeFile(join(test.folder, 'dump.json'), await adminPage(proxy, '/config_dump?include_eds'));
    const asked = ['route', '--dump', join(test.folder, 'dump.json'), '--host', host, '-o', 'json'];
    const { stdout } = await run([...asked, '--attribute', 'method=pay']);
    strictEqual(JSON.parse(stdout).route, 'pay');
    match(await adminPage(proxy, '/clusters'), /::rq_total::1\n/);
    const described = await run(['describe', host, '--dump', join(test.folder, 'dump.json')]);
    match(
      described.stdout,
      /✓ listener +240\.240\.0\.1_20880 \(active\)\n.*✓ filter +MetaProtocol dubbo\n.*✓ route configuration/,
    );
  });

  it('says what is wrong with its flags, and with an admin port that is taken', async () => {
    await test.write(service('dubbo', routeTo('v1')));
    const { proxy } = await test.start();
    const taken = await run(['proxy', test.folder, '--listen', `${host}=127.0.0.1:0`, '--admin', proxy.admin]);
    deepStrictEqual([taken.code, taken.stdout], [1, '']);
    match(taken.stderr, /Cannot listen on 127\.0\.0\.1:\d+: the address is in use\. Name another one with --admin\./);
    for (const [args, words] of [
      [['--admin', 'nonsense'], /--admin nonsense is not HOST:PORT/],
      [['--rds', 'nonsense'], /--rds nonsense is not HOST:PORT/],
      [['--rds', '127.0.0.1:1', '--tls-cert', 'x.pem'], /needs both --tls-cert and --tls-key/],
    ] as const) {
      const wrong = await run(['proxy', test.folder, '--listen', `${host}=127.0.0.1:0`, ...args]);
      strictEqual(wrong.code, 64, args.join(' '));
      match(wrong.stderr, words);
    }
  });
});
