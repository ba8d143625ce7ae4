import assert from 'node:assert/strict';
import { requirePart } from './parts/require-part.js';
import { sharedCases } from './placement/cases.js';
import { type Judge, startJudge } from './placement/judge.js';

/** So many of the shared cases are judged each day; `npx tsx test/real/placement/all.ts` judges all of them. */
const SAMPLE = 12;
const seed = Number(process.env.AERAKI_TEST_SEED ?? Math.floor(Date.now() / 86_400_000));

const always: readonly string[] = [
  ...['AER1170', 'AER1171', 'AER1177', 'AER1178', 'AER1181', 'AER1182', 'AER1183'].flatMap((code) =>
    ['raises', 'clean'].map((name) => `test/golden/validate/${code}/${name}.yaml`),
  ),
  ...['by-port', 'bound', 'of-some', 'of-the-mesh'].map((name) => `test/real/placement/sidecars/${name}.yaml`),
  ...['feature-metaprotocol-service-headless', 'feature-service-target-port-D28', 'feature-dubbo-default'].map(
    (name) => `../shared/cases/${name}/input.yaml`,
  ),
];

/** Evenly over all of them, another part each day. */
function sampleOf(files: readonly string[]): readonly string[] {
  const every = Math.max(1, Math.floor(files.length / SAMPLE));
  return files.filter((file, at) => at % every === seed % every && !always.includes(file)).slice(0, SAMPLE);
}

describe(`a real istiod places the filters where it is predicted (AERAKI_TEST_SEED=${seed})`, function () {
  this.timeout(300_000);
  let judge: Judge | undefined;
  before(async function () {
    for (const part of ['istiod', 'apiserver', 'etcd'] as const) requirePart(this, part);
    judge = await startJudge();
  });
  after(() => judge?.stop());

  for (const file of [...always, ...sampleOf(sharedCases())]) {
    for (const fixed of [false, true]) {
      it(`${file}${fixed ? ', corrected' : ''}`, async () => {
        const verdict = await judge?.judge(file, fixed);
        assert.deepStrictEqual(verdict?.wrong, []);
        // Corrected, what is not placed is an error.
        if (fixed && verdict.placed < verdict.filters) assert.ok(verdict.hasErrors);
      });
    }
  }
});
