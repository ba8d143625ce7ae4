import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { attributesOf } from '../../src/match/attributes.js';
import { choose, type Decision, decisionOf } from '../../src/match/decision.js';
import { findService } from '../../src/match/find-service.js';
import { rulesFromPrinted } from '../../src/match/from-printed.js';
import type { mergeRules } from '../../src/match/from-translation.js';
import { reach } from '../../src/match/reach.js';
import { type CompiledRules, compileRules } from '../../src/match/service.js';
import type { Json } from '../../src/model/envoy.js';

const shared = new URL('../../../shared/', import.meta.url);

/** What `translate -o json` printed, or a dump. */
function rulesIn(path: string): CompiledRules {
  const rules = rulesFromPrinted([JSON.parse(readFileSync(new URL(path, shared), 'utf8')) as Json]);
  ok(rules, `${path} has no rules`);
  return compileRules(rules);
}

function decide(rules: CompiledRules, host: string, attributes: Record<string, string> = {}, port?: number): Decision {
  const found = findService(rules, host, port);
  ok('service' in found, 'message' in found ? found.message : '');
  return decisionOf(rules, choose(found.service, attributesOf(attributes)));
}

const HOST = 'orders.shop.svc.cluster.local';
const v1 = `outbound|20880|v1|${HOST}`;

describe('match: decisions from what translate printed', () => {
  it('names the winner and what failed of the others', () => {
    const decision = decide(rulesIn('cases/feature-metaprotocol-matchers/expected.json'), HOST, {
      Method: 'get',
      user: 'u1',
    });
    deepStrictEqual(decision, {
      matched: true,
      route: 'b',
      clusters: [{ name: v1, weight: 100 }],
      mirrors: [],
      requestMutation: [],
      responseMutation: [],
      hashPolicy: [],
      limits: [],
      tried: [
        { route: 'a', failed: [{ attribute: 'method', matcher: 'exact', expected: 'pay', actual: 'get' }] },
        { route: 'c', failed: [{ attribute: 'trace', matcher: 'present', expected: '*', actual: null }] },
        { route: 'd', failed: [] },
      ],
    });
  });

  it('tells weights, mirrors, mutations and the hash policy', () => {
    deepStrictEqual(decide(rulesIn('cases/feature-metaprotocol-mirror/expected.json'), HOST).mirrors, [
      { cluster: `outbound|20880|v2|${HOST}`, percentage: 12.5 },
    ]);
    const { requestMutation, responseMutation } = decide(
      rulesIn('cases/feature-metaprotocol-mutations/expected.json'),
      HOST,
    );
    deepStrictEqual(
      [requestMutation, responseMutation],
      [
        [
          { key: 'a', value: '1' },
          { key: 'b', value: 'two' },
        ],
        [{ key: 'served-by', value: 'mesh' }],
      ],
    );
    const { clusters, hashPolicy } = decide(rulesIn('cases/feature-metaprotocol-hash-subset/expected.json'), HOST);
    deepStrictEqual(clusters, [
      { name: v1, weight: 50 },
      { name: `outbound|20880|v2|${HOST}`, weight: 50 },
    ]);
    deepStrictEqual(hashPolicy, ['session']);
  });

  it('counts a request against the local bucket of the first condition that matches', () => {
    const rules = rulesIn('cases/feature-metaprotocol-local-rate-limit-conditions/expected.json');
    deepStrictEqual(decide(rules, HOST, { method: 'pay' }).limits, [
      {
        type: 'local',
        host: HOST,
        bucket: 'conditions[0]',
        maxTokens: 100,
        tokensPerFill: 50,
        fillInterval: '0.250s',
      },
    ]);
    deepStrictEqual(decide(rules, HOST, { method: 'get' }).limits, []);
  });

  it('asks the rate-limit service only where the match of the global limit holds', () => {
    const rules = rulesIn('cases/feature-metaprotocol-global-rate-limit/expected.json');
    deepStrictEqual(decide(rules, HOST, { method: 'payNow', user: 'u1' }).limits, [
      {
        type: 'global',
        host: HOST,
        domain: 'production',
        rateLimitService: 'outbound|8081||rls.shop.svc.cluster.local',
        descriptors: [
          { key: 'method', value: 'payNow' },
          { key: 'u', value: 'u1' },
        ],
        denyOnFail: true,
      },
    ]);
    deepStrictEqual(decide(rules, HOST, { method: 'get' }).limits, []);
  });
});

describe('match: decisions from dumps', () => {
  it('reads snake_case, weighted clusters and the codec', () => {
    const rules = rulesIn('dumps/sidecar-dubbo.json');
    const host = 'org.apache.dubbo.samples.basic.api.demoservice';
    deepStrictEqual(
      decide(rules, host).clusters.map(({ weight }) => weight),
      [20, 80],
    );
    const [service] = rules.byHost.get(host) ?? [];
    strictEqual(service?.codec, 'aeraki.meta_protocol.codec.dubbo');
    deepStrictEqual(
      [service.written, rules.byHost.get('org.apache.dubbo.samples.basic.api.secondservice')?.[0]?.written],
      [true, false],
    );
    strictEqual(
      decide(rulesIn('dumps/sidecar-trpc-snake-case.json'), 'trpc-sample-server.default.svc.cluster.local').route,
      'default',
    );
  });

  it('is nothing for what is no dump', () => {
    deepStrictEqual(
      [{}, [], null, 'text', { configs: 3 }, { kind: 'EnvoyFilter' }].map((each) => rulesFromPrinted([each as Json])),
      [undefined, undefined, undefined, undefined, undefined, undefined],
    );
  });
});

describe('match: services and codecs', () => {
  const thrift: ReturnType<typeof mergeRules> = {
    routes: [
      {
        name: 'calc_9090',
        routes: [
          { name: 'user', match: { metadata: [{ name: 'user', presentMatch: true }] }, route: { cluster: 'a' } },
          { name: 'rest', route: { cluster: 'outbound|9090||calc' }, requestMutation: [{ key: 'user', value: 'x' }] },
        ],
      },
      { name: 'calc_9091', routes: [{ name: 'default', route: { cluster: 'outbound|9091||calc' } }] },
    ],
    filters: [],
    codecs: new Map([
      ['calc_9090', 'aeraki.meta_protocol.codec.thrift'],
      ['calc_9091', 'aeraki.meta_protocol.codec.dubbo'],
    ]),
  };

  it('leaves out attributes that the codec never makes', () => {
    const rules = compileRules(thrift);
    const [service] = rules.byHost.get('calc') ?? [];
    ok(service);
    const choice = choose(service, attributesOf({ user: 'u1', method: 'add' }));
    deepStrictEqual([choice.route?.label, choice.lost], ['rest', ['user']]);
    deepStrictEqual(reach(service, 0), { status: 'codec', attribute: 'user' });
    strictEqual(reach(service, 1).status, 'found');
  });

  it('says which port or host was meant', () => {
    const rules = compileRules(thrift);
    const message = (host: string, port?: number) => {
      const found = findService(rules, host, port);
      return 'message' in found ? [found.problem, found.message] : undefined;
    };
    deepStrictEqual(message('calc'), ['ports', 'calc has the metaprotocol ports 9090, 9091. Name one of them.']);
    strictEqual(message('calc', 1)?.[0], 'port');
    deepStrictEqual(message('cacl', 9090), ['host', 'the rules have no metaprotocol service cacl. Did you mean calc?']);
    strictEqual(message('calc', 9091), undefined);
  });

  it('judges limits by the request as the route has changed it', () => {
    const limited = (codec: string) =>
      decide(
        compileRules({
          routes: [
            {
              name: 'o_1',
              routes: [{ route: { cluster: 'outbound|1||o' }, requestMutation: [{ key: 'Tier', value: 'gold' }] }],
            },
          ],
          filters: [
            {
              codec,
              applicationProtocol: undefined,
              routeConfigName: undefined,
              inlineRoutes: undefined,
              destinationService: 'o',
              statPrefix: 'inbound|1||',
              localRateLimit: {
                conditions: [
                  { match: { metadata: [{ name: 'tier', exactMatch: 'gold' }] }, tokenBucket: { maxTokens: 1 } },
                ],
              },
              globalRateLimit: { descriptors: [{ property: 'tier', descriptorKey: 't' }] },
            },
          ],
        }),
        'o',
        { tier: 'bronze' },
      ).limits.map((limit) => (limit.type === 'local' ? limit.bucket : limit.type));
    deepStrictEqual(limited('aeraki.meta_protocol.codec.dubbo'), ['conditions[0]']);
    deepStrictEqual(limited('private'), []);
  });
});
