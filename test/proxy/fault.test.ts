import assert from 'node:assert/strict';
import type { Message } from '../../src/codec/codec.js';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { thriftSpeech } from '../../src/codec/speech/thrift.js';
import { thrift } from '../../src/codec/thrift/thrift.js';
import { createAdminServer } from '../../src/proxy/admin/server.js';
import { parseFault } from '../../src/proxy/fault/fault.js';
import { Faults } from '../../src/proxy/fault/faults.js';
import { Stats } from '../../src/proxy/stats/registry.js';
import { RouteHits } from '../../src/proxy/stats/route-hits.js';
import { resultOf } from '../cli/result-schemas.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { parts, seeded } from './fixture.js';
import { cluster, service, to } from './rules.js';

const answer = (message: Message) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, ['fine', {}]) : undefined;
const rules = service(
  'dubbo',
  `
- name: pay
  match: {attributes: {method: {exact: pay}}}
  route: [${to('v1')}]
- name: rest
  route: [${to('v1')}]
`,
);

describe('proxy: faults on purpose', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(dubbo);
  const one = async (options: object) => {
    const v1 = await server(answer);
    const plane = await start({
      rules,
      upstreams: { [cluster('v1')]: [v1.port] },
      log: '%RESPONSE_CODE_DETAILS% %RESPONSE_FLAGS%\n',
      ...options,
    });
    return { plane, own: await client(plane) };
  };

  it('reads what is written, and says what is not', () => {
    const read = (text: string) => parseFault(text);
    assert.deepEqual(read('route=pay,delay=2s,percent=50'), {
      fault: {
        text: 'route=pay,delay=2s,percent=50',
        service: undefined,
        route: 'pay',
        delay: 2000,
        abort: false,
        percent: 50,
      },
    });
    assert.deepEqual(read('service=a.b:1,abort'), {
      fault: {
        text: 'service=a.b:1,abort',
        service: { host: 'a.b', port: 1 },
        route: undefined,
        delay: 0,
        abort: true,
        percent: 100,
      },
    });
    for (const [text, problem] of [
      ['', /empty part/],
      ['route=pay', /neither a delay nor abort/],
      ['delay=2', /unit is missing/],
      ['delay=0s', /from 1ms/],
      ['delay=2h', /from 1ms/],
      ['abort,percent=0', /percent=0/],
      ['abort,percent=x', /percent=x/],
      ['abort=1', /none of/],
      ['delay', /none of/],
      ['abort,abort', /twice/],
      ['abort,__proto__=1', /none of/],
      ['service=:1,abort', /not HOST/],
    ] as const) {
      const parsed = read(text);
      assert.match('problem' in parsed ? parsed.problem : '', problem, text);
    }
  });

  for (const version of ['ideal', '1.4'] as const) {
    it(`delays one route and aborts another, which every log line says (${version})`, async () => {
      const { plane, own } = await one({ version, faults: ['route=pay,delay=300ms', 'route=rest,abort'] });
      const before = performance.now();
      const paid = await own.ask(dubboRequest({ id: 1n, method: 'pay' }));
      const took = performance.now() - before;
      assert.equal(paid.failed, false);
      assert.ok(took >= 295, `${took}`);
      const other = await own.ask(dubboRequest({ id: 2n, method: 'x' }));
      // Written whatever the codec of that version fails to write.
      assert.deepEqual([other.id, other.details.status], [2n, 'server error']);
      assert.deepEqual(
        plane.lines.map(({ fault, route, ok }) => [fault, route, ok]),
        [
          ['route=pay,delay=300ms', 'pay', true],
          ['route=rest,abort', 'rest', false],
        ],
      );
      for (const line of plane.lines) resultOf('proxy', JSON.stringify(line));
      const [first, second] = plane.logs;
      const flags = version === 'ideal' ? ['via_upstream DI', 'fault_filter_abort FI'] : [' -', 'fault_filter_abort -'];
      assert.equal(first, `${flags[0]} [fault of aeraki proxy: route=pay,delay=300ms]\n`);
      assert.equal(second, `${flags[1]} [fault of aeraki proxy: route=rest,abort]\n`);
    });
  }

  it('does it to a share of the requests, and to those of one service', async () => {
    const { plane, own } = await one({
      random: seeded(7),
      faults: ['abort,percent=30', 'service=other.example,abort'],
    });
    for (let id = 1n; id <= 200n; id += 1n) await own.ask(dubboRequest({ id, method: 'pay' }));
    const done = plane.lines.filter(({ fault }) => fault !== null).length;
    assert.ok(done > 30 && done < 90, `${done}`);
    assert.equal(plane.lines.filter(({ ok }) => !ok).length, done);
  });

  it('forgets a delay whose client has gone', async () => {
    const { plane, own } = await one({ version: '1.4', faults: ['delay=1h'] });
    own.send(dubboRequest({ id: 1n, method: 'pay' }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    own.close();
    while (plane.lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(plane.lines[0]?.result, 'the client went away');
  });

  it('is switched at the admin port, by nobody else', async () => {
    const faults = new Faults();
    const nothing = () => [];
    const admin = createAdminServer({
      ...{ node: { id: 'a', version: '0' }, startedAt: 0, state: () => 'LIVE', listeners: nothing, clusters: nothing },
      routes: () => ({ byName: new Map() }),
      edition: () => ({ version: '', lastUpdated: 0 }),
      rdsServer: undefined,
      ...{ stats: new Stats(() => 0), hits: new RouteHits(), faults },
    } as Parameters<typeof createAdminServer>[0]);
    const { port } = await admin.start({ host: '127.0.0.1', port: 0 });
    const url = `http://127.0.0.1:${port}/faults`;
    const post = (body: string, headers = {}) => fetch(url, { method: 'POST', body, headers });
    try {
      assert.equal((await post('route=pay,delay=1s\nabort,percent=5\n')).status, 200);
      assert.equal(await (await fetch(url)).text(), 'route=pay,delay=1s::0\nabort,percent=5::0\n');
      const wrong = await post('abort\nnonsense');
      assert.equal(wrong.status, 400);
      assert.match(await wrong.text(), /^Line 2: nonsense .*Write for example .*Nothing was changed/);
      assert.equal((await post('abort', { origin: 'http://evil.example' })).status, 403);
      assert.equal((await post('abort', { origin: `http://localhost:${port + 1}` })).status, 403);
      assert.equal((await post('x'.repeat(70_000))).status, 413);
      assert.equal(faults.list.length, 2);
      assert.equal((await post('')).status, 200);
      assert.equal(faults.list.length, 0);
      assert.equal((await fetch(`http://127.0.0.1:${port}/stats`, { method: 'POST' })).status, 405);
    } finally {
      await admin.stop();
    }
  });
});

describe('proxy: an abort of a Thrift call', function () {
  this.timeout(120_000);
  const { plane: start, server, client } = parts(thrift);

  it('is the exception of its protocol, and the connection goes on', async () => {
    const v1 = await server((message) => thriftSpeech.answer(message, 'fine'));
    const plane = await start({
      rules: service('thrift', `- name: all\n  route: [${to('v1')}]`),
      upstreams: { [cluster('v1')]: [v1.port] },
      random: seeded(3),
      faults: ['abort,percent=50'],
    });
    const own = await client(plane);
    const seen = new Set<unknown>();
    for (let id = 1n; id <= 30n; id += 1n) {
      const { details, id: same } = await own.ask(thriftSpeech.request(new Map([['method', 'pay']]), id));
      assert.equal(same, id);
      seen.add(details.type);
    }
    assert.deepEqual([...seen].sort(), ['exception', 'reply']);
  });
});
