import assert from 'node:assert/strict';
import { parseListen, parseUpstreams } from '../../src/command/input/proxy/addresses.js';
import { resolveListens } from '../../src/command/input/proxy/listens.js';
import { UsageError } from '../../src/command/shell/errors.js';
import { compileRules } from '../../src/match/service.js';

const filter = {
  applicationProtocol: undefined,
  inlineRoutes: undefined,
  destinationService: undefined,
  statPrefix: '',
  localRateLimit: undefined,
  globalRateLimit: undefined,
};

/** Services by `<host>_<port>` and their codecs. */
const rulesOf = (services: Readonly<Record<string, string>>) =>
  compileRules({
    routes: Object.keys(services).map((name) => ({ name, routes: [{ route: { cluster: 'c' } }] })),
    filters: Object.entries(services).map(([routeConfigName, codec]) => ({ ...filter, routeConfigName, codec })),
  });

const dubbo = 'aeraki.meta_protocol.codec.dubbo';
const options = { listen: [], protocol: undefined, own: [], remote: false };

describe('proxy: --listen and --upstream', () => {
  it('reads every form', () => {
    const forms = ['a.b', 'a.b=20881', 'a.b:1=127.0.0.1:2', 'a.b=[::1]:0', 'a.b:9'];
    assert.deepStrictEqual(
      forms.map(parseListen).map(({ host, port, address }) => [host, port, address?.host, address?.port]),
      [
        ['a.b', undefined, undefined, undefined],
        ['a.b', undefined, '127.0.0.1', 20881],
        ['a.b', 1, '127.0.0.1', 2],
        ['a.b', undefined, '::1', 0],
        ['a.b', 9, undefined, undefined],
      ],
    );
    const name = 'outbound|20880|v1|a.b';
    assert.deepStrictEqual(
      [...parseUpstreams([`${name}=h:1,[::1]:2`, `${name}=i:3`])],
      [
        [
          name,
          [
            { host: 'h', port: 1 },
            { host: '::1', port: 2 },
            { host: 'i', port: 3 },
          ],
        ],
      ],
    );
  });

  it('refuses the others, with an example', () => {
    for (const text of ['', '=1', 'a b', 'a=', 'a=b', 'a:0=1', 'a:70000=1', 'a=1.2.3.4:70000', 'a=99999']) {
      assert.throws(
        () => parseListen(text),
        (error) => error instanceof UsageError && /for example/.test(error.message),
        text,
      );
    }
    for (const text of [
      'x',
      'a=1',
      'outbound|1||a',
      'outbound|1||a=',
      'outbound|1||a=b',
      'outbound|1||a=b:0',
      '=b:1',
    ]) {
      assert.throws(
        () => parseUpstreams([text]),
        (error) => error instanceof UsageError && /for example/.test(error.message),
        text,
      );
    }
  });

  it('listens for every service on loopback without --listen, unless two want one port', async () => {
    const two = await resolveListens(rulesOf({ 'a.b_1': dubbo, 'a.b_2': dubbo }), options);
    assert.deepStrictEqual(
      two.listens.map(({ address }) => address),
      [
        { host: '127.0.0.1', port: 1 },
        { host: '127.0.0.1', port: 2 },
      ],
    );
    await assert.rejects(
      resolveListens(rulesOf({ 'a.b_1': dubbo, 'c.d_1': dubbo }), options),
      /a\.b:1 and c\.d:1 cannot both listen on 127\.0\.0\.1:1/,
    );
  });

  it('says what is missing: the service, its port, its codec', async () => {
    const rules = rulesOf({ 'a.b_1': dubbo, 'a.b_2': 'aeraki.meta_protocol.codec.mine' });
    const asked = (listen: readonly string[], more = {}) => resolveListens(rules, { ...options, listen, ...more });
    await assert.rejects(asked(['a.c']), /Did you mean a\.b\?/);
    await assert.rejects(asked(['a.b']), /ports 1, 2.*--listen a\.b:PORT=/);
    await assert.rejects(
      asked(['a.b:2']),
      /codec aeraki\.meta_protocol\.codec\.mine, which is not built in.*--codec mine=/,
    );
    await assert.rejects(asked(['a.b:1'], { protocol: 'dubo' }), /--protocol dubo is none of dubbo/);
    await assert.rejects(asked(['x.y:1'], { remote: true }), /--protocol dubbo/);
    await assert.rejects(resolveListens(rulesOf({}), options), /no metaprotocol service/);
    const remote = await asked(['x.y=127.0.0.1:7'], { remote: true, protocol: 'thrift' });
    assert.deepStrictEqual(remote.listens, [
      {
        service: { host: 'x.y', port: 7, codec: undefined },
        codec: 'aeraki.meta_protocol.codec.thrift',
        address: { host: '127.0.0.1', port: 7 },
      },
    ]);
  });
});
