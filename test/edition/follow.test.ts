import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding } from '../../src/diagnostics/diagnostic.js';
import { finding } from '../../src/diagnostics/diagnostic.js';
import { Following } from '../../src/edition/follow.js';
import { lastGood } from '../../src/edition/last-good.js';
import { assemble } from '../../src/load/assemble.js';
import { type Source, SourceFailure } from '../../src/source/source.js';

/** A source that changes and fails when the test says so. */
class Fake implements Source {
  readonly name = 'the cluster kind-dev';
  fails = false;
  reads = 0;
  changed: (names: readonly string[]) => void = () => undefined;
  watching = false;

  async read() {
    this.reads += 1;
    if (this.fails)
      throw new SourceFailure([
        finding('AER0702', { context: 'dev', server: 'https://dev', reason: 'connection refused' }, {}),
      ]);
    return assemble([], [], [String(this.reads)]);
  }

  watch(changed: (names: readonly string[]) => void) {
    this.changed = changed;
    this.watching = true;
    return {
      close: () => {
        this.watching = false;
      },
    };
  }
}

const eventually = async (what: () => boolean) => {
  for (let left = 500; left > 0 && !what(); left--) await sleep(10);
  ok(what());
};

describe('edition: the watch loop', () => {
  it('runs once, after each change, never two rounds at a time, and misses nothing that comes during one', async () => {
    const source = new Fake();
    const rounds: string[] = [];
    let running = 0;
    const following = new Following([source], {
      round: async (changed) => {
        running += 1;
        strictEqual(running, 1);
        await sleep(20);
        rounds.push(changed.join(' '));
        running -= 1;
      },
      failed: async (error) => {
        throw error;
      },
    });
    await eventually(() => rounds.length === 1);
    source.changed(['a']);
    await sleep(5);
    source.changed(['c']);
    source.changed(['b']);
    await eventually(() => rounds.length === 3);
    deepStrictEqual(rounds, ['', 'a', 'b c']);
    await following.close();
    strictEqual(source.watching, false);
    await following.ended;
  });

  it('tells of what changed in a round that was given up with the next one', async () => {
    const source = new Fake();
    const seen: string[] = [];
    const following = new Following([source], {
      round: async (changed, isStale) => {
        await sleep(20);
        if (!isStale()) seen.push(changed.join(' '));
      },
      failed: async () => undefined,
    });
    await eventually(() => seen.length === 1);
    source.changed(['a']);
    await sleep(5);
    source.changed(['b']);
    await eventually(() => seen.length === 2);
    deepStrictEqual(seen, ['', 'a b']);
    await following.close();
  });

  it('tells a failure that lasts from one that comes back', async () => {
    const source = new Fake();
    const fails = [true, true, false, true];
    const told: boolean[] = [];
    let round = 0;
    const following = new Following([source], {
      round: async () => {
        round += 1;
        if (fails[round - 1] === true) throw new Error('away');
      },
      failed: async (_, again) => void told.push(again),
      least: 5,
    });
    await eventually(() => round === 3);
    source.changed([]);
    await eventually(() => round === 5);
    deepStrictEqual(told, [false, true, false]);
    await following.close();
  });

  it('tries a round that failed again without a change, and ends with what is no failure to live with', async () => {
    const source = new Fake();
    let round = 0;
    const following = new Following([source], {
      round: async () => {
        round += 1;
        if (round < 3) throw new Error('for now');
        if (round === 4) throw new TypeError('a fault');
      },
      failed: async (error) => {
        if (error instanceof TypeError) throw error;
      },
      least: 5,
    });
    await eventually(() => round === 3);
    source.changed([]);
    await rejects(following.ended, /a fault/);
    strictEqual(source.watching, false);
  });
});

describe('edition: the last state of a source', () => {
  it('stays while it cannot be read, is said once, asked again and again, and said to be back', async () => {
    const source = new Fake();
    const told: Finding[] = [];
    const kept = lastGood(source, { tell: (findings) => told.push(...findings), least: 10, most: 20 });
    const first = await kept.read();
    const changes: number[] = [];
    const watching = kept.watch?.(() => changes.push(changes.length));
    source.fails = true;
    strictEqual(await kept.read(), first);
    await eventually(() => changes.length === 1);
    strictEqual(await kept.read(), first);
    deepStrictEqual(
      told.map(({ code }) => code),
      ['AER0702', 'AER0030'],
    );
    source.fails = false;
    const next = await kept.read();
    ok(next !== first);
    strictEqual(told.at(-1)?.code, 'AER0031');
    watching?.close();
  });

  it('is nobody to keep where there is none yet', async () => {
    const source = new Fake();
    source.fails = true;
    await rejects(lastGood(source, { tell: () => undefined }).read(), SourceFailure);
  });
});
