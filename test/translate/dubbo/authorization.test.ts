import assert from 'node:assert/strict';
import type { Json } from '../../../src/model/envoy.js';
import { translateText } from '../input.js';
import { at, dubboPolicy, inboundName, messages, names, places, proxyOf, resource, serviceEntry } from '../native.js';

const service = serviceEntry(['20880 tcp-dubbo'], '{interface: com.acme.Orders}');
const inbound = (text: string, fixed = false) => proxyOf(translateText(text, { fixed }), inboundName(20880)).proxy;
const policies = (text: string, fixed = false) => {
  const filters = at(inbound(text, fixed), 'dubboFilters') as readonly Json[];
  return filters.slice(0, -1).map((filter) => at(filter, 'config', 'rules'));
};
const permission = (key: string, stringMatch: object) => ({
  metadata: { filter: 'envoy.filters.dubbo.rbac', path: [{ key }], value: { stringMatch } },
});
const anyone = [{ andIds: { ids: [{ any: true }] } }];
const denies = (method: string) => ({
  permissions: [{ andRules: { rules: [{ orRules: { rules: [permission('method', { exact: method })] } }] } }],
  principals: anyone,
});
const rule = (method: string) => `{to: [{operation: {methods: [${method}]}}]}`;

describe('Dubbo authorization', () => {
  describe('D20: rules under the name of another policy', () => {
    const text =
      service +
      dubboPolicy('a-one', 'DENY', `[${rule('drop')}]`) +
      dubboPolicy('b-two', 'DENY', `[${rule('delete')}, ${rule('wipe')}]`);
    it('the last rule of an index stays, and the warning names the lost policy', () => {
      const result = translateText(text);
      assert.deepStrictEqual(policies(text), [
        {
          action: 'DENY',
          policies: {
            'ns[shop]-policy[a-one]-rule[0]': denies('delete'),
            'ns[shop]-policy[b-two]-rule[1]': denies('wipe'),
          },
        },
      ]);
      assert.deepEqual(places(result), [
        'AER0420 warning DubboAuthorizationPolicy /spec/rules/0',
        'AER0420 warning DubboAuthorizationPolicy /spec/rules/0',
      ]);
      const [lost, misnamed] = messages(result, 'AER0420');
      assert.match(lost ?? '', /loses rule 0 of the DENY policy a-one: rule 0 of b-two overwrites it/);
      assert.match(misnamed ?? '', /files rule 0 of the DENY policy b-two under the name of a-one/);
    });
    it('more rules than policies crash the reference', () => {
      const crash = service + dubboPolicy('a', 'DENY', `[${rule('x')}, ${rule('y')}]`);
      const result = translateText(crash);
      assert.deepEqual(names(result), []);
      assert.deepEqual(places(result), ['AER0420 error DubboAuthorizationPolicy /spec/rules/1']);
    });
    it('a crash in one namespace leaves the others alone', () => {
      const other = service.replaceAll('shop', 'pay').replace('240.240.0.10', '240.240.0.11');
      const crash = service + dubboPolicy('a', 'ALLOW', '[{}, {}]') + other;
      assert.deepEqual(names(translateText(crash)), [
        'aeraki-inbound-orders.pay.svc.cluster.local-20880',
        'aeraki-outbound-orders.pay.svc.cluster.local-240.240.0.11-20880',
      ]);
    });
    it('corrected, every rule has its own policy', () => {
      assert.deepStrictEqual(policies(text, true), [
        {
          action: 'DENY',
          policies: {
            'ns[shop]-policy[a-one]-rule[0]': denies('drop'),
            'ns[shop]-policy[b-two]-rule[0]': denies('delete'),
            'ns[shop]-policy[b-two]-rule[1]': denies('wipe'),
          },
        },
      ]);
      assert.deepEqual(places(translateText(text, { fixed: true })), []);
    });
    it('is told once for all services of the namespace', () => {
      const second = service.replaceAll('orders', 'stock').replace('240.240.0.10', '240.240.0.11');
      assert.equal(messages(translateText(text + second), 'AER0420').length, 2);
    });
  });

  it('takes a policy without action for ALLOW, and no rules for nobody', () => {
    const text = service + resource('dubbo.aeraki.io/v1alpha1', 'DubboAuthorizationPolicy', 'p', '{}');
    assert.deepStrictEqual(policies(text), [{}]);
  });

  it('has one permission for each `to`, and one principal for each `from`', () => {
    const rules =
      '[{to: [{}, {operation: {}}, {operation: {notMethods: [a*]}}], from: [{source: {notNamespaces: [x]}}, {}]}]';
    assert.deepStrictEqual(policies(service + dubboPolicy('p', 'ALLOW', rules)), [
      {
        policies: {
          'ns[shop]-policy[p]-rule[0]': {
            permissions: [
              { andRules: { rules: [{ any: true }] } },
              { andRules: { rules: [{ any: true }] } },
              { andRules: { rules: [{ notRule: { orRules: { rules: [permission('method', { prefix: 'a' })] } } }] } },
            ],
            principals: [
              {
                andIds: {
                  ids: [
                    {
                      notId: {
                        orIds: {
                          ids: [
                            {
                              authenticated: {
                                principalName: { safeRegex: { googleRe2: {}, regex: '.*/ns/x/.*' } },
                              },
                            },
                          ],
                        },
                      },
                    },
                  ],
                },
              },
              { andIds: { ids: [{ any: true }] } },
            ],
          },
        },
      },
    ]);
  });
});
