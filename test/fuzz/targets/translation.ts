import assert from 'node:assert/strict';
import { assemble } from '../../../src/load/assemble.js';
import { createFastParser } from '../../../src/load/fast-parse.js';
import { parseFile } from '../../../src/load/parse.js';
import { translateLoaded } from '../../../src/pipeline.js';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import { goodTexts } from '../../load/mutate.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';

const fast = createFastParser();

async function translated(text: string): Promise<string> {
  const loaded = assemble([parseFile(text, 'x.yaml', { namespace: 'default', fast })]);
  const { translation, diagnostics } = await translateLoaded(loaded, { ...defaultTranslateOptions });
  return JSON.stringify([translation, diagnostics]);
}

export default {
  about: 'documents through translate, what they hold checked before: twice the same result',
  kind: 'run',
  make: (random) => mutatedText(random.pick(goodTexts), random, goodTexts),
  async check(text) {
    assert.equal(await translated(String(text)), await translated(String(text)));
  },
} satisfies Target;
