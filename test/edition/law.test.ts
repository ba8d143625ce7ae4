import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import { sequence, statesOf } from './edits.js';
import { Subject } from './law.js';

const cases = join(import.meta.dirname, '..', '..', '..', 'shared', 'cases');
const runs = Number(process.env.AERAKI_LAW_RUNS ?? 150);
const seed = process.env.AERAKI_LAW_SEED;

describe('edition: the same as from scratch', function () {
  this.timeout(600_000);

  it('after any sequence of edits: objects, routes, findings with their places', async () => {
    const property = fc.asyncProperty(sequence, async (of) => {
      const subject = new Subject({ ...defaultTranslateOptions, fixed: of.fixed });
      for (const state of statesOf(of)) await subject.edit(state);
    });
    await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed: Number(seed) }) });
  });

  it('when the shared cases are edited into one another', async () => {
    const inputs = readdirSync(cases)
      .sort()
      .flatMap((one) => {
        try {
          return [readFileSync(join(cases, one, 'input.yaml'), 'utf8')];
        } catch {
          return [];
        }
      });
    if (inputs.length === 0) throw new Error(`no cases in ${cases}`);
    const subject = new Subject();
    for (const text of inputs) await subject.edit([['case.yaml', text]]);
    // Two of them at a time, so that there is something to keep.
    const pairs = new Subject();
    for (const [index, text] of inputs.entries()) {
      await pairs.edit([
        ['case.yaml', text],
        ['other.yaml', inputs[index - (index % 5)] ?? ''],
      ]);
    }
  });

  it('also where all MetaRouters together use up the budget of a run', async () => {
    const router = (name: string, count: number): string => {
      const matches = Array.from({ length: count }, (_, index) => `.*(a|b){0,500}c${index}.*[a-z]{10,100}.*`);
      const routes = matches.map((regex, index) => {
        const match = `match: {attributes: {method: {regex: '${regex}'}}}`;
        return `  - {name: r${index}, ${match}, route: [{destination: {host: ${name}.shop.svc.cluster.local}}]}\n`;
      });
      return `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: ${name}, namespace: shop}
spec:
  hosts: [${name}.shop.svc.cluster.local]
  routes:
${routes.join('')}---
`;
    };
    const subject = new Subject();
    // The second takes what is left for the third; without it there is enough for all, and then there is not again.
    for (const second of [20, 2, 20, 21]) {
      await subject.edit([['a.yaml', router('one', 2) + router('two', second) + router('three', 6)]]);
    }
  });
});
