import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCommands, commandLines } from '../../src/command/handbook/check-commands.js';
import { runPage } from '../../src/command/handbook/run-page.js';
import type { CommandTable } from '../../src/command/shell/resolve.js';
import { blocksOf } from '../../src/handbook/blocks.js';
import { isExpected } from '../../src/handbook/expected.js';
import { bin, built, root } from '../cli/program.js';

const fenced = (info: string, text: string): string => `\`\`\`${info}\n${text}\`\`\`\n`;

describe('the blocks of a page', function () {
  this.timeout(120_000);
  let table: CommandTable;

  before(async function () {
    this.timeout(180_000);
    await built();
    table = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8')) as CommandTable;
  });

  const problemsOf = async (page: string): Promise<readonly string[]> => {
    const run = await runPage(page, { program: bin, table, environment: process.env });
    return run.problems.map(({ line, message }) => `${line}: ${message}`);
  };

  it('are found with their lines, longer fences and tildes among them', () => {
    const page = 'a\n\n````sh run\n```\n````\n\n~~~text out\nx\n~~~\n```yaml file=a/b.yaml\n```\n';
    assert.deepStrictEqual(
      blocksOf(page).map(({ use, line, text }) => [use.kind, line, text]),
      [
        ['run', 3, '```\n'],
        ['out', 7, 'x\n'],
        ['file', 10, ''],
      ],
    );
  });

  for (const [info, reason] of [
    ['sh', /nobody checks/],
    ['', /nobody checks/],
    ['text', /nobody checks/],
    ['sh not-run=""', /why/],
    ['sh rnu', /"rnu" says nothing/],
    ['yaml file=../x', /not below/],
    ['yaml file=/etc/x', /not below/],
  ] as const)
    it(`a block "${info}" fails`, async () => {
      const [problem, ...more] = await problemsOf(fenced(info, 'true\n'));
      assert.match(problem ?? '', reason);
      assert.deepStrictEqual(more, []);
    });

  it('files are written, commands run in the order of the page, both streams compared, the exit code too', async () => {
    const page =
      fenced('yaml file=d/a.yaml', 'kind: A\n') +
      fenced('sh run exit=3', 'cat d/a.yaml; echo wrong >&2; exit 3\n') +
      fenced('text out', 'kind: …\nwrong\n') +
      fenced('sh run', 'aeraki version --short; ls\n') +
      fenced('text out', '…\nd\n');
    assert.deepStrictEqual(await problemsOf(page), []);
  });

  it('what is printed otherwise is a problem, and the new text of the page', async () => {
    const page = fenced('sh run', 'echo one\n') + fenced('text out', 'two\n');
    const run = await runPage(page, { program: bin, table, environment: process.env });
    assert.match(run.problems[0]?.message ?? '', /something else is printed:\n {4}one/);
    assert.strictEqual(run.text, page.replace('two', 'one'));
    assert.deepStrictEqual(await problemsOf(run.text), []);
  });

  it('a page has nothing but what it makes, and stays where it went, as in one shell', async () => {
    const page =
      fenced('sh run', 'ls -a; mkdir d; cd d\n') +
      fenced('text out', '.\n..\n') +
      fenced('yaml file=a.yaml', 'kind: A\n') +
      fenced('sh run exit=4', 'ls; cd ..; exit 4\n') +
      fenced('text out', 'a.yaml\n') +
      fenced('sh run', 'ls\n') +
      fenced('text out', 'd\n');
    assert.deepStrictEqual(await problemsOf(page), []);
  });

  it('an unexpected end is a problem', async () => {
    assert.match((await problemsOf(fenced('sh run', 'exit 2\n')))[0] ?? '', /ended with 2 and not with 0/);
  });

  it('an output without a command is a problem', async () => {
    assert.match((await problemsOf(fenced('text out', 'x\n')))[0] ?? '', /no `sh run` stands before/);
  });

  it('settings and secrets of whoever runs them do not reach the commands', async () => {
    const page = fenced('sh run', 'env | grep -c -E "^(AERAKI_|KUBECONFIG)" || true\n') + fenced('text out', '0\n');
    const environment = { ...process.env, AERAKI_OUTPUT: 'json', KUBECONFIG: '/x' };
    const run = await runPage(page, { program: bin, table, environment });
    assert.deepStrictEqual(run.problems, []);
  });

  it('commands that are not run have to exist, with their flags and values', () => {
    const wrong = checkCommands(
      'aeraki validate rules --layers schema,webhook\naeraki vaildate x\naeraki pc rotes x\nkubectl get x | aeraki translate - --fixd -o yaml\n' +
        'aeraki translate x -o jsn \\\n  --to rds\naeraki test --watch=full x # aeraki nonsense\naeraki lab x --request "a=b --no-such"\n',
      table,
    );
    assert.deepStrictEqual(wrong, [
      'aeraki vaildate x: there is no command "vaildate"',
      'aeraki pc rotes x: there is no command "pc rotes"',
      'aeraki translate - --fixd -o yaml: no flag --fixd',
      'aeraki translate x -o jsn --to rds: -o is one of yaml, json, name',
    ]);
  });

  it('command lines are cut as a shell does', () => {
    assert.deepStrictEqual(
      commandLines(`A=1 aeraki x 'a b' "c\\"d" e\\ f#g > out; (aeraki y) && aeraki z <(curl q)\n`),
      [
        ['aeraki', 'x', 'a b', 'c"d', 'e f#g'],
        ['aeraki', 'y'],
        ['aeraki', 'z', '<(curl q)'],
      ],
    );
  });

  it('… stands for anything, alone for any number of lines', () => {
    const yes: readonly (readonly [string, string])[] = [
      ['…', ''],
      ['a\n…\nd', 'a\nb\nc\nd'],
      ['a\n…\nd', 'a\nd'],
      ['a … c … e', 'a b c d e'],
      ['…\nb\n…\nd', 'b\nb\nc\nd\n'],
      ['a  ', 'a'],
    ];
    const no: readonly (readonly [string, string])[] = [
      ['', 'a'],
      ['a', ''],
      ['a\n…\nd', 'a\nb'],
      ['a…a', 'a'],
      ['a.c', 'abc'],
    ];
    for (const [expected, actual] of yes) assert.ok(isExpected(expected, actual), `${expected} | ${actual}`);
    for (const [expected, actual] of no) assert.ok(!isExpected(expected, actual), `${expected} | ${actual}`);
  });
});
