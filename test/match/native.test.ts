import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { attributesOf } from '../../src/match/attributes.js';
import { choose, decisionOf } from '../../src/match/decision.js';
import { findService } from '../../src/match/find-service.js';
import { rulesFromTranslation } from '../../src/match/from-translation.js';
import { type CompiledRules, compileRules } from '../../src/match/service.js';
import { generateTest } from '../../src/routetest/generate.js';
import { runCase } from '../../src/routetest/run.js';
import { readCases } from '../translate/cases.js';
import { resourcesOf, translateResources } from '../translate/input.js';

const cases = new Map(readCases().map((each) => [each.name, each.input]));
const host = 'orders.shop.svc.cluster.local';

function rulesOf(text: string): CompiledRules {
  return compileRules(rulesFromTranslation(translateResources(resourcesOf(text)), new Map()));
}

function ask(rules: CompiledRules, attributes: Readonly<Record<string, string>>, asked = host) {
  const found = findService(rules, asked, undefined);
  if (!('service' in found)) throw new Error(found.message);
  return decisionOf(rules, choose(found.service, attributesOf(attributes)));
}

describe('routes of native filters', () => {
  const dubbo = rulesOf(cases.get('feature-dubbo-virtual-service') ?? '');

  it('Dubbo: interface of the service, method, attachments', () => {
    strictEqual(ask(dubbo, { method: 'pay', user: 'vip-1' }).route, 'routes[0]');
    deepStrictEqual(
      ask(dubbo, { method: 'getStock' }).clusters.map(({ weight }) => weight),
      [30, 70],
    );
    strictEqual(ask(dubbo, { method: 'Pay' }).route, 'routes[2]');
    strictEqual(ask(dubbo, { method: 'pay', interface: 'com.acme.Other' }).route, null);
    deepStrictEqual(ask(dubbo, { method: 'forget' }).tried[1], {
      route: 'routes[1]',
      failed: [{ attribute: 'method', matcher: 'regex', expected: 'get.*', actual: 'forget' }],
    });
  });

  it('Dubbo and Thrift without a rule: the default route, which no test has to cover', () => {
    for (const name of ['feature-dubbo-default', 'feature-thrift-default']) {
      const rules = rulesOf(cases.get(name) ?? '');
      deepStrictEqual(
        rules.services.map(({ written, native }) => [written, native]),
        [[false, true]],
        name,
      );
      strictEqual(ask(rules, { method: 'any' }).route, 'default');
    }
  });

  it('Thrift: the reference takes no match over, so the first route takes everything', () => {
    const thrift = rulesOf(cases.get('feature-thrift-virtual-service') ?? '');
    strictEqual(ask(thrift, { method: 'any' }).route, 'routes[0]');
    match(generateTest(thrift, []).findings[0]?.message ?? '', /routes\[1\]/);
  });

  it('Redis: the longest prefix wins, whatever the order, else the catch-all', () => {
    const redis = (routes: string) => `
apiVersion: v1
kind: Service
metadata: {name: orders, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: orders}, ports: [{name: tcp-redis, port: 6379}]}
---
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata: {name: orders, namespace: shop}
spec:
  host: [${host}]
  redis:
${routes}`;
    const rules = rulesOf(
      redis(`  - {match: {key: {prefix: a}}, route: {host: a.example.com, port: 1}}
  - {match: {key: {prefix: abc}}, route: {host: abc.example.com, port: 2}}
  - {match: {key: {prefix: ab}}, route: {host: ab.example.com, port: 3}}
  - {route: {host: rest.example.com, port: 4}}`),
    );
    const cluster = (key: string) => ask(rules, { key }).clusters[0]?.name;
    strictEqual(cluster('abcd'), 'outbound|2||abc.example.com');
    strictEqual(cluster('abd'), 'outbound|3||ab.example.com');
    strictEqual(cluster('ax'), 'outbound|1||a.example.com');
    strictEqual(cluster('A'), 'outbound|4||rest.example.com');
    deepStrictEqual(choose(rules.services[0] ?? never(), attributesOf({ key: 'a', method: 'x' })).lost, ['method']);
  });

  it('test --generate covers them, and its cases pass', () => {
    for (const [name, text] of cases) {
      if (!/feature-(?:dubbo|thrift|redis)/.test(name)) continue;
      const rules = rulesOf(text);
      const { test } = generateTest(rules, []);
      for (const [index, each] of (test.spec?.cases ?? []).entries()) {
        deepStrictEqual(runCase(rules, each, index).failures, [], `${name}: ${each.name}`);
      }
    }
  });
});

function never(): never {
  throw new Error('no service');
}
