import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Watcher, watchPaths } from '../../src/load/watcher.js';

describe('watching files', function () {
  this.timeout(120_000);
  let folder: string;
  let watcher: Watcher | undefined;
  let told: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aeraki-watch-'));
    told = [];
  });
  afterEach(() => {
    watcher?.close();
    watcher = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (name: string) => join(folder, name);
  const write = (name: string, text: string) => writeFileSync(at(name), text);
  const watch = (paths: readonly string[], exclude: readonly string[] = [], poll = false) => {
    watcher = watchPaths(paths, (changed) => told.push(...changed.map((path) => relative(folder, path))), {
      exclude,
      poll,
      interval: 100,
      quiet: 20,
      onRefused: (reason) => assert.fail(reason),
    });
  };
  /** Waits until these names, and no others, have been told, and forgets them. */
  const expect = async (...names: string[]) => {
    const end = Date.now() + 20_000;
    const all = () => names.every((name) => told.includes(name));
    while (!all() && Date.now() < end) await sleep(2);
    assert.deepEqual([...new Set(told)].sort(), [...names].sort());
    told = [];
  };

  for (const poll of [false, true]) {
    it(`tells of each change at once after the other${poll ? ', also when it only looks' : ''}`, async () => {
      write('a.yaml', '1');
      watch([folder], [], poll);
      for (let round = 0; round < 10; round++) {
        write('a.yaml', `edited ${round}`);
        await expect('a.yaml');
        write('.a.swp', `replaced ${round}`);
        renameSync(at('.a.swp'), at('a.yaml'));
        await expect('a.yaml');
        mkdirSync(at('sub/deep'), { recursive: true });
        write('sub/deep/b.yml', 'x');
        write('c.json', '{}');
        await expect('sub/deep/b.yml', 'c.json');
        renameSync(at('sub'), at('moved'));
        await expect('sub/deep/b.yml', 'moved/deep/b.yml');
        unlinkSync(at('c.json'));
        await expect('c.json');
        rmSync(at('moved'), { recursive: true });
        await expect('moved/deep/b.yml');
      }
    });
  }

  it('tells of a folder that is watched and replaced by another one, goes and comes back', async () => {
    mkdirSync(at('rules'));
    write('rules/a.yaml', '1');
    watch([at('rules')]);
    for (let round = 0; round < 5; round++) {
      mkdirSync(at('next'));
      write('next/a.yaml', `${round}`);
      renameSync(at('rules'), at('old'));
      renameSync(at('next'), at('rules'));
      await expect('rules/a.yaml');
      write('rules/a.yaml', `edited ${round}`);
      await expect('rules/a.yaml');
      rmSync(at('old'), { recursive: true });
      rmSync(at('rules'), { recursive: true });
      await expect('rules', 'rules/a.yaml');
      mkdirSync(at('rules'));
      await expect('rules');
      write('rules/a.yaml', 'back');
      await expect('rules/a.yaml');
    }
  });

  it('follows links that are turned to another place, as a mounted ConfigMap is', async () => {
    mkdirSync(at('mount/..1'), { recursive: true });
    write('mount/..1/a.yaml', '1');
    symlinkSync('..1', at('mount/..data'));
    symlinkSync(join('..data', 'a.yaml'), at('mount/a.yaml'));
    watch([at('mount/a.yaml')]);
    mkdirSync(at('mount/..2'));
    write('mount/..2/a.yaml', '2');
    symlinkSync('..2', at('mount/..next'));
    renameSync(at('mount/..next'), at('mount/..data'));
    await expect('mount/a.yaml');
    write('mount/..2/a.yaml', 'written in place');
    await expect('mount/a.yaml');
  });

  it('tells of a named file whatever it is called, also when it goes and comes back', async () => {
    write('rules.txt', '1');
    watch([at('rules.txt')]);
    write('other.txt', 'x');
    write('other.yaml', 'x');
    unlinkSync(at('rules.txt'));
    await expect('rules.txt');
    write('rules.txt', '2');
    await expect('rules.txt');
  });

  it('tells of nothing that is not read', async () => {
    write('a.yaml', '1');
    mkdirSync(at('kept'));
    watch([folder], ['*.gen.yaml', 'left']);
    for (let round = 0; round < 20; round++) {
      write('notes.txt', `${round}`);
      write('b.gen.yaml', `${round}`);
      mkdirSync(at('left'), { recursive: true });
      write('left/c.yaml', `${round}`);
      await sleep(10);
    }
    write('kept/d.yaml', 'x');
    await expect('kept/d.yaml');
  });

  it('makes one call of many changes at once, and waits for a file that was emptied first', async () => {
    for (let n = 0; n < 50; n++) write(`${n}.yaml`, '1');
    const calls: number[] = [];
    watcher = watchPaths([folder], (changed) => calls.push(changed.length), {
      exclude: [],
      poll: false,
      interval: 100,
      quiet: 100,
      onRefused: (reason) => assert.fail(reason),
    });
    for (let round = 0; ; round++) {
      const began = Date.now();
      write('0.yaml', '');
      for (let n = 1; n < 50; n++) write(`${n}.yaml`, `2${round}`);
      await sleep(150);
      write('0.yaml', '2');
      const inTime = Date.now() - began < 400;
      const end = Date.now() + 20_000;
      while (calls.length === 0 && Date.now() < end) await sleep(5);
      await sleep(200);
      if (inTime) break;
      // The machine stood still for longer than an empty file is waited for.
      assert.ok(round < 50);
      calls.length = 0;
    }
    assert.deepEqual(calls, [50]);
  });
});
