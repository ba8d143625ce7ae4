import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Packed, packed } from '../cli/packed.js';
import { cleanEnvironment, root } from '../cli/program.js';
import { until } from '../xds/serve.js';
import { requirePart } from './parts/require-part.js';

/** What one version of Node must be able to do with the package as it is published; each line ends with 0. */
const smoke: readonly (readonly [line: readonly string[], says: RegExp])[] = [
  [['--help'], /translate/],
  [['help', 'rds', 'serve'], /--watch/],
  [['version'], /aeraki/],
  [['__complete', 'transl'], /^translate\t/],
  [['translate', 'examples/dubbo.yaml'], /kind: EnvoyFilter/],
  [['validate', 'examples', '-o', 'json'], /"valid"/],
  [['test', 'examples/tests'], /\S/],
  [['route', 'examples/dubbo.yaml', '--host', 'orders.shop.example.com', '--attribute', 'method=pay'], /\S/],
  [['decode', 'examples/dubbo.pcap'], /dubbo/],
  [['describe', 'orders.shop.example.com', 'examples/dubbo.yaml'], /orders/],
  [['diff', 'examples/dubbo.yaml', '--dump', 'examples/sidecar.dump'], /difference/],
  [['pc', 'all', '-f', 'examples/sidecar.dump'], /outbound/],
  [['explain', 'MetaRouter.spec.routes'], /KIND/],
];

/** The built package on the versions of Node that people have; 20 is what the other tests run on. */
describe('the package on another Node', () => {
  let place: Packed;
  before(async function () {
    this.timeout(180_000);
    place = await packed();
    await cp(join(root, 'examples'), join(place.place, 'examples'), { recursive: true });
  });
  after(() => place?.remove());

  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  it('promises no version that is not tried, and works on the oldest that it promises', () => {
    assert.strictEqual(engines.node, '^20.19.0 || ^22.12.0 || >=24.0.0');
  });

  for (const version of ['22', '24', '26'] as const) {
    it(`${version}: every kind of command`, async function () {
      this.timeout(180_000);
      const node = requirePart(this, `node-${version}`);
      const env = cleanEnvironment();
      const bin = join(place.root, 'bin', 'run.js');
      const options = { cwd: place.place, env, timeout: 60_000 };
      const { stdout } = await promisify(execFile)(node, ['--version'], options);
      assert.match(stdout, new RegExp(`^v${version}\\.`));
      for (const [args, says] of smoke) {
        const ran = await promisify(execFile)(node, [bin, ...args], options);
        assert.match(ran.stdout, says, args.join(' '));
        // A deprecation of a newer Node would be seen here.
        assert.doesNotMatch(ran.stderr, /Warning: |DeprecationWarning|unexpected failure/, args.join(' '));
      }
      await assert.rejects(promisify(execFile)(node, [bin, 'validate', 'nowhere.yaml'], options), { code: 65 });
      await serves(node, bin, options);
    });
  }
});

/** `rds serve` answers `rds get`, and ends with 0 when it is told to. */
async function serves(node: string, bin: string, options: { cwd: string; env: NodeJS.ProcessEnv }): Promise<void> {
  const free = ['--listen', '127.0.0.1:0', '--admin', '127.0.0.1:0'];
  const server = spawn(node, [bin, 'rds', 'serve', 'examples/dubbo.yaml', ...free], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  server.stderr.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const ended = new Promise((resolve) => server.once('close', resolve));
  try {
    await until(() => /Admin page on/.test(text) || server.exitCode !== null, 60_000);
    const port = /on 127\.0\.0\.1:(\d+)$/m.exec(text)?.[1];
    const got = await promisify(execFile)(node, [bin, 'rds', 'get', '--server', `127.0.0.1:${port}`], options);
    assert.match(got.stdout, /orders\.shop\.example\.com_20880/);
  } finally {
    server.kill('SIGTERM');
  }
  assert.strictEqual(await ended, 0, text);
}
