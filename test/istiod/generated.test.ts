import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, root } from '../cli/program.js';

function texts(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(path, file), 'utf8')]));
}

describe('generated messages of Istio', function () {
  this.timeout(180_000);

  it('are what the generator makes of the pinned istio.io/api', async function () {
    if (spawnSync('go', ['version']).error !== undefined) {
      console.log('      · skipped: Go is not here');
      this.skip();
    }
    const place = await folder();
    try {
      const out = join(place.path, 'generated');
      const script = join(root, 'script/generate-istio-protos.ts');
      execFileSync(process.execPath, ['--import', 'tsx', script, out], { cwd: root, stdio: 'pipe' });
      const [made, committed] = [texts(out), texts(join(root, 'src/istiod/generated'))];
      assert.deepEqual(Object.keys(made), Object.keys(committed));
      for (const [file, text] of Object.entries(made)) {
        assert(text === committed[file], `${file} differs: run npx tsx script/generate-istio-protos.ts`);
      }
    } finally {
      place.remove();
    }
  });
});
