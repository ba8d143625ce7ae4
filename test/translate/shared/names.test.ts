import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isObjectName } from '../../../src/model/object-name.js';
import { toObjectName } from '../../../src/translate/shared/names.js';

describe('object names', () => {
  for (const name of ['a', 'a.b', 'aeraki-outbound-a.b-10.0.0.1-80', '0.0', 'x'.repeat(253)]) {
    it(`takes ${name.slice(0, 40)}`, () => {
      assert.equal(isObjectName(name), true);
      assert.equal(toObjectName(name), name);
    });
  }

  for (const name of ['', 'A', 'a-', '-a', 'a..b', 'a-.b', 'a/24', 'a*b', 'fd00::1', 'x'.repeat(254)]) {
    it(`refuses ${name.slice(0, 40)}`, () => assert.equal(isObjectName(name), false));
  }

  it('makes a valid name of any filter name, and different ones of different names', () => {
    const part = fc.string({ maxLength: 300 });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const [first, second] = [toObjectName(`aeraki-outbound-${a}`), toObjectName(`aeraki-outbound-${b}`)];
        assert.equal(isObjectName(first), true, first);
        assert.equal(first === second, a === b);
      }),
    );
  });
});
