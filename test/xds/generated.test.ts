import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { folder, root } from '../cli/program.js';

/** The files below a folder with their texts; what is compressed is unpacked, for versions of zlib pack differently. */
function texts(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const entries = files.sort().map((file) => {
    const text = readFileSync(join(path, file), 'utf8');
    const packed = /'([A-Za-z0-9+/=]{1000,})'/.exec(text)?.[1];
    return [file, packed === undefined ? text : gunzipSync(Buffer.from(packed, 'base64')).toString('latin1')];
  });
  return Object.fromEntries(entries);
}

describe('generated messages of Envoy', function () {
  this.timeout(120_000);

  it('are what the generator makes of the protos that are installed', async () => {
    const place = await folder();
    try {
      const script = join(root, 'script/generate-protos.ts');
      const out = join(place.path, 'generated');
      execFileSync(process.execPath, ['--import', 'tsx', script, out], { cwd: root, stdio: 'pipe' });
      const [made, committed] = [texts(out), texts(join(root, 'src/xds/generated'))];
      assert.deepEqual(Object.keys(made), Object.keys(committed));
      for (const [file, text] of Object.entries(made)) {
        assert(text === committed[file], `${file} differs: run npx tsx script/generate-protos.ts`);
      }
    } finally {
      place.remove();
    }
  });
});
