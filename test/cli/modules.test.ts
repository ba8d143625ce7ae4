import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { built, cleanEnvironment, root } from './program.js';

interface Loaded {
  readonly inputs: readonly string[];
  readonly parts: ReadonlySet<string>;
  readonly node: ReadonlySet<string>;
  readonly refused: number;
  /** Chunks of which the build kept no compiled code. */
  readonly compiled: readonly string[];
}

/** Packages and folders of src/ whose modules are in the chunks that one run reads, and the modules of Node it loads. */
async function loadedBy(args: readonly string[]): Promise<Loaded> {
  const program = `
    const before = new Set(process.moduleLoadList);
    const { start, loaded } = require(${JSON.stringify(join(root, 'bin', 'chunks.js'))});
    process.stdout.write = (...args) => { args.find((arg) => typeof arg === 'function')?.(); return true; };
    start('aeraki', ${JSON.stringify(args)}).then(() => {
      const node = process.moduleLoadList.filter((name) => !before.has(name) && /^NativeModule [a-z_]+$/.test(name)).map((name) => name.slice(13));
      const refused = [...loaded.values()].filter(({ script }) => script.cachedDataRejected).length;
      const compiled = [...loaded].filter(([, { script }]) => script.cachedDataRejected === undefined).map(([name]) => name);
      process.exitCode = 0;
      require('node:fs').writeSync(2, '\\n' + JSON.stringify({ chunks: [...loaded.keys()], node, refused, compiled }));
    });`;
  const { stderr } = await promisify(execFile)(process.execPath, ['-e', program], {
    cwd: root,
    env: cleanEnvironment(),
  });
  const { chunks, node, refused, compiled } = JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))) as {
    chunks: string[];
    node: string[];
    refused: number;
    compiled: string[];
  };
  const meta = JSON.parse(await readFile(join(root, 'dist', 'meta.json'), 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, unknown> }>;
  };
  const inputs = Object.entries(meta.outputs)
    .filter(([path]) =>
      chunks.some((chunk) => path.endsWith(`/${chunk.replace(/^main/, 'stdin').replace(/\.js$/, '.mjs')}`)),
    )
    .flatMap(([, output]) => Object.keys(output.inputs));
  const parts = inputs.map(
    (path) =>
      /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ??
      /^src\/([^/]+)/.exec(path)?.[0] ??
      path,
  );
  return { inputs, parts: new Set(parts), node: new Set(node), refused, compiled };
}

/** What costs much and most runs do not need. */
const heavy = [
  '@kubernetes/client-node',
  '@grpc/grpc-js',
  '@bufbuild/protobuf',
  'cli-progress',
  'prom-client',
  're2js',
  'thrift',
  'ajv',
  'src/xds',
  'src/cluster',
  'src/inspect',
  'src/proxy',
  'src/codec',
  'src/match',
];

const heavyIn = (parts: ReadonlySet<string>): readonly string[] => heavy.filter((name) => parts.has(name));

describe('modules that a command loads', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('help, version and a mistake: nothing of the stages', async () => {
    for (const args of [['--help'], ['version'], ['nonsense'], ['__complete', 'tr']]) {
      const { parts } = await loadedBy(args);
      const stages = [...parts].filter((part) => /^src\/(load|index|translate|validate|pipeline)/.test(part));
      assert.deepStrictEqual({ args, stages, heavy: heavyIn(parts) }, { args, stages: [], heavy: [] });
    }
  });

  it('completion: not even oclif', async () => {
    const { parts } = await loadedBy(['__complete', 'translate', '--o']);
    assert.ok(!parts.has('@oclif/core'));
  });

  it('translate: its stages and nothing heavy', async () => {
    const { parts, node } = await loadedBy(['translate', 'examples/dubbo.yaml']);
    for (const stage of ['src/load', 'src/index', 'src/translate', 'src/output']) assert.ok(parts.has(stage), stage);
    assert.deepStrictEqual(heavyIn(parts), []);
    const network = [
      'crypto',
      'http',
      'https',
      'http2',
      'tls',
      'dns',
      'child_process',
      'worker_threads',
      'zlib',
      'inspector',
    ];
    assert.deepStrictEqual(
      network.filter((name) => node.has(name)),
      [],
    );
  });

  it('only the schemas of the kinds that are there', async () => {
    const { inputs } = await loadedBy(['translate', 'examples/dubbo.yaml']);
    const schemas = inputs.flatMap((path) => /schema\/generated\/(\w+)\.js/.exec(path)?.[1] ?? []).sort();
    assert.deepStrictEqual(schemas, ['destinationrule', 'metarouter', 'serviceentry']);
  });

  it('the code cache fits: V8 takes it for every chunk', async () => {
    for (const args of [['--help'], ['translate', 'examples/dubbo.yaml']])
      assert.strictEqual((await loadedBy(args)).refused, 0);
  });

  it('validate compiles nothing, neither of a file that is fine nor of one with mistakes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aeraki-test-'));
    try {
      const text = await readFile(join(root, 'examples', 'dubbo.yaml'), 'utf8');
      const broken = join(folder, 'broken.yaml');
      await writeFile(
        broken,
        text.replace(/^( +)(?:- )?route:/m, (line) => line.replace('route', 'rotue')),
      );
      assert.notStrictEqual(await readFile(broken, 'utf8'), text);
      for (const path of ['examples/dubbo.yaml', broken]) {
        const { refused, compiled, parts } = await loadedBy(['validate', path]);
        assert.ok(parts.has('src/validate'));
        assert.deepStrictEqual([refused, compiled], [0, []], path);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('a code cache that does not fit is no obstacle', async () => {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--no-opt', '--stack-size=900', 'bin/run.js', 'version'],
      {
        cwd: root,
        env: cleanEnvironment(),
      },
    );
    assert.match(stdout, /^aeraki /);
    assert.strictEqual(stderr, '');
  });
});
