import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Command } from '@oclif/core';
import { leftOutOf } from '../../script/build/left-out.js';
import { type Packed, packed } from './packed.js';
import { root } from './program.js';
import { onTerminal, type TerminalOptions, type TerminalRun } from './pseudo-terminal.js';

const widths = [80, 200] as const;

/** One ordinary run of each command; `until`: what it says when it has started, for those that go on. */
const ordinary: Readonly<Record<string, readonly [args: readonly string[], says: RegExp, until?: RegExp]>> = {
  completion: [['bash'], /complete/],
  decode: [['examples/dubbo.pcap'], /dubbo/],
  describe: [['orders.shop.example.com', 'examples/dubbo.yaml'], /orders\.shop\.example\.com/],
  diff: [['examples/dubbo.yaml', '--dump', 'examples/sidecar.dump'], /difference|outbound/],
  explain: [['AER0001'], /AER0001/],
  'proxy-config:all': [['-f', 'examples/sidecar.dump'], /difference|outbound/],
  'proxy-config:bootstrap': [['-f', 'examples/sidecar.dump'], /\S/],
  'proxy-config:clusters': [['-f', 'examples/sidecar.dump'], /difference|outbound/],
  'proxy-config:endpoints': [['-f', 'examples/sidecar.dump'], /\S/],
  'proxy-config:listeners': [['-f', 'examples/sidecar.dump'], /\S/],
  'proxy-config:routes': [['-f', 'examples/sidecar.dump'], /\S/],
  proxy: [
    ['examples/dubbo.yaml', '--listen', 'orders.shop.example.com=127.0.0.1:0', '--admin', '127.0.0.1:0'],
    /listen/i,
    /Admin port/,
  ],
  playground: [['examples/dubbo.yaml', '--listen', '127.0.0.1:0'], /http:\/\/127\.0\.0\.1/, /http:\/\/127/],
  lsp: [[], /speaks with an editor/, /speaks with an editor/],
  'rds:bootstrap': [['--server', 'aeraki:15010', '--for', 'metaprotocol', '--namespace', 'shop'], /aeraki-xds/],
  'rds:get': [['--server', '127.0.0.1:1'], /127\.0\.0\.1:1/],
  'rds:serve': [
    ['examples/dubbo.yaml', '--listen', '127.0.0.1:0', '--admin', '127.0.0.1:0'],
    /Serving 1/,
    /Admin page/,
  ],
  'rds:watch': [['--server', '127.0.0.1:1'], /127\.0\.0\.1:1/, /127\.0\.0\.1:1/],
  route: [['examples/dubbo.yaml', '--host', 'orders.shop.example.com', '--attribute', 'method=pay'], /pay|route/],
  schema: [[], /MetaRouter/],
  test: [['examples/tests'], /passed|ok/i],
  translate: [['examples/dubbo.yaml'], /EnvoyFilter/],
  validate: [['examples/dubbo.yaml'], /\S/],
  version: [[], /aeraki/],
};

/** The packed program as a person runs it: both streams are a terminal. */
describe('on a terminal', () => {
  let place: Packed;
  let commands: readonly string[];

  before(async function () {
    this.timeout(180_000);
    place = await packed();
    await cp(join(root, 'examples'), join(place.place, 'examples'), { recursive: true });
    const manifest = JSON.parse(readFileSync(join(place.root, 'oclif.manifest.json'), 'utf8'));
    commands = Object.keys(manifest.commands as Record<string, Command.Cached>);
  });
  after(() => place?.remove());

  const start = (context: Mocha.Context, args: readonly string[], options: TerminalOptions) =>
    onTerminal(context, args, { program: join(place.root, 'bin', 'run.js'), cwd: place.place, ...options });

  /** Runs each line at each width, a few at a time, and gives those of which `wrong` has something to say. */
  async function failures(
    context: Mocha.Context,
    lines: readonly (readonly [args: readonly string[], options?: TerminalOptions])[],
    wrong: (run: TerminalRun, args: readonly string[], columns: number) => string | undefined,
  ): Promise<readonly string[]> {
    const rest = lines.flatMap((line) => widths.map((columns) => ({ line, columns })));
    const found: string[] = [];
    const worker = async (): Promise<void> => {
      for (let next = rest.pop(); next; next = rest.pop()) {
        const { line, columns } = next;
        const run = await start(context, line[0], { columns, ...line[1] });
        const said = broken(run.text) ?? wrong(run, line[0], columns);
        if (said) found.push(`${line[0].join(' ')} at ${columns}: exit ${run.code}, ${said}\n${run.text}`);
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    return found;
  }

  const broken = (text: string): string | undefined =>
    /unexpected failure|not in the bundle|Cannot find module|^\s+at .*:\d+:\d+\)?\r?$/m.exec(text)?.[0];

  const helpShown = ({ code, text }: TerminalRun, _args: readonly string[], columns: number): string | undefined => {
    const lines = stripVTControlCharacters(text).split(/\r?\n/);
    // A command line to copy is not broken.
    const long = lines.find((line) => line.length > columns && !/^ *\$ |^ *aeraki /.test(line));
    if (long) return `a line of ${long.length}: ${long}`;
    const usage = lines.slice(lines.indexOf('USAGE') + 1);
    const gap = /\[\s|\s\]|\|\s*\|/.exec(usage.slice(0, usage.indexOf('')).join(' '));
    if (gap) return `USAGE with a gap: ${gap[0]}`;
    return code === 0 && lines.includes('USAGE') ? undefined : 'no help';
  };

  it('help prints: of the program, of every topic and every command', async function () {
    this.timeout(300_000);
    const topics = ['rds', 'proxy-config', 'pc'];
    const lines = [
      [],
      ['--help'],
      ['-h'],
      ['help'],
      ...topics.flatMap((topic) => [[topic], [topic, '--help'], ['help', topic]]),
      ...commands.flatMap((id) => [
        [...id.split(':'), '--help'],
        ['help', ...id.split(':')],
      ]),
    ];
    assert.deepStrictEqual(
      await failures(
        this,
        lines.map((args) => [args]),
        helpShown,
      ),
      [],
    );
  });

  it("kubectl's plugin prints help", async function () {
    const { code, text } = await onTerminal(this, ['--help'], {
      columns: 80,
      program: join(place.root, 'bin', 'kubectl-aeraki.js'),
    });
    assert.deepStrictEqual({ code, broken: broken(text) }, { code: 0, broken: undefined });
    assert.match(text, /kubectl aeraki/);
  });

  it('every command runs', async function () {
    this.timeout(300_000);
    // A command that is not in the table runs without arguments: whatever it says to that, it says it.
    const lines = commands.map((id) => {
      const [args, , until] = ordinary[id] ?? [[], /\S/];
      return [[...id.split(':'), ...args], until && { until }] as const;
    });
    const found = await failures(
      this,
      lines.map(([args, options]) => (options ? [args, options] : [args])),
      ({ text }, args) => {
        const id = Object.keys(ordinary).find((one) => `${args.join(' ')} `.startsWith(`${one.replace(':', ' ')} `));
        return (ordinary[id ?? '']?.[1] ?? /\S/).test(text) ? undefined : 'it did not say what it should';
      },
    );
    assert.deepStrictEqual(found, []);
  });

  it('every command says what is wrong with its command line', async function () {
    this.timeout(300_000);
    const lines = [['nonsense'], ['pc', 'nonsense'], ['rds', 'nonsense'], ['--nonsense']];
    for (const id of commands) lines.push([...id.split(':'), '--nonsense']);
    const found = await failures(
      this,
      lines.map((args) => [args]),
      ({ code, text }) =>
        code === 64 && /Error/.test(text) && /nonsense/.test(text) ? undefined : 'no error about the command line',
    );
    assert.deepStrictEqual(found, []);
  });

  it('an error breaks between words', async function () {
    const { text } = await start(this, ['explain'], { columns: 80 });
    const lines = stripVTControlCharacters(text).trimEnd().split(/\r?\n/);
    assert.ok(lines.length > 2 && lines.every((line) => line.length <= 80), text);
    assert.match(lines.join(' '), /^Error: Nothing to explain\. Name a code .* or use --list\. Run/);
  });

  it('only what is listed was left out of the bundle', () => {
    const meta = JSON.parse(readFileSync(join(root, 'dist', 'meta.json'), 'utf8')) as {
      inputs: Record<string, { imports: { path: string }[] }>;
    };
    const found = Object.entries(meta.inputs).flatMap(([file, { imports }]) =>
      imports
        .filter(({ path }) => path.startsWith('left-out:'))
        .map(({ path }) => [file.replace(/^.*@oclif\/core\/lib\//, ''), path.replace('left-out:', '')]),
    );
    assert.deepStrictEqual(Object.fromEntries(found), leftOutOf);
  });
});

describe('the other name of a topic', () => {
  for (const args of [['pc'], ['pc', '--help'], ['help', 'pc'], ['pc', '-h']]) {
    it(`aeraki ${args.join(' ')} is about proxy-config`, async () => {
      const { run } = await import('./program.js');
      const { code, stdout, stderr } = await run(args);
      assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.strictEqual(stdout, (await run(['proxy-config', '--help'])).stdout);
    });
  }
});
