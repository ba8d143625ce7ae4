import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cleanEnvironment, root } from '../cli/program.js';
import { loadTarget, type Target, targetNames } from './target.js';
import { actsOnTerminal } from './terminal.js';
import { tryOne } from './try.js';

/** Each run is short; `npm run fuzz` is for long ones. */
const inputs = { parser: 60, run: 60, history: 6 };

describe('npm run fuzz', function () {
  this.timeout(240_000);

  it('every target: a few inputs, always the same', async () => {
    const names = await targetNames();
    assert.ok(names.length >= 14);
    for (const name of names) {
      const target = await loadTarget(name);
      for (let index = 0; index < inputs[target.kind]; index++) {
        const fault = await tryOne(target, 12, index);
        // A busy machine is no fault of the input: time is judged by `npm run fuzz`, which measures computing alone.
        if (fault && !/^[\d.]+ s$/.test(fault.reason)) assert.fail(`${name} ${index}: ${fault.reason}\n${fault.input}`);
      }
    }
  });

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(root, 'test', 'fuzz', 'run.ts'), ...args], {
      cwd: root,
      env: cleanEnvironment(),
      encoding: 'utf8',
    });

  it('finds what raises and what never ends, goes on behind it, and says how to make it again', () => {
    const { status, stdout } = run('./test/fuzz/faulty/hangs.ts', '--runs', '12', '--seed', '1', '--patience', '2');
    assert.equal(status, 1);
    assert.match(stdout, /^seed 1\n.*hangs\.ts: 12 inputs in .* faults/);
    assert.match(stdout, /did not end in 2 s/);
    const [, index = ''] = /--seed 1 --only (\d+)\n {4}Error: planted/.exec(stdout) ?? [];
    const again = run('./test/fuzz/faulty/hangs.ts', '--seed', '1', '--only', index);
    assert.match(again.stdout, /Error: planted/);
    assert.equal(again.status, 1);
  });

  it('ends with 0 where nothing is wrong, and with 64 for a target that is not there', () => {
    const { status, stdout } = run('durations', '--runs', '500', '--seed', '7');
    assert.match(stdout, /^seed 7\ndurations: 500 inputs in [\d.]+ s, 0 faults\n$/);
    assert.equal(status, 0);
    assert.equal(run('nothing').status, 64);
  });

  it('takes an input that computes for too long for a fault', async () => {
    const slow: Target = {
      about: '',
      kind: 'parser',
      make: () => 'x',
      check() {
        const begun = process.cpuUsage();
        for (;;) {
          const { user, system } = process.cpuUsage(begun);
          if (user + system > 2.2e6) break;
        }
      },
    };
    assert.match((await tryOne(slow, 1, 0))?.reason ?? '', /^\d\.\d s$/);
  });

  it('knows what acts on a terminal', () => {
    for (const text of ['\u001b[31m', 'a\u009b', '\u202e', '\r', '\0', '\u2028', '\ufeff'])
      assert.ok(actsOnTerminal(text), text);
    for (const text of ['plain\n\ttext', 'Grüße 世界 😀 “x”']) assert.equal(actsOnTerminal(text), undefined, text);
  });
});
