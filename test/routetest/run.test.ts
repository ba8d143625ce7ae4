import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { mergeRules } from '../../src/match/from-translation.js';
import { type CompiledRules, compileRules } from '../../src/match/service.js';
import type { HeaderMatcher, MetaRouteAction, ProxyRoute } from '../../src/model/envoy.js';
import type { Resource } from '../../src/model/resource.js';
import type { Expectation, RouteTest, RouteTestCase } from '../../src/model/route-test.js';
import { generateTest } from '../../src/routetest/generate.js';
import { runCase } from '../../src/routetest/run.js';
import { runSuites } from '../../src/routetest/suite.js';

const HOST = 'orders';

function route(
  name: string,
  metadata: readonly HeaderMatcher[],
  action: MetaRouteAction = { cluster: `c-${name}` },
): ProxyRoute {
  return { name, match: { metadata }, route: action };
}

const exact = (name: string, exactMatch: string): HeaderMatcher => ({ name, exactMatch });

function rulesOf(routes: readonly ProxyRoute[], name = `${HOST}_20880`): CompiledRules {
  return compileRules(mergeRules([{ routes: [{ name, routes }], filters: [] }]));
}

const mirrored: ProxyRoute = {
  name: 'all',
  route: {
    weightedClusters: {
      clusters: [
        { name: 'a', weight: 90 },
        { name: 'b', weight: 10 },
        { name: 'off', weight: 0 },
      ],
    },
    requestMirrorPolicies: [
      { cluster: 'm', runtimeFraction: { defaultValue: { numerator: 250_000, denominator: 'MILLION' } } },
    ],
  },
  requestMutation: [{ key: 'k', value: 'v' }],
};

function failures(expect: Expectation, attributes: Record<string, string> = {}): readonly string[] {
  return runCase(rulesOf([route('vip', [exact('user', 'vip')]), mirrored]), { host: HOST, attributes, expect }, 0)
    .failures;
}

function testOf(cases: readonly RouteTestCase[]): Resource<RouteTest> {
  const source = { file: 't.yaml', document: 0, pointer: '', line: 1 };
  const object = { apiVersion: 'aeraki.io/v1alpha1', kind: 'RouteTest', spec: { cases } };
  return { apiVersion: object.apiVersion, kind: 'RouteTest', namespace: '', name: 't', object, source, nulls: [] };
}

describe('routetest: a case', () => {
  it('passes when everything that it mentions is so', () => {
    deepStrictEqual(
      failures({
        route: 'all',
        cluster: 'b',
        clusters: { a: 90, b: 10, off: 0 },
        mirrors: [{ cluster: 'm' }],
        requestMutation: [{ key: 'k', value: 'v' }],
        responseMutation: [],
        limited: false,
        noRoute: false,
      }),
      [],
    );
    deepStrictEqual(failures({ mirrors: [{ cluster: 'm', percentage: 25 }] }), []);
  });

  it('says what is otherwise, and why', () => {
    deepStrictEqual(failures({ route: 'vip' }, { user: 'v' }), [
      'route: expected vip, got all',
      'vip does not match: user is "v", not exact "vip"',
    ]);
    deepStrictEqual(failures({ route: 'all' }, { user: 'vip' }), [
      'route: expected all, got vip',
      'all matches too, but vip comes before it',
    ]);
    deepStrictEqual(failures({ route: 'alll' }), [
      'route: expected alll, got all',
      'orders has no route alll; its routes are vip, all',
    ]);
    deepStrictEqual(failures({ cluster: 'off' }), ['cluster: expected off, got a or b']);
    deepStrictEqual(failures({ clusters: { a: 100 } }), ['clusters: expected a 100, got a 90, b 10, off 0']);
    deepStrictEqual(failures({ mirrors: [{ cluster: 'm', percentage: 5 }] }), ['mirrors: expected m 5 %, got m 25 %']);
    deepStrictEqual(failures({ requestMutation: [{ key: 'k' }] }), ['requestMutation: expected k="", got k="v"']);
    deepStrictEqual(failures({ limited: true, noRoute: true }), [
      'noRoute: expected no route, got all',
      'limited: expected a limit, got none',
    ]);
  });

  it('fails when there is nothing to ask', () => {
    const rules = rulesOf([route('bad', [{ name: 'a', prefixMatch: '' }])]);
    deepStrictEqual(runCase(rules, { host: HOST }, 3).failures, [
      'the proxy refuses orders_20880: route bad: the prefix is empty',
    ]);
    const unknown = runCase(rules, { host: 'other' }, 3);
    deepStrictEqual([unknown.name, unknown.passed, unknown.decision()], ['cases[3]', false, null]);
  });
});

describe('routetest: coverage', () => {
  const routes = [
    route('one', [exact('a', '1'), exact('b', '1')]),
    route('two', [exact('a', '1')]),
    route('three', []),
  ];

  it('counts routes that a case takes, and matchers that a case meets before it is taken', () => {
    const cases = [
      { host: HOST, attributes: { a: '1' } },
      { host: HOST, attributes: { b: '2' } },
    ];
    const { coverage, summary } = runSuites([{ test: testOf(cases), rules: rulesOf(routes) }]);
    deepStrictEqual(summary, { total: 2, passed: 2, failed: 0 });
    deepStrictEqual(coverage, { routes: { total: 3, covered: 2 }, matchers: { total: 3, covered: 2 } });
  });

  it('counts a route once for all ports and all tests, and none that nobody wrote', () => {
    const one = rulesOf(routes);
    const other = compileRules({
      routes: [
        { name: `${HOST}_20880`, routes },
        { name: `${HOST}_9090`, routes },
        { name: 'plain_80', routes: [{ name: 'default', route: { cluster: 'outbound|80||plain' } }] },
      ],
      filters: [],
    });
    const { coverage } = runSuites([
      { test: testOf([{ host: HOST }]), rules: one },
      { test: testOf([{ host: HOST, port: 9090, attributes: { a: '1', b: '1' } }]), rules: other },
    ]);
    deepStrictEqual(coverage, { routes: { total: 3, covered: 2 }, matchers: { total: 3, covered: 2 } });
  });
});

describe('routetest: generate', () => {
  const routes = [
    route('pay', [exact('Method', 'pay'), { name: 'user', safeRegexMatch: { googleRe2: {}, regex: 'u[0-9]+' } }]),
    route('get', [{ name: 'Method', prefixMatch: 'get' }], mirrored.route),
    route('never', [exact('Method', 'getAll')]),
    route('rest', []),
  ];

  it('covers every route that a request can take, and passes', () => {
    const rules = rulesOf(routes);
    const { test, findings } = generateTest(rules, ['rules.yaml']);
    const cases = test.spec?.cases ?? [];
    deepStrictEqual(
      cases.map(({ attributes = {}, expect }) => [attributes, expect?.route]),
      [
        [{ Method: 'pay', user: 'u0' }, 'pay'],
        [{ Method: 'get1' }, 'get'],
        [{}, 'rest'],
      ],
    );
    deepStrictEqual(
      findings.map(({ code, message }) => [code, message]),
      [
        [
          'AER0807',
          'No request takes the route never of orders:20880: get, which comes before it, takes all it could. There is no case for it.',
        ],
      ],
    );
    const { summary, coverage } = runSuites([{ test: testOf(cases), rules }]);
    deepStrictEqual([summary.failed, coverage.routes], [0, { total: 4, covered: 3 }]);
    deepStrictEqual(cases[1]?.expect, {
      route: 'get',
      clusters: { a: 90, b: 10, off: 0 },
      mirrors: [{ cluster: 'm', percentage: 25 }],
    });
  });

  it('says which routes it found no request for', () => {
    const regex = (pattern: string): HeaderMatcher => ({
      name: 'a',
      safeRegexMatch: { googleRe2: {}, regex: pattern },
    });
    const odd = rulesOf([route('text', [regex('.*')]), route('lines', [{ name: 'a', prefixMatch: 'x' }])]);
    const large = rulesOf([route('all', [regex('[ab]*')]), route('large', [regex('[ab]{0,400}a[ab]{14}')])]);
    const refused = rulesOf([route('bad', [regex('(')])]);
    deepStrictEqual(
      [odd, large, refused].flatMap((rules) =>
        generateTest(rules, []).findings.map(({ code, message }) => [code, message]),
      ),
      [
        [
          'AER0808',
          'No request was found that takes the route lines of orders:20880: only values with control characters take it, such as {"a":"x\\n"}. Write a case for it by hand.',
        ],
        [
          'AER0808',
          'No request was found that takes the route large of orders:20880: its regular expressions are too large to search through. Write a case for it by hand.',
        ],
        [
          'AER0801',
          'The proxy refuses the route configuration orders_20880 because of the route bad: RE2 refuses the regular expression: missing closing ): `(`. Until that is mended, none of its routes is in force.',
        ],
      ],
    );
  });

  it('makes the same of the same', () => {
    strictEqual(JSON.stringify(generateTest(rulesOf(routes), [])), JSON.stringify(generateTest(rulesOf(routes), [])));
    ok(!('rules' in (generateTest(rulesOf(routes), []).test.spec ?? {})));
  });
});
