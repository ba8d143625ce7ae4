import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadAll } from 'js-yaml';
import { LiveFindings } from '../../../src/controller/findings.js';
import { LookAround } from '../../../src/controller/webhook/around.js';
import { readReview, review } from '../../../src/controller/webhook/review.js';
import { type Finding, finding } from '../../../src/diagnostics/diagnostic.js';
import type { Json, JsonObject } from '../../../src/model/envoy.js';
import type { Resource } from '../../../src/model/resource.js';
import { defaultTranslateOptions } from '../../../src/translate/options.js';

const cases = new URL('../../../../shared/cases-validate/', import.meta.url);
const resource = { kind: 'MetaRouter', namespace: 'shop', name: 'r' } as unknown as Resource;
const said: readonly Finding[] = [finding('AER0301', { host: 'a.example', hint: '' }, {})];

/** Keeps the loop busy, as a look does. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
}

describe('a look around for a review', () => {
  it('is had by who asks alone, again and again, however long it takes', async () => {
    let left = 0;
    const around = new LookAround(
      async () => {
        work(60);
        return said;
      },
      () => {
        left += 1;
      },
    );
    for (let turn = 0; turn < 5; turn++) assert.equal(await around.of(resource), said);
    assert.equal(left, 0);
  });

  it('is left out and counted where many ask at once, until that is over', async () => {
    let [left, looks] = [0, 0];
    let turn: Promise<unknown> = Promise.resolve();
    const around = new LookAround(
      (_, wanted) => {
        const next = turn.then(() => {
          if (!wanted()) return [];
          looks += 1;
          work(10);
          return said;
        });
        turn = next;
        return next;
      },
      () => {
        left += 1;
      },
    );
    const all = await Promise.all(Array.from({ length: 200 }, () => around.of(resource)));
    const without = all.filter((each) => each === undefined).length;
    assert.equal(left, without);
    assert.ok(without >= 190, `${without} of 200`);
    assert.ok(looks <= 10, `${looks} looks`);
    await sleep(150);
    assert.equal(await around.of(resource), said);
  });

  it('is not waited for when its turn does not come, and not made then', async () => {
    const made: boolean[] = [];
    let open: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => {
      open = resolve;
    });
    const around = new LookAround(
      async (_, wanted) => {
        await turn;
        made.push(wanted());
        return said;
      },
      () => undefined,
    );
    assert.deepEqual(await Promise.all([around.of(resource), around.of(resource)]), [undefined, undefined]);
    open();
    await sleep(1);
    assert.deepEqual(made, [false, false]);
  });

  it('changes no verdict: each of 250 objects has the same one without it, and hears that it was left out', async function () {
    if (!existsSync(cases)) this.skip();
    const findings = new LiveFindings({
      translate: defaultTranslateOptions,
      parseYaml: () => {
        throw new Error('there is no mesh config');
      },
    });
    const own = (of: Resource) => findings.own(of);
    const documents = loadAll(readFileSync(new URL('metarouters.yaml', cases), 'utf8')) as (JsonObject | null)[];
    const seen = { valid: 0, invalid: 0 };
    for (const [at, object] of documents.entries()) {
      if (object === null) continue;
      const request = { uid: String(at), operation: 'CREATE', object };
      const asked = readReview({ kind: 'AdmissionReview', request } as Json);
      assert.ok(asked);
      const answer = async (around: readonly Finding[] | undefined) =>
        (await review(asked, { own, around: async () => around })).response as JsonObject & { warnings?: string[] };
      const { warnings: without = [], ...verdict } = await answer(undefined);
      const { warnings: _warnings, ...same } = await answer(said);
      assert.deepEqual(verdict, same);
      const isSaid = without.some((each) => each.startsWith('too many objects are applied at once'));
      assert.equal(isSaid, verdict.allowed, String(at));
      seen[verdict.allowed ? 'valid' : 'invalid'] += 1;
    }
    assert.ok(seen.valid > 20 && seen.invalid > 20, JSON.stringify(seen));
  });
});
