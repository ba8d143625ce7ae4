import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { validateFiles } from '../validate-files.js';

const folder = '../shared/cases-istio';

interface Verdict {
  readonly name: string;
  readonly verdict: 'allowed' | 'warning' | 'refused';
  readonly v130: { readonly verdict: 'allowed' | 'warning' | 'refused'; readonly istiod: string };
}

/** Objects whose text in YAML is another to Kubernetes than to who asked istiod 1.30 (`name: n`, a boolean). */
const readOtherwise: ReadonlySet<string> = new Set(['o0410', 'o0555']);

describe("the layer istio and istiod's own verdicts", function () {
  this.timeout(120_000);
  const verdicts: readonly Verdict[] = existsSync(folder)
    ? JSON.parse(readFileSync(`${folder}/verdicts.json`, 'utf8'))
    : [];
  const found = new Map<string, Diagnostic[]>();
  before(async () => {
    for (const diagnostic of await validateFiles([`${folder}/objects.yaml`], ['schema', 'istio'])) {
      const { name = '' } = diagnostic.resource ?? {};
      found.set(name, [...(found.get(name) ?? []), diagnostic]);
    }
  });

  it('has them all', () => assert.ok(verdicts.length > 1000));

  for (const wanted of ['allowed', 'warning', 'refused'] as const) {
    it(`agrees on what is ${wanted}`, () => {
      const wrong = verdicts
        .filter(({ v130, name }) => v130.verdict === wanted && !readOtherwise.has(name))
        .flatMap(({ name, v130 }) => {
          const own = found.get(name) ?? [];
          const ours = verdictOf(own);
          return ours === wanted ? [] : [`${name}: ${ours}; istiod: ${v130.istiod}; ${own.map((each) => each.code)}`];
        });
      assert.deepStrictEqual(wrong, []);
    });
  }
});

/** The schema's errors count, for what it refuses never comes to istiod. */
function verdictOf(own: readonly Diagnostic[]): Verdict['verdict'] {
  if (own.some(({ severity }) => severity === 'error')) return 'refused';
  return own.some(({ severity, layer }) => severity === 'warning' && layer === 'istio') ? 'warning' : 'allowed';
}
