import assert from 'node:assert/strict';
import { finding } from '../../src/diagnostics/diagnostic.js';
import { parseSuppression, withoutSuppressed } from '../../src/validate/suppress.js';
import { resourceOf } from './resource.js';

function found(annotation?: string) {
  const metadata = {
    name: 'demo',
    namespace: 'shop',
    ...(annotation && { annotations: { 'aeraki.io/suppress': annotation } }),
  };
  const resource = resourceOf({ apiVersion: 'metaprotocol.aeraki.io/v1alpha1', kind: 'MetaRouter', metadata });
  return finding('AER0301', { host: 'h', hint: '' }, { resource });
}

/** How many of two findings (one of ours, one without a resource) are left. */
function left(flags: readonly string[], annotation?: string): number {
  const suppressions = flags.map((flag) => {
    const parsed = parseSuppression(flag);
    assert.ok(parsed, flag);
    return parsed;
  });
  return withoutSuppressed(
    [found(annotation), finding('AER0001', { path: 'x', reason: 'it is locked' }, { file: 'x' })],
    suppressions,
  ).length;
}

describe('suppression', () => {
  const hits = [
    'AER0301=MetaRouter demo.shop',
    'AER0301=MetaRouter shop/demo',
    'AER0301=*',
    '*=MetaRouter *',
    'AER03*=* *.shop',
    'aer0301=Meta* d*',
  ];
  for (const flag of hits) it(`${flag} takes it away`, () => assert.equal(left([flag]), 1));
  const misses = [
    'AER0302=*',
    'AER0301=Gateway *',
    'AER0301=MetaRouter demo',
    'AER0301=MetaRouter demo.shops',
    'AER0301=MetaRouter dem.shop',
  ];
  for (const flag of misses) it(`${flag} does not`, () => assert.equal(left([flag]), 2));
  for (const text of ['AER0301', 'x=MetaRouter a', 'AER0301=MetaRouter', 'AER0301=MetaRouter a b', '=*', '']) {
    it(`"${text}" is refused`, () => assert.equal(parseSuppression(text), undefined));
  }
  it('takes codes from the annotation', () => {
    assert.equal(left([], 'AER0301'), 1);
    assert.equal(left([], 'AER0999, aer0301'), 1);
    assert.equal(left([], 'AER0302'), 2);
  });
});
