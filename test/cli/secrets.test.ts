/** No message of any command quotes a password, however it was miswritten. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { built, folder, run } from './program.js';

const secret = 'hunter2';
/** What people write where a password, or the mapping around one, is due. */
const values = [
  'hunter2',
  '*hunter2',
  '!hunter2',
  '!hunter2! x',
  '!<hunter2> x',
  '@hunter2',
  '`hunter2',
  '%hunter2',
  '"hunter2',
  "'hunter2",
  '"a" hunter2',
  '[hunter2',
  '[hunter2]',
  'hunter2: x: y',
  '"\\hunter2"',
  '|hunter2',
  '>hunter2',
  '&a *hunter2',
  '!!int hunter2',
  '!!float hunter2',
  '{<<: *hunter2}',
  '0x_hunter2',
  '{password: *hunter2}',
  '{password: [hunter2]}',
  '{password: {hunter: hunter2}}',
];
const redis = (value: string, name: string) => `apiVersion: redis.aeraki.io/v1alpha1
kind: RedisDestination
metadata: {name: ${name}, namespace: a}
spec: {host: a.b}
---
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisDestination
metadata: {name: ${name}x, namespace: a}
spec:
  host: a.b
  trafficPolicy:
    connectionPool:
      redis:
        auth: ${value}
`;

describe('passwords in messages', function () {
  this.timeout(120_000);
  before(() => built());

  it('of no command, wherever they stand', async () => {
    const files: Record<string, string> = {};
    for (const [number, value] of values.entries()) {
      files[`secret${number}.yaml`] =
        `apiVersion: v1\nkind: Secret\nmetadata: {name: s${number}, namespace: a}\nstringData:\n  password: ${value}\n`;
      files[`auth${number}.yaml`] = redis(value, `a${number}`);
      files[`plain${number}.yaml`] = redis(`\n          plain: ${value}`, `p${number}`);
      files[`password${number}.yaml`] = redis(`\n          plain:\n            password: ${value}`, `q${number}`);
    }
    const place = await folder(files);
    try {
      const commands = [
        ['validate', '.'],
        ['validate', '.', '-o', 'junit'],
        ['translate', '.', '-o', 'name'],
        ['test', '.'],
        ['translate', join('secret0.yaml'), '--mesh-config', 'secret7.yaml'],
      ];
      for (const args of commands) {
        const { stdout, stderr } = await run(args, { cwd: place.path });
        const quoting = `${stdout}${stderr}`.split('\n').filter((line) => line.includes(secret));
        assert.deepStrictEqual(quoting, [], args.join(' '));
        assert.ok(stdout.length + stderr.length > 100);
      }
    } finally {
      place.remove();
    }
  });
});
