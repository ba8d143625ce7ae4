import assert from 'node:assert/strict';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { finding } from '../../src/diagnostics/diagnostic.js';
import { filled, unfilled } from '../../src/diagnostics/text.js';

describe('texts of the catalogue', () => {
  it('have words that agree with a number', () => {
    const say = (count: number | string) =>
      filled('{count} {count|call|calls} of {place}{count||, and others}', { count, place: 'a' });
    assert.equal(say(1), '1 call of a');
    assert.equal(say('1'), '1 call of a');
    assert.equal(say(0), '0 calls of a, and others');
    assert.equal(say(1_000), '1000 calls of a, and others');
    assert.equal(filled('{count|call|calls} {else}', {}), '{count|call|calls} {else}');
    assert.equal(unfilled('{count} {count|call|calls} of {place}'), '{count} calls of {place}');
    assert.match(finding('AER1315', { count: 1, place: 'a.log' }, {}).message, /^1 call of a\.log .* make it visible/);
    assert.match(
      finding('AER1315', { count: 2, place: 'a.log' }, {}).message,
      /^2 calls of a\.log .* make them visible/,
    );
  });

  it('have no plural right after a number that may be one', () => {
    // A series is one or many; what two hosts share is never one.
    const never = new Set(['series', 'hosts', 'is']);
    const wrong = Object.entries(catalogue).flatMap(([code, { text }]) =>
      [...text.matchAll(/\{(?:count|total|number|bytes)\} ([a-z]+s)\b/g)]
        .filter(([, word = '']) => !never.has(word))
        .map(([whole]) => `${code}: ${whole}`),
    );
    assert.deepEqual(wrong, []);
  });
});
