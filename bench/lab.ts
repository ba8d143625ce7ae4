/**
 * `aeraki lab` of the examples: `tsx bench/lab.ts [--rounds 5] [--rate 200]`, after `npm run build`.
 *
 * In each round a copy of examples/ is started as a user does it. Measured are the time from the command to the first request
 * that a route took (at most 3 s) and that from an edit, which renames a route, to the first request that took it by its new name
 * (at most 1 s), as the page's `/state` tells them. Then the lab is ended, and its numbers are compared: what the proxies counted
 * with what the clients did. Wall-clock time is that of everything that runs on the machine, so its load is printed, and (on Linux)
 * the processor time of the lab until its first request. Exits 1 where a number differs.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type LabNumbers, type RunningLab, startLab } from '../test/lab/program.js';
import { temporaryFolder } from '../test/real/parts/place.js';
import { median, ticked } from './process.js';

const { values: flags } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, rate: { type: 'string', default: '200' } },
});

/** Looks every 5 ms until it is so; gives how long that took, in milliseconds. */
async function timeUntil(lab: RunningLab, holds: (state: LabNumbers) => boolean, since: number): Promise<number> {
  for (;;) {
    if (holds(await lab.state())) return performance.now() - since;
    if (performance.now() - since > 120_000) throw new Error(`not within two minutes:\n${lab.stderr()}`);
    await sleep(5);
  }
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, each) => all + each, 0);

/** What does not agree, in words. */
function differences({ requests, errors, routes, clusters, clients }: LabNumbers): readonly string[] {
  const { sent, answered, failed, unanswered } = clients;
  const pairs: readonly (readonly [what: string, one: number, other: number])[] = [
    ['requests of the proxies, sent by the clients', requests, sent],
    ['sent, and what became of it', sent, answered + failed + unanswered],
    ['requests, and those of all routes', requests, sum(routes)],
    ['requests, and those of all clusters', requests, sum(clusters)],
    ['errors of the proxies, failed and unanswered for the clients', errors, failed + unanswered],
  ];
  return pairs.flatMap(([what, one, other]) => (one === other ? [] : [`${what}: ${one}, ${other}`]));
}

interface Round {
  readonly first: number;
  readonly processor: number;
  readonly edit: number;
  readonly wrong: readonly string[];
  readonly requests: number;
}

async function round(): Promise<Round> {
  const folder = await temporaryFolder('bench-lab');
  cpSync('examples', folder.path, { recursive: true });
  const file = join(folder.path, 'dubbo.yaml');
  const before = performance.now();
  const lab = await startLab([folder.path, '--rate', flags.rate]);
  try {
    const first = await timeUntil(lab, ({ routes }) => sum(routes) > 0, before);
    const processor = ticked(lab.pid);
    const text = readFileSync(file, 'utf8');
    const edited = text.replace('- name: everybody', '- name: renamed');
    if (edited === text) throw new Error('examples/dubbo.yaml has no route named everybody');
    const written = performance.now();
    writeFileSync(file, edited);
    const edit = await timeUntil(
      lab,
      ({ routes }) => Object.keys(routes).some((name) => /renamed/.test(name)),
      written,
    );
    // Some more, for the numbers.
    await sleep(2_000);
    const { stdout } = await lab.stop();
    const result = JSON.parse(stdout) as LabNumbers;
    return { first, processor, edit, wrong: differences(result), requests: result.requests };
  } finally {
    await lab.stop();
    await folder.remove();
  }
}

const ms = (value: number) => `${Math.round(value)} ms`;
const rounds: Round[] = [];
for (let at = 0; at < Number(flags.rounds); at++) {
  const result = await round();
  rounds.push(result);
  const { first, processor, edit, wrong, requests } = result;
  const load = `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`;
  const numbers = wrong.length === 0 ? `all numbers of ${requests} requests agree` : wrong.join('; ');
  process.stdout.write(
    `first routed request ${ms(first)} (${ms(processor)} of processor time), changed rule ${ms(edit)}; ${numbers} (${load})\n`,
  );
}
const first = median(rounds.map((each) => each.first));
const edit = median(rounds.map((each) => each.edit));
process.stdout.write(`median: first routed request ${ms(first)} (goal 3 s), changed rule ${ms(edit)} (goal 1 s)\n`);
process.exit(rounds.some(({ wrong }) => wrong.length > 0) ? 1 : 0);
