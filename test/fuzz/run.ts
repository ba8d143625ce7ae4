/**
 * `npm run fuzz -- [TARGET…] [--minutes N] [--runs N] [--seed N] [--only INDEX]
 * [--patience SECONDS]`: tries made-up inputs on every target of
 * test/fuzz/targets, and ends with 1 if one raised, hung or was wrong. The seed is printed; with it and the number of an
 * input the same input is made again. Without --runs the minutes (default 1) are shared among the targets.
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { exitOnSignals, temporaryFolder } from './folder.js';
import { loadTarget, targetNames } from './target.js';
import { type Fault, tryOne } from './try.js';

/** Faults of one target after which it is left. */
const enough = 20;

interface Outcome {
  readonly tried: number;
  readonly faults: readonly Fault[];
}

/** `patience`: an input that has not ended after so many milliseconds is given up; a busy machine is slow. */
async function fuzz(name: string, seed: number, runs: number, deadline: number, patience: number): Promise<Outcome> {
  const faults: Fault[] = [];
  let from = 0;
  let tried = 0;
  while (from < runs && faults.length < enough) {
    const hung = await new Promise<number | undefined>((resolve, reject) => {
      const current = new SharedArrayBuffer(4);
      const at = new Int32Array(current);
      // Until the target is loaded, which takes its time on a busy machine, no input is in hand.
      Atomics.store(at, 0, -1);
      const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
        workerData: { name, seed, from, until: runs, deadline, current },
      });
      let last = -1;
      let since = Date.now();
      const watch = setInterval(() => {
        const index = Atomics.load(at, 0);
        if (index !== last || index < 0) [last, since] = [index, Date.now()];
        else if (Date.now() - since > patience) end(index);
      }, 500);
      const end = (stuck?: number) => {
        clearInterval(watch);
        void worker.terminate().then(() => resolve(stuck));
      };
      worker.on('message', ({ fault, done }: { fault?: Fault; done?: number }) => {
        if (fault !== undefined) {
          faults.push(fault);
          if (faults.length >= enough) {
            tried = fault.index + 1;
            end();
          }
        }
        if (done !== undefined) {
          tried = done;
          end();
        }
      });
      worker.on('error', (error) => {
        clearInterval(watch);
        reject(error);
      });
    });
    if (hung === undefined) break;
    faults.push({ index: hung, reason: `did not end in ${patience / 1000} s`, input: '(make it again with --only)' });
    from = hung + 1;
    tried = from;
  }
  return { tried, faults };
}

exitOnSignals();
temporaryFolder();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '1' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    patience: { type: 'string', default: '30' },
    list: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const known = await targetNames();
const unknown = positionals.filter((name) => !known.includes(name) && !name.includes('/'));
if (unknown.length > 0 || Number.isNaN(seed + Number(values.minutes))) {
  process.stderr.write(`Targets are ${known.join(', ')}. --minutes, --runs, --seed and --only take numbers.\n`);
  process.exitCode = 64;
} else if (values.list) {
  for (const name of known) process.stdout.write(`${name}: ${(await loadTarget(name)).about}\n`);
} else if (values.only !== undefined) {
  for (const name of positionals) {
    const fault = await tryOne(await loadTarget(name), seed, Number(values.only));
    process.stdout.write(fault ? `${fault.input}\n${fault.reason}\n` : 'fine\n');
    if (fault) process.exitCode = 1;
  }
} else {
  const names = positionals.length > 0 ? positionals : known;
  process.stdout.write(`seed ${seed}\n`);
  const share = (Number(values.minutes) * 60_000) / names.length;
  for (const name of names) {
    const begun = Date.now();
    const deadline = values.runs === undefined ? begun + share : Number.POSITIVE_INFINITY;
    const { tried, faults } = await fuzz(
      name,
      seed,
      Number(values.runs ?? 2 ** 31 - 1),
      deadline,
      Number(values.patience) * 1000,
    );
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${name}: ${tried} inputs in ${seconds} s, ${faults.length} faults\n`);
    for (const { index, reason, input } of faults) {
      const again = `npm run fuzz -- ${name} --seed ${seed} --only ${index}`;
      process.stdout.write(`  ${again}\n    ${reason.replaceAll('\n', '\n    ')}\n    ${input.slice(0, 2000)}\n`);
    }
    if (faults.length > 0) process.exitCode = 1;
  }
}
