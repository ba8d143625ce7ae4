import assert from 'node:assert/strict';
import { redact, redactText } from '../../../src/envoy/redact.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';

const good = [
  '{"downstreamAuthPassword": {"inlineString": "S3CRET"}, "a": [{"header": {"key": "Authorization", "value": "S3CRET"}}]}',
  '{"REDIS_PASSWORD": "S3CRET", "uri": "redis://u:S3CRET@h:1", "private_key": {"inline_bytes": "S3CRET"}}',
  'password: S3CRET at redis://u:S3CRET@h',
];

export default {
  about: 'the redactor: no throw, and the same shape',
  kind: 'parser',
  make: (random) => mutatedText(random.pick(good), random, good),
  check(input) {
    redactText(String(input));
    let value: unknown;
    try {
      value = JSON.parse(String(input));
    } catch {
      return;
    }
    const shown = redact(value as never);
    assert.equal(JSON.stringify(Object.keys(shown ?? {})), JSON.stringify(Object.keys((value as object) ?? {})));
    assert.deepEqual(redact(shown), shown, 'twice is as once');
  },
} satisfies Target;
