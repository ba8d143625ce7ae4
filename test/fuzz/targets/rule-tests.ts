import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../../../src/command/shell/errors.js';
import { runTests } from '../../../src/command/test/run.js';
import { palette } from '../../../src/output/colour.js';
import { testFormatNames, testFormats } from '../../../src/output/test/formats.js';
import { goodTexts } from '../../load/mutate.js';
import { temporaryFolder } from '../folder.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';
import { actsOnTerminal } from '../terminal.js';

const folder = temporaryFolder();
const [rules = ''] = goodTexts.filter((text) => text.includes('kind: MetaRouter') && text.length < 2500);
const host = /hosts:\s*\[?\s*-?\s*([\w.-]+)/.exec(rules)?.[1] ?? 'a.example.com';
writeFileSync(join(folder, 'rules.yaml'), rules);
const test = `apiVersion: aeraki.io/v1alpha1
kind: RouteTest
metadata: {name: t}
spec:
  rules: [rules.yaml]
  cases:
    - name: one
      host: ${host}
      attributes: {method: sayHello, user: vip-7}
      expect: {route: v1, clusters: {a: 1, b: 2}, noRoute: false}
    - name: two
      host: ${host}
      port: 20880
      attributes: {}
      expect: {cluster: a, mirrors: [{cluster: a, percentage: 5}], requestMutation: [{key: a, value: b}], limited: true}
`;

export default {
  about: 'tests of rules, and the rules that they name',
  kind: 'run',
  make: (random) =>
    random.chance(0.7) ? mutatedText(test, random) : `${test}---\n${mutatedText(rules, random, goodTexts)}`,
  async check(text) {
    const path = join(folder, 't.yaml');
    writeFileSync(path, text);
    try {
      const report = await runTests(
        [path],
        { 'cluster-domain': 'cluster.local' },
        { step: () => undefined, stop: () => undefined },
      );
      assert.ok([0, 65, 79].includes(report.exitCode));
      assert.ok(report.summary.failed === 0 || report.exitCode !== 0);
      for (const name of testFormatNames) {
        const shown = (await testFormats[name]())(report, { palette: palette(false), width: undefined });
        assert.equal(actsOnTerminal(shown), undefined, name);
      }
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      assert.ok([64, 65].includes(error.exitCode));
    }
  },
} satisfies Target;
