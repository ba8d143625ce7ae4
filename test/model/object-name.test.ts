import assert from 'node:assert/strict';
import { isObjectName } from '../../src/model/object-name.js';

describe('model: names of objects', () => {
  it('are subdomains of RFC 1123, as the API server has them', () => {
    for (const name of ['a', 'aeraki-outbound-a.b-10.0.0.1-20880', 'x1.y-2', 'a'.repeat(253)])
      assert.ok(isObjectName(name), name);
    const none = [
      '',
      'A',
      '*.b',
      'a/b',
      'a..b',
      '.a',
      'a.',
      '-a',
      'a-',
      'a-.b',
      'fd00::1',
      'a b',
      'a\n',
      '..',
      'a'.repeat(254),
    ];
    for (const name of none) assert.ok(!isObjectName(name), name);
  });

  it('are judged in no time, however long they are', () => {
    assert.equal(isObjectName(`${'a-'.repeat(100_000)}!`), false);
  });
});
