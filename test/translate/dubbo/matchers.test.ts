import assert from 'node:assert/strict';
import {
  namespaceMatcher,
  principalMatcher,
  valueMatcher,
  withOwnTrustDomain,
} from '../../../src/translate/dubbo/matchers.js';

const regex = (text: string) => ({ safeRegex: { googleRe2: {}, regex: text } });

describe('matchers of Dubbo authorization', () => {
  const values: [string, object][] = [
    ['pay', { exact: 'pay' }],
    ['', { exact: '' }],
    ['*', regex('.+')],
    ['*Drop', { suffix: 'Drop' }],
    ['get*', { prefix: 'get' }],
    ['a*b', { exact: 'a*b' }],
    ['*mid*', { suffix: 'mid*' }],
    ['**', { suffix: '*' }],
  ];
  for (const [value, matcher] of values) {
    it(`method or interface "${value}"`, () => assert.deepStrictEqual(valueMatcher(value), matcher));
  }

  const principals: [string, object][] = [
    ['cluster.local/ns/a/sa/b', { exact: 'spiffe://cluster.local/ns/a/sa/b' }],
    ['cluster.local/ns/a/*', { prefix: 'spiffe://cluster.local/ns/a/' }],
    ['*/sa/root', regex('spiffe://.*/sa/root')],
    ['*', regex('.+')],
    ['', { exact: 'spiffe://' }],
  ];
  for (const [value, matcher] of principals) {
    it(`principal "${value}"`, () => assert.deepStrictEqual(principalMatcher(value), matcher));
  }

  it('namespace: every * stands for anything', () => {
    assert.deepStrictEqual(namespaceMatcher('kube-*'), regex('.*/ns/kube-.*/.*'));
    assert.deepStrictEqual(namespaceMatcher('*a*'), regex('.*/ns/.*a.*/.*'));
    assert.deepStrictEqual(namespaceMatcher('shop'), regex('.*/ns/shop/.*'));
  });

  const domains: [string, string][] = [
    ['clu*/ns/a/sa/b', 'cluster.local/ns/a/sa/b'],
    ['cluster.local*/ns/a/sa/b', 'cluster.local/ns/a/sa/b'],
    ['clu*/ns/a/sa/*', 'cluster.local/ns/a/sa/*'],
    ['cluster.local/ns/a/sa/b', 'cluster.local/ns/a/sa/b'],
    ['*/ns/a/sa/b', '*/ns/a/sa/b'],
    ['*.local/ns/a/sa/b', '*.local/ns/a/sa/b'],
    ['*cal*/ns/a/sa/b', '*cal*/ns/a/sa/b'],
    ['other*/ns/a/sa/b', 'other*/ns/a/sa/b'],
    ['other.td/ns/a/sa/b', 'other.td/ns/a/sa/b'],
    ['clu*/ns/a', 'clu*/ns/a'],
    ['clu*/ns/a/sa/b/c', 'clu*/ns/a/sa/b/c'],
  ];
  for (const [written, meant] of domains) {
    it(`trust domain of ${written}`, () => assert.equal(withOwnTrustDomain(written), meant));
  }
});
