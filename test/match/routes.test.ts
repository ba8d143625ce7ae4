import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { attributesOf } from '../../src/match/attributes.js';
import { compileRoutes, failedMatchers } from '../../src/match/routes.js';
import type { HeaderMatcher, ProxyRoute } from '../../src/model/envoy.js';

const cluster = { cluster: 'outbound|20880|v1|orders' };

function routesOf(...routes: readonly (readonly HeaderMatcher[])[]): readonly ProxyRoute[] {
  return routes.map((metadata, index) => ({ name: `r${index}`, match: { metadata }, route: cluster }));
}

function pick(attributes: Record<string, string>, ...routes: readonly (readonly HeaderMatcher[])[]): number {
  return compileRoutes({ name: 'orders_20880', routes: routesOf(...routes) }).pick(attributesOf(attributes));
}

const regex = (name: string, pattern: string): HeaderMatcher => ({
  name,
  safeRegexMatch: { googleRe2: {}, regex: pattern },
});

describe('match/routes', () => {
  it('takes the first route whose matchers all match', () => {
    const routes: readonly (readonly HeaderMatcher[])[] = [
      [{ name: 'method', exactMatch: 'pay' }],
      [{ name: 'method', prefixMatch: 'get' }, regex('user', '^u[0-9]+$')],
      [{ name: 'trace', presentMatch: true }],
    ];
    strictEqual(pick({ method: 'pay' }, ...routes), 0);
    strictEqual(pick({ method: 'getAll', user: 'u7' }, ...routes), 1);
    strictEqual(pick({ method: 'getAll', user: 'u7x' }, ...routes), -1);
    strictEqual(pick({ method: 'getAll', trace: '' }, ...routes), 2);
    strictEqual(pick({}, ...routes), -1);
    strictEqual(pick({}, ...routes, []), 3);
  });

  it('compares names without case and values with it', () => {
    strictEqual(pick({ METHOD: 'pay' }, [{ name: 'Method', exactMatch: 'pay' }]), 0);
    strictEqual(pick({ method: 'Pay' }, [{ name: 'method', exactMatch: 'pay' }]), -1);
  });

  it('reads an empty exact value, and a matcher that asks for nothing, as "present"', () => {
    strictEqual(pick({ a: 'x' }, [{ name: 'a', exactMatch: '' }]), 0);
    strictEqual(pick({ a: '' }, [{ name: 'a', exactMatch: '' }]), 0);
    strictEqual(pick({ b: '' }, [{ name: 'a', exactMatch: '' }]), -1);
    strictEqual(pick({ a: 'x' }, [{ name: 'a' }]), 0);
  });

  it('never matches a missing attribute', () => {
    strictEqual(pick({}, [regex('a', '.*')]), -1);
    strictEqual(pick({}, [{ name: 'a', presentMatch: true }]), -1);
  });

  it('needs the whole value for a regular expression', () => {
    strictEqual(pick({ a: 'ab' }, [regex('a', 'a|ab')]), 0);
    strictEqual(pick({ a: 'abc' }, [regex('a', 'a|ab')]), -1);
    strictEqual(pick({ a: 'a\nb' }, [regex('a', 'a.b')]), -1);
    strictEqual(pick({ a: 'x!y' }, [regex('a', 'x\\Cy')]), 0);
    strictEqual(pick({ a: 'x\\Cy' }, [regex('a', 'x\\\\Cy')]), 0);
    strictEqual(pick({ a: 'x\\Cy' }, [regex('a', '\\Qx\\Cy\\E')]), 0);
  });

  it('runs regular expressions on bytes, as Envoy does', () => {
    strictEqual(pick({ a: 'é' }, [regex('a', 'é')]), 0);
    strictEqual(pick({ a: 'é' }, [regex('a', '..')]), 0);
    strictEqual(pick({ a: 'é' }, [regex('a', '.')]), -1);
    strictEqual(pick({ a: 'é' }, [regex('a', '[é]')]), -1);
    strictEqual(pick({ a: '日' }, [regex('a', '\\p{Han}')]), -1);
    strictEqual(pick({ a: 'ab' }, [regex('a', '(?P<n>a)(?P<n>b)')]), 0);
  });

  it('says why the proxy refuses a configuration, and lets such a matcher match nothing', () => {
    const compiled = compileRoutes({
      name: 'orders_20880',
      routes: [
        ...routesOf([{ name: 'a', prefixMatch: '' }], [regex('a', '(')], [regex('a', '')], [{ name: '' }]),
        { name: 'zero', route: { weightedClusters: { clusters: [{ name: 'c', weight: 0 }] } } },
        { name: 'none', route: { weightedClusters: { totalWeight: 0 } } },
        {
          name: 'huge',
          route: {
            weightedClusters: {
              clusters: [
                { name: 'c', weight: 4294967295 },
                { name: 'd', weight: 1 },
              ],
            },
          },
        },
        { route: {} },
      ],
    });
    deepStrictEqual(
      compiled.refusals.map(({ route, reason }) => `${route.label}: ${reason}`),
      [
        'r0: the prefix is empty',
        'r1: RE2 refuses the regular expression: missing closing ): `(`',
        'r2: the regular expression is empty',
        'r3: the attribute name "" is no header name',
        'zero: the weights add up to 0',
        'none: the weighted cluster has no clusters',
        'huge: the weights add up to 4294967296, more than 4294967295',
        'routes[7]: the route has no cluster',
      ],
    );
    strictEqual(compiled.pick(attributesOf({ a: '' })), 4);
  });

  it('names every matcher that fails, with what it found', () => {
    const matchers: readonly HeaderMatcher[] = [
      { name: 'Method', exactMatch: 'pay' },
      { name: 'user', prefixMatch: 'vip' },
      { name: 'trace', presentMatch: true },
      { name: 'group', exactMatch: 'a' },
    ];
    const [route] = compileRoutes({ name: 'x', routes: routesOf(matchers) }).routes;
    deepStrictEqual(route && failedMatchers(route, attributesOf({ method: 'get', group: 'a' })), [
      { attribute: 'Method', matcher: 'exact', expected: 'pay', actual: 'get' },
      { attribute: 'user', matcher: 'prefix', expected: 'vip', actual: null },
      { attribute: 'trace', matcher: 'present', expected: '*', actual: null },
    ]);
  });
});
