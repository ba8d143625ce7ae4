import { deepStrictEqual, ok } from 'node:assert/strict';
import type { JsonObject } from '../../../src/model/envoy.js';
import { type Envoy, startEnvoy } from '../parts/envoy.js';
import { temporaryFolder } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';
import { type Authority, type KeyPair, newAuthority } from './certificates.js';
import { ask, enforcingListener, rbacFilters } from './enforcer.js';

const policy = (name: string, action: 'ALLOW' | 'DENY', rules: string) => `
apiVersion: dubbo.aeraki.io/v1alpha1
kind: DubboAuthorizationPolicy
metadata: {name: ${name}, namespace: shop}
spec: {action: ${action}${rules === '' ? '' : `, rules: [${rules}]`}}
---`;
const operation = (text: string) => `{to: [{operation: {${text}}}]}`;
const source = (text: string) => `{from: [{source: {${text}}}]}`;

const web = 'cluster.local/ns/pay/sa/web';
const root = 'cluster.local/ns/pay/sa/root';
const system = 'cluster.local/ns/kube-system/sa/web';
const foreign = 'other.td/ns/pay/sa/web';
const everyone = [web, root, system, foreign];

type Call = readonly [who: string, method: string, service: string];
interface Scenario {
  readonly policies: string;
  readonly fixed?: boolean;
  readonly pass: readonly Call[];
  readonly refused: readonly Call[];
}
const orders = 'com.acme.Orders';
const calls = (who: string, ...methods: readonly string[]): Call[] => methods.map((method) => [who, method, orders]);
const from = (...who: readonly string[]): Call[] => who.map((each) => [each, 'pay', orders]);

const scenarios: Readonly<Record<string, Scenario>> = {
  'no policy: everything passes': { policies: '', pass: from(...everyone), refused: [] },
  'a DENY of methods by prefix, suffix and whole name': {
    policies: policy('d', 'DENY', operation("methods: ['delete*', '*Drop', exit]")),
    pass: calls(web, 'undelete', 'Dropping', 'exits', 'pay'),
    refused: calls(web, 'delete', 'deleteAll', 'tableDrop', 'exit'),
  },
  'an ALLOW of methods but some, and of interfaces': {
    policies: policy('a', 'ALLOW', operation("methods: ['get*'], notMethods: [getSecret], interfaces: ['com.acme.*']")),
    pass: [[web, 'getName', orders]],
    refused: [
      [web, 'getSecret', orders],
      [web, 'pay', orders],
      [web, 'getName', 'org.other.Orders'],
    ],
  },
  'notInterfaces, and any method by *': {
    policies: policy('a', 'ALLOW', operation("methods: ['*'], notInterfaces: ['*.Admin']")),
    pass: [[web, 'pay', orders]],
    refused: [[web, 'pay', 'com.acme.Admin']],
  },
  'one of several operations': {
    policies: policy('a', 'ALLOW', '{to: [{operation: {methods: [a]}}, {operation: {methods: [b]}}]}'),
    pass: calls(web, 'a', 'b'),
    refused: calls(web, 'c'),
  },
  'a whole principal': {
    policies: policy('a', 'ALLOW', source(`principals: [${web}]`)),
    pass: from(web),
    refused: from(root, system, foreign),
  },
  'principals by prefix': {
    policies: policy('a', 'ALLOW', source("principals: ['cluster.local/ns/pay/*']")),
    pass: from(web, root),
    refused: from(system, foreign),
  },
  'principals by suffix': {
    policies: policy('a', 'ALLOW', source("principals: ['*/sa/web']")),
    pass: from(web, system, foreign),
    refused: from(root),
  },
  'a trust domain by prefix, which is completed to cluster.local': {
    policies: policy('a', 'ALLOW', source("principals: ['clu*/ns/pay/sa/web']")),
    pass: from(web),
    refused: from(root, system, foreign),
  },
  'any principal by *': {
    policies: policy('a', 'ALLOW', source("principals: ['*']")),
    pass: from(...everyone),
    refused: [],
  },
  notPrincipals: {
    policies: policy('d', 'DENY', source(`notPrincipals: [${web}]`)),
    pass: from(web),
    refused: from(root, system, foreign),
  },
  'namespaces, whole and with *': {
    policies: policy('a', 'ALLOW', source("namespaces: ['kube-*', billing]")),
    pass: from(system),
    refused: from(web, root, foreign),
  },
  notNamespaces: {
    policies: policy('a', 'ALLOW', source("notNamespaces: ['kube-*']")),
    pass: from(web, root, foreign),
    refused: from(system),
  },
  'who and what together, DENY before ALLOW': {
    policies:
      policy('a', 'ALLOW', '{}') +
      policy('d', 'DENY', `{from: [{source: {namespaces: [pay]}}], to: [{operation: {methods: [pay]}}]}`),
    pass: [...calls(web, 'list'), ...from(system)],
    refused: from(web, root, foreign),
  },
  'an ALLOW without rules: nobody': { policies: policy('a', 'ALLOW', ''), pass: [], refused: from(...everyone) },
  'D20: the first of two DENY policies is lost': {
    policies: policy('d1', 'DENY', operation('methods: [a]')) + policy('d2', 'DENY', operation('methods: [b]')),
    pass: calls(web, 'a'),
    refused: calls(web, 'b'),
  },
  'D20 corrected: both DENY policies hold': {
    policies: policy('d1', 'DENY', operation('methods: [a]')) + policy('d2', 'DENY', operation('methods: [b]')),
    fixed: true,
    pass: calls(web, 'c'),
    refused: calls(web, 'a', 'b'),
  },
};

describe("a real Envoy enforces our Dubbo rules (by its HTTP filter: no stock Envoy has Aeraki's)", function () {
  this.timeout(120_000);
  const workloads = new Map<string, KeyPair>();
  let folder: { path: string; remove(): Promise<void> } | undefined;
  let authority: Authority;
  let envoy: Envoy | undefined;

  before(async function () {
    requirePart(this, 'envoy');
    requirePart(this, 'openssl');
    folder = await temporaryFolder('certificates');
    authority = await newAuthority(folder.path);
    for (const who of everyone) workloads.set(who, await authority.issue(`spiffe://${who}`));
    const own = await authority.issue('spiffe://cluster.local/ns/shop/sa/orders');
    const listeners: JsonObject[] = Object.entries(scenarios).map(([title, { policies, fixed = false }]) =>
      enforcingListener(title, rbacFilters(policies, fixed), authority, own),
    );
    envoy = await startEnvoy({ staticResources: { listeners } });
  });
  after(async () => {
    await envoy?.stop();
    await folder?.remove();
  });

  for (const [title, { pass, refused }] of Object.entries(scenarios)) {
    it(title, async () => {
      ok(envoy);
      const port = await envoy.listenerPort(title);
      const expected = [...pass.map((call) => [...call, 200]), ...refused.map((call) => [...call, 403])];
      const actual = [];
      for (const [who, method, service] of [...pass, ...refused]) {
        const workload = workloads.get(who);
        ok(workload);
        actual.push([who, method, service, await ask(port, authority, workload, method, service)]);
      }
      deepStrictEqual(actual, expected);
    });
  }
});
