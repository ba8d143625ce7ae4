import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, run } from './program.js';

const service =
  'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a, namespace: shop}\nspec: {hosts: [a.shop], ports: [{number: 1, name: tcp, protocol: TCP}], resolution: STATIC}\n';

describe('-k and --helm', () => {
  let directory: string;
  let env: Record<string, string>;

  before(async function () {
    this.timeout(300_000);
    await built();
    // Programs of the same names: what is tried is how they are called, and what becomes of what they print.
    directory = mkdtempSync(join(tmpdir(), 'aeraki-render-'));
    mkdirSync(join(directory, 'bin'));
    const script = (name: string, lines: string) => {
      writeFileSync(join(directory, 'bin', name), `#!/bin/sh\n${lines}\n`);
      chmodSync(join(directory, 'bin', name), 0o755);
    };
    script('kubectl', `[ "$1" = kustomize ] || exit 9\ncat <<'END'\n${service}END`);
    script(
      'helm',
      `case "$3" in */broken) echo 'Error: no chart' >&2; exit 1;; esac\nprintf -- '---\\n# Source: shop/templates/a.yaml\\n'\ncat <<'END'\n${service.replace('kind: ServiceEntry', 'kind: ServiceEntry\nbad: 1')}END`,
    );
    env = { PATH: `${join(directory, 'bin')}:/usr/bin:/bin` };
  });

  after(() => rmSync(directory, { recursive: true, force: true }));

  it('reads what kubectl kustomize prints', async () => {
    const { code, stderr } = await run(['validate', '-k', 'overlays/prod'], { env });
    assert.equal(code, 0, stderr);
    assert.match(stderr, /1 file: 1 valid/);
  });

  it('names the template of a finding in a chart', async () => {
    const { code, stdout } = await run(['validate', '--helm', 'shop'], { env });
    assert.equal(code, 79);
    assert.match(stdout, /AER0101.*helm shop:\d+.*\(Template shop\/templates\/a\.yaml\)/);
  });

  it('ends with 65 and the words of a program that fails, or that is not there', async () => {
    const failed = await run(['validate', '--helm', 'broken'], { env });
    assert.deepStrictEqual(
      [failed.code, /helm cannot render --helm broken: Error: no chart/.test(failed.stderr)],
      [65, true],
    );
    const missing = await run(['validate', '-k', '.'], { env: { PATH: '/nonexistent' } });
    assert.deepStrictEqual([missing.code, /needs kustomize or kubectl/.test(missing.stderr)], [65, true]);
  });

  it('runs nothing for a tree that has a kustomization, or settings that ask for it', async () => {
    writeFileSync(join(directory, 'kustomization.yaml'), 'resources: [a.yaml]\n');
    writeFileSync(join(directory, 'a.yaml'), service);
    const { code, stderr } = await run(['validate', 'a.yaml', 'kustomization.yaml'], { env, cwd: directory });
    assert.deepStrictEqual([code, /2 files: 1 valid, 0 invalid, 1 skipped/.test(stderr)], [0, true]);
    writeFileSync(join(directory, '.aeraki.yaml'), 'kustomize: [.]\n');
    const asked = await run(['validate', 'a.yaml'], { env, cwd: directory });
    assert.match(asked.stderr, /AER0083.*"kustomize" may not stand in a tree/);
  });

  it('an empty pipe is a warning, and --allow-empty says nothing', async () => {
    const empty = await run(['validate', '-'], { stdin: '' });
    assert.match(empty.stdout, /AER0054/);
    const meant = await run(['validate', '-', '--allow-empty'], { stdin: '' });
    assert.deepStrictEqual([meant.code, meant.stdout], [0, '']);
  });
});
