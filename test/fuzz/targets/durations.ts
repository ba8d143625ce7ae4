import assert from 'node:assert/strict';
import { protoMilliseconds } from '../../../src/envoy/duration/milliseconds.js';
import { parseDuration } from '../../../src/envoy/duration/parse.js';
import { printDuration, toProtoDuration } from '../../../src/envoy/duration/proto.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';

const good = ['1m30s', '250ms', '-1.5h', '0', '1us', '0.000000001s', '2562047h47m16.854775807s', '+1h1h1h', '5s'];

export default {
  about: "durations in Go's notation: what is read prints, and reads the same again",
  kind: 'parser',
  make: (random) => mutatedText(random.pick(good), random, good),
  check(text) {
    const { nanoseconds, reason } = parseDuration(String(text));
    const milliseconds = protoMilliseconds(String(text));
    assert.equal(milliseconds === undefined, nanoseconds === undefined);
    if (nanoseconds === undefined) assert.ok(reason);
    else assert.equal(parseDuration(printDuration(nanoseconds)).nanoseconds, nanoseconds);
    toProtoDuration(String(text));
  },
} satisfies Target;
