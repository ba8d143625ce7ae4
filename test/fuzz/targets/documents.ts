import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatValidation, runValidate, type ValidateFlags } from '../../../src/command/validate/run.js';
import { validateSources } from '../../../src/command/validate/sources.js';
import { palette } from '../../../src/output/colour.js';
import { validationFormatNames } from '../../../src/output/validation/formats.js';
import { goodTexts } from '../../load/mutate.js';
import { validateFlags } from '../../validate/flags.js';
import { temporaryFolder } from '../folder.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';
import { actsOnTerminal } from '../terminal.js';

const path = join(temporaryFolder(), 'documents.yaml');
const flags: ValidateFlags = { ...validateFlags, verbose: true };

export default {
  about:
    'documents through all layers of validate and every output: the right exit code, nothing that acts on a terminal',
  kind: 'run',
  make: (random) => mutatedText(random.pick(goodTexts), random, goodTexts),
  async check(text) {
    writeFileSync(path, text);
    const report = await runValidate(validateSources([path], flags), flags);
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    assert.ok([0, 65, 79].includes(report.exitCode));
    assert.equal(report.exitCode === 0, errors.length === 0, `exit ${report.exitCode} with ${errors.length} errors`);
    for (const format of validationFormatNames) {
      const shown = await formatValidation(report, format, { palette: palette(false), width: undefined }, '0');
      assert.equal(actsOnTerminal(shown), undefined, format);
      if (format === 'json' || format === 'sarif') JSON.parse(shown);
      if (format === 'github')
        for (const line of shown.split('\n')) assert.match(line, /^(::(error|warning|notice) .*::.*)?$/);
    }
  },
} satisfies Target;
