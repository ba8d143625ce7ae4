/**
 * `npx tsx test/real/placement/all.ts [FROM [TO]]`, or the names of cases or files: istiod judges every shared case, as it is and
 * corrected. Prints what is not as predicted, then the sums; exits 1 where anything is.
 */
import { known, sharedCases } from './cases.js';
import { startJudge } from './judge.js';

const given = process.argv.slice(2);
const [from = '0', to] = given;
const files = /^\d+$/.test(from)
  ? sharedCases().slice(Number(from), to === undefined ? undefined : Number(to))
  : [
      ...sharedCases().filter((file) => given.some((name) => file.endsWith(`/${name}/input.yaml`))),
      ...given.filter((file) => file.endsWith('.yaml')),
    ];
const judge = await startJudge();
const sums = { cases: 0, filters: 0, placed: 0, filtersFixed: 0, placedFixed: 0, refused: 0, wrong: 0 };
try {
  for (const [at, file] of files.entries()) {
    sums.cases += 1;
    if (at % 10 === 0) process.stderr.write(`${at} of ${files.length} cases\n`);
    for (const fixed of [false, true]) {
      const verdict = await judge.judge(file, fixed);
      sums[fixed ? 'filtersFixed' : 'filters'] += verdict.filters;
      sums[fixed ? 'placedFixed' : 'placed'] += verdict.placed;
      sums.refused += verdict.refused.length;
      const silent = fixed && verdict.placed < verdict.filters && !verdict.hasErrors;
      const wrong = [...verdict.wrong, ...(silent ? ['a filter is not placed, and no error says so'] : [])];
      sums.wrong += wrong.length;
      for (const each of wrong) process.stdout.write(`${file}${fixed ? ' --fixed' : ''}: ${each}\n`);
      for (const each of verdict.refused) process.stdout.write(`${file}: refused by the API server: ${each}\n`);
    }
  }
} finally {
  await judge.stop();
}
for (const [name, why] of known) process.stdout.write(`not judged: ${name}: ${why}\n`);
process.stdout.write(`${JSON.stringify(sums)}\n`);
process.exitCode = sums.wrong > 0 ? 1 : 0;
