import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { load } from '../../src/load/load.js';
import { parseYaml } from '../../src/load/parse-yaml.js';
import { sidecarAdmission } from '../../src/scope/admission.js';
import { buildMesh } from '../../src/scope/scope.js';
import { meshSettings } from '../../src/scope/settings.js';
import type { Workload } from '../../src/scope/sidecar.js';
import { createViewer, type ScopeView, scopeView } from '../../src/scope/view.js';

const cases = '../shared/cases-sidecar/scope';

interface Expected {
  readonly admission: Readonly<Record<string, string>>;
  readonly proxies: readonly (ScopeView & { readonly bytes: Bytes })[] | null;
}
interface Bytes {
  readonly cds: number;
  readonly lds: number;
  readonly rds?: number;
}

/** What istiod 1.18 itself gave to the proxies of each case. */
describe('scope: the shared cases', () => {
  for (const name of readdirSync(cases)) {
    it(name, async () => {
      const { resources } = await load([`${cases}/${name}/input.yaml`], { namespace: 'default', exclude: [] });
      const expected = JSON.parse(readFileSync(`${cases}/${name}/expected.json`, 'utf8')) as Expected;
      assert.deepStrictEqual(sidecarAdmission(resources), expected.admission);
      if (expected.proxies === null) return;
      const mesh = buildMesh(resources, meshSettings(resources, 'istio-system', 'cluster.local', parseYaml));
      const viewer = createViewer(mesh, resources);
      const proxies = JSON.parse(readFileSync(`${cases}/${name}/proxies.json`, 'utf8')) as readonly Workload[];
      assert.equal(proxies.length, expected.proxies.length);
      proxies.forEach((proxy, index) => {
        const want = expected.proxies?.[index];
        assert.ok(want !== undefined);
        const { bytes, ...view } = scopeView(viewer, proxy);
        const { bytes: real, ...rest } = want;
        assert.deepStrictEqual(JSON.parse(JSON.stringify(view)), rest);
        const ratio = total(bytes) / total(real);
        assert.ok(ratio > 0.95 && ratio < 1.05, `estimated ${total(bytes)} octets, istiod sent ${total(real)}`);
      });
    });
  }
});

function total({ cds, lds, rds = 0 }: Bytes): number {
  return cds + lds + rds;
}
