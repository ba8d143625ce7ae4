import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { partNames } from './cache.js';

const script = fileURLToPath(new URL('../../../script/real-parts.sh', import.meta.url));
const run = (...args: readonly string[]) => spawnSync('bash', [script, ...args], { encoding: 'utf8' });

describe('script/real-parts.sh', () => {
  it('lists the parts that tests ask for', () => {
    const { status, stdout } = run('--list');
    strictEqual(status, 0);
    deepStrictEqual(stdout.trim().split('\n').sort(), [...partNames].sort());
  });

  it('refuses a name that it does not know, and names those that it does', () => {
    const { status, stderr } = run('envoi');
    strictEqual(status, 64);
    match(stderr, /no part is called envoi; there are: envoy apiserver/);
  });
});
