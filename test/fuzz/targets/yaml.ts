import assert from 'node:assert/strict';
import { diagnose } from '../../../src/diagnostics/diagnose.js';
import { assemble } from '../../../src/load/assemble.js';
import { createFastParser } from '../../../src/load/fast-parse.js';
import { parseFile } from '../../../src/load/parse.js';
import { goodTexts } from '../../load/mutate.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';

const fast = createFastParser();
const short = goodTexts.filter(({ length }) => length < 1500);

export default {
  about: 'YAML and JSON into documents: each finding has a place, each invalid document a finding',
  kind: 'parser',
  make: (random) => mutatedText(random.pick(short), random, short),
  check(text) {
    const loaded = assemble([parseFile(String(text), 'x.yaml', { namespace: 'default', fast })]);
    for (const { file, line = 0, column = 0 } of diagnose(loaded.findings, loaded.locate)) {
      assert.equal(file, 'x.yaml');
      assert.ok(line >= 1 && column >= 1);
    }
    for (const document of loaded.documents) if (document.status === 'invalid') assert.ok(document.findings.length > 0);
  },
} satisfies Target;
