import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import type { KubernetesObject, Resource } from '../../src/model/resource.js';
import { discovered } from '../../src/scope/discovery.js';
import { meshSettings } from '../../src/scope/settings.js';

const source = { file: '', document: 0, pointer: '', line: 1 };
const resource = (kind: string, namespace: string, name: string, more: object = {}): Resource => {
  const object = { apiVersion: 'v1', kind, metadata: { name, namespace, ...more } } as KubernetesObject;
  return { kind, apiVersion: 'v1', namespace, name, source, nulls: [], object };
};
const space = (name: string, labels: object): Resource => resource('Namespace', '', name, { labels });

/** As istiod's pkg/kube/namespace/filter.go has it. */
describe('what of a cluster istiod looks at', () => {
  const resources = [
    space('shop', { mesh: 'on', tier: 'gold' }),
    space('other', { mesh: 'off' }),
    space('istio-system', {}),
    ...['shop', 'other', 'istio-system', 'nowhere'].map((namespace) => resource('Service', namespace, 'a')),
    resource('ConfigMap', 'istio-system', 'istio'),
  ];
  const seen = (selectors: string): string => {
    const mesh = load(`discoverySelectors: ${selectors}`);
    const settings = meshSettings([], 'istio-system', 'cluster.local', () => undefined, mesh);
    return discovered(resources, settings.discoverySelectors)
      .filter(({ kind }) => kind === 'Service')
      .map(({ namespace }) => namespace)
      .join(' ');
  };
  const all = 'shop other istio-system nowhere';

  it('is all without a selector', () => {
    for (const none of ['', '[]', '~']) assert.equal(seen(none), all);
    assert.equal(discovered(resources, []), resources);
  });

  it('is what one of the selectors fits; the namespace of Istio is no exception', () => {
    assert.equal(seen('[{matchLabels: {mesh: "on"}}]'), 'shop');
    assert.equal(seen('[{matchLabels: {mesh: "on", tier: lead}}]'), '');
    assert.equal(seen('[{matchLabels: {mesh: "off"}}, {matchLabels: {tier: gold}}]'), 'shop other');
    assert.equal(seen('[{matchExpressions: [{key: mesh, operator: In, values: ["on", "off"]}]}]'), 'shop other');
    assert.equal(seen('[{matchExpressions: [{key: mesh, operator: NotIn, values: ["on"]}]}]'), 'other istio-system');
    assert.equal(seen('[{matchExpressions: [{key: mesh, operator: Exists}]}]'), 'shop other');
    assert.equal(seen('[{matchExpressions: [{key: mesh, operator: DoesNotExist}]}]'), 'istio-system');
    // One without terms fits each Namespace that there is.
    assert.equal(seen('[{}]'), 'shop other istio-system');
  });

  it('is all where one of them cannot be understood', () => {
    for (const wrong of ['3', '{matchLabels: 3}', '{matchLabels: {a: 1}}', '{matchExpressions: [{key: a}]}']) {
      assert.equal(seen(`[{matchLabels: {mesh: "on"}}, ${wrong}]`), all, wrong);
    }
    assert.equal(seen('[{matchExpressions: [{key: a, operator: In}]}]'), all);
    assert.equal(seen('[{matchExpressions: [{key: a, operator: Exists, values: [b]}]}]'), all);
  });

  it('has Namespaces and the mesh config in any case', () => {
    const settings = { discoverySelectors: [{ matchLabels: { mesh: 'never' } }] };
    const kinds = discovered(resources, settings.discoverySelectors).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['Namespace', 'Namespace', 'Namespace', 'ConfigMap']);
  });
});
