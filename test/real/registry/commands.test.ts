import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, run } from '../../cli/program.js';
import { Watching } from '../../cli/watching.js';
import { type Etcd, startEtcd } from '../parts/etcd.js';
import { freePort, temporaryFolder } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';
import { providerName } from './dubbo-names.js';

const host = 'com.shop.api.orderservice';
const rules = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: order, namespace: shop}
spec:
  hosts: [${host}]
  routes:
  - name: vip
    match: {attributes: {method: {exact: pay}}}
    route: [{destination: {host: ${host}}}]
  - name: default
    route: [{destination: {host: ${host}}}]
`;

describe('--registry with a real etcd', function () {
  this.timeout(120_000);
  let etcd: Etcd;
  let folder: { path: string; remove(): Promise<void> };
  let url = '';
  let file = '';
  before(async function () {
    requirePart(this, 'etcd');
    await built();
    etcd = await startEtcd();
    folder = await temporaryFolder('registry-commands');
    url = `etcd://${new URL(etcd.url).host}`;
    file = join(folder.path, 'rules.yaml');
    writeFileSync(file, rules);
    await put('com.shop.api.OrderService', '10.1.0.1:20880');
  });
  after(async () => {
    await etcd?.stop();
    await folder?.remove();
  });

  it('is one more source of translate, validate and route', async () => {
    const without = await run(['validate', file]);
    ok(without.stderr.includes('AER0301'), without.stderr);
    const valid = await run(['validate', file, '--registry', url]);
    deepStrictEqual([valid.code, valid.stderr.includes('AER0301')], [0, false], valid.stderr);

    const translated = await run(['translate', file, '--registry', url, '-o', 'json', '--to', 'rds']);
    strictEqual(translated.code, 0, translated.stderr);
    ok(translated.stdout.includes(`"outbound|20880||${host}"`), translated.stdout);

    for (const [method, name] of [
      ['pay', 'vip'],
      ['list', 'default'],
    ] as const) {
      const asked = ['route', file, '--registry', url, '--host', host, '--attribute', `method=${method}`];
      const decision = await run([...asked, '-o', 'json']);
      strictEqual(decision.code, 0, decision.stderr);
      ok(decision.stdout.includes(`"${name}"`), decision.stdout);
    }
  });

  it('is followed by rds serve: a service that registers is served', async () => {
    const server = `127.0.0.1:${await freePort()}`;
    const serve = new Watching([
      'rds',
      'serve',
      file,
      '--registry',
      url,
      '--watch',
      '--listen',
      server,
      '--admin',
      'off',
    ]);
    try {
      await serve.until(/Serving 1 route configuration/);
      await put('com.shop.api.UserService', '10.1.0.2:20880');
      await serve.until(/com\.shop\.api\.userservice_20880/);
      const got = await run(['rds', 'get', '--server', server]);
      ok(got.stdout.includes(`name: ${host}_20880`), got.stdout);
      ok(got.stdout.includes('name: com.shop.api.userservice_20880'), got.stdout);
    } finally {
      serve.child.kill('SIGTERM');
    }
  });

  it('dump makes a file that says offline what the server says', async () => {
    const dumped = await run(['registry', 'dump', url]);
    strictEqual(dumped.code, 0, dumped.stderr);
    const dump = join(folder.path, 'dump.json');
    writeFileSync(dump, dumped.stdout);
    for (const command of [['export'], ['export', '--as-reference', '-o', 'json'], ['list']]) {
      const [name = '', ...rest] = command;
      const [live, offline] = [
        await run(['registry', name, url, ...rest]),
        await run(['registry', name, dump, ...rest]),
      ];
      deepStrictEqual([offline.code, offline.stdout], [live.code, live.stdout], command.join(' '));
      ok(live.stdout.length > 0, `${command.join(' ')}: ${live.stderr}`);
    }
    const shown = [await run(['registry', 'show', host, url]), await run(['registry', 'show', host, dump])];
    ok(shown[0]?.stdout.includes('10.1.0.1'), shown[0]?.stderr);
    strictEqual(shown[1]?.stdout, shown[0]?.stdout);
  });

  async function put(service: string, address: string): Promise<void> {
    const key = `/dubbo/${service}/providers/${providerName(address, {}, 'dubbo', service)}`;
    const body = JSON.stringify({ key: Buffer.from(key).toString('base64'), value: '' });
    const answer = await fetch(`${etcd.url}/v3/kv/put`, { method: 'POST', body });
    ok(answer.ok, await answer.text());
  }
});
