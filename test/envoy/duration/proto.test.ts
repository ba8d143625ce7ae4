import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDuration } from '../../../src/envoy/duration/parse.js';
import { printDuration, toProtoDuration } from '../../../src/envoy/duration/proto.js';

describe('Go durations', () => {
  it('has no unit that every object has', () => {
    for (const unit of ['__proto__', 'constructor', 'toString'])
      assert.match(parseDuration(`1${unit}`).reason ?? '', /is not a unit/);
  });

  // The right column is what Go's time.ParseDuration and protobuf JSON make of the left one.
  const readable: readonly (readonly [string, string])[] = [
    ['60s', '60s'],
    ['250ms', '0.250s'],
    ['1m30s', '90s'],
    ['1.5s', '1.500s'],
    ['0', '0s'],
    ['+5s', '5s'],
    ['-1.5s', '-1.500s'],
    ['.5s', '0.500s'],
    ['1.s', '1s'],
    ['1us', '0.000001s'],
    ['1µs', '0.000001s'],
    ['1μs', '0.000001s'],
    ['1ns', '0.000000001s'],
    ['1.5ns', '0.000000001s'],
    ['1h1m1s', '3661s'],
    ['100ms', '0.100s'],
  ];
  for (const [text, expected] of readable) {
    it(`reads ${text}`, () => assert.equal(toProtoDuration(text), expected));
  }

  for (const text of ['', '5', '5 s', 'abc', '1x', 's', '.s', '-', '1s2', '9223372037s', '1m 30s', '1S']) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(toProtoDuration(text), undefined));
  }

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), (nanoseconds) => {
        assert.equal(parseDuration(printDuration(nanoseconds)).nanoseconds, nanoseconds);
      }),
    );
  });
});
