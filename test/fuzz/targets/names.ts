import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatValidation, runValidate, type ValidateFlags } from '../../../src/command/validate/run.js';
import { validateSources } from '../../../src/command/validate/sources.js';
import { palette } from '../../../src/output/colour.js';
import { validationFormatNames } from '../../../src/output/validation/formats.js';
import { validateFlags } from '../../validate/flags.js';
import { temporaryFolder } from '../folder.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';
import { actsOnTerminal } from '../terminal.js';

const folder = temporaryFolder();
const flags: ValidateFlags = { ...validateFlags, verbose: true };
const good = [
  'demo',
  'a.b-c',
  'x'.repeat(253),
  'a\n::error ::b',
  '\u009b31m',
  'a]]>b',
  '\u202etxt',
  '<a>&"',
  '../../x',
];

export default {
  about: 'names of resources, namespaces and hosts through every output: no line, mark or sequence of their own',
  kind: 'parser',
  make: (random) => JSON.stringify([0, 1, 2, 3].map(() => mutatedText(random.pick(good), random, good))),
  async check(input) {
    const [name, namespace, host, field = 'x'] = JSON.parse(String(input)) as string[];
    const object = {
      apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
      kind: 'MetaRouter',
      metadata: { name, namespace },
      spec: { hosts: [host], [field]: 1, routes: [{ name, route: [{ destination: { host } }] }] },
    };
    const path = join(folder, 'names.json');
    writeFileSync(path, JSON.stringify(object));
    const report = await runValidate(validateSources([path], flags), flags);
    for (const format of validationFormatNames) {
      const shown = await formatValidation(report, format, { palette: palette(false), width: undefined }, '0');
      assert.equal(actsOnTerminal(shown), undefined, format);
      // A runner reads `::error …` where a line begins, or after blanks.
      for (const line of shown.split('\n')) {
        if (format !== 'github') assert.doesNotMatch(line, /^\s*::/, format);
        else assert.match(line, /^(::(error|warning|notice) .*::.*)?$/);
      }
    }
  },
} satisfies Target;
