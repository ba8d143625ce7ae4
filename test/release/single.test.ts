import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Lockfile, sbom } from '../../script/release/sbom.js';
import { targets } from '../../script/release/targets.js';
import { built, folder, root, run as runProgram } from '../cli/program.js';
import { Runner } from '../real/ci/runner.js';
import { requirePart, skipOutLoud } from '../real/parts/require-part.js';
import { mirrorOf } from './action.js';
import { fillRoot, librariesOf } from './empty-root.js';

const run = promisify(execFile);
const output = join(root, 'dist', 'release');

describe('the single program', function () {
  this.timeout(400_000);
  let place: Awaited<ReturnType<typeof folder>>;
  const program = join(output, 'aeraki-linux-x64');
  /** Runs it with nothing around it: no Node, no shell, no /proc, no home. */
  const alone = async (...args: readonly string[]) => {
    const ended = await run('chroot', [place.path, '/aeraki', ...args], { env: { PATH: process.env.PATH } }).catch(
      (error) => error,
    );
    return ended as { readonly stdout: string; readonly stderr: string; readonly code?: number };
  };

  before(async function () {
    requirePart(this, 'node-single');
    if (process.getuid?.() !== 0) skipOutLoud(this, 'chroot wants root');
    await built();
    await run(process.execPath, ['--import', 'tsx', join(root, 'script', 'release.ts'), '--only', 'linux-x64'], {
      cwd: root,
    });
    place = await folder();
    const examples = { '/w/dubbo.yaml': join(root, 'examples', 'dubbo.yaml') };
    await fillRoot(place.path, program, examples);
  });
  after(() => place?.remove());

  it('does in an empty root what the package does', async () => {
    for (const args of [
      ['--version'],
      ['--help'],
      ['help', 'rds', 'serve'],
      ['translate', 'examples/dubbo.yaml'],
      ['validate', 'examples/dubbo.yaml', '-o', 'json'],
      ['explain', 'AER0101'],
      ['explain', 'MetaRouter.spec.routes'],
      ['schema', 'metarouter'],
      ['completion', 'bash'],
      ['__complete', 'tran'],
      ['nonsense'],
    ]) {
      const here = await runProgram(args);
      const there = await alone(...args.map((each) => each.replace('examples/', '/w/')));
      const same = (text: string) => text.replaceAll('/w/', 'examples/').replace(/node-v\S+/, 'node');
      assert.equal(same(there.stdout), same(here.stdout), args.join(' '));
      assert.equal(there.code ?? 0, here.code, args.join(' '));
    }
  });

  it('begins a folder of rules from what is inside it', async () => {
    const ended = await alone('init', 'dubbo', '/new');
    const files = existsSync(join(place.path, 'new')) ? readdirSync(join(place.path, 'new')) : [];
    assert.ok(files.length > 0, ended.stderr);
  });

  it('wants no library but those of the C and C++ compilers', async () => {
    const names = (await librariesOf(program)).map((path) => path.replace(/^.*\/(?:lib)?|[.-].*$/g, ''));
    assert.deepEqual(
      names.filter(
        (name) =>
          !['c', 'm', 'dl', 'pthread', 'stdc++', 'gcc_s', 'atomic', 'ld', 'ld-linux'].includes(
            name.replace(/\+\+.*/, '++'),
          ),
      ),
      [],
    );
  });

  it('starts within 1.3 times of the package on the same Node', async () => {
    const node = requirePart(this.ctx, 'node-single');
    const best = async (file: string, args: readonly string[]): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 7; round++) {
        const began = performance.now();
        await run(file, args, { cwd: root });
        times.push(performance.now() - began);
      }
      return Math.min(...times);
    };
    const package_ = await best(node, [join(root, 'bin', 'run.js'), '--help']);
    const single = await best(program, ['--help']);
    assert.ok(single < package_ * 1.3 + 20, `${single.toFixed(0)} ms, the package ${package_.toFixed(0)} ms`);
  });

  it('is installed by a Debian package', async () => {
    const deb = join(output, readdirSync(output).find((name) => name.endsWith('.deb')) ?? 'no package');
    const system = await folder({
      'var/lib/dpkg/status': '',
      'var/lib/dpkg/info/format': '1\n',
      'var/lib/dpkg/updates/.keep': '',
    });
    try {
      rmSync(join(system.path, 'var/lib/dpkg/updates/.keep'));
      await fillRoot(system.path, program, {});
      const options = [`--root=${system.path}`, '--force-depends', '--force-script-chrootless'];
      await run('dpkg', [...options, '--install', deb]);
      const { stdout } = await run('chroot', [system.path, '/usr/bin/aeraki', '--version']);
      assert.equal(stdout, (await runProgram(['--version'])).stdout);
      const { stdout: listed } = await run('dpkg-deb', ['--contents', deb]);
      assert.match(listed, /-rwxr-xr-x root\/root .* \.\/usr\/bin\/aeraki$/m);
      assert.match(listed, /copyright[\s\S]*third-party-licences/);
      await run('chroot', [system.path, '/usr/bin/aeraki', 'explain', 'AER0101']);
      await run('dpkg', [...options, '--remove', 'aeraki']);
      assert.equal(existsSync(join(system.path, 'usr/bin/aeraki')), false);
    } finally {
      system.remove();
    }
  });

  it('has a Debian package that lintian has nothing against', async function () {
    const deb = join(output, readdirSync(output).find((name) => name.endsWith('.deb')) ?? 'no package');
    // What it says goes to its output, and errors and warnings make an exit code of 2.
    const { stdout } = await run(requirePart(this, 'lintian'), [
      '--allow-root',
      '--fail-on',
      'error,warning',
      deb,
    ]).catch((error) => error);
    assert.equal(stdout, '');
  });

  it('has a bill of materials that CycloneDX takes', async function () {
    const ended = spawnSync(requirePart(this, 'cyclonedx'), {
      input: readFileSync(join(output, 'aeraki.cdx.json')),
      encoding: 'utf8',
    });
    assert.equal(ended.stdout + ended.stderr, '');
    assert.equal(ended.status, 0);
  });

  it('has an image with nothing but it and its libraries, for a user who is nobody', async function () {
    const buildah = requirePart(this, 'buildah');
    const store = await folder();
    const options = [
      '--root',
      join(store.path, 'root'),
      '--runroot',
      join(store.path, 'run'),
      '--storage-driver',
      'vfs',
    ];
    const build = async (...args: readonly string[]) =>
      (await run(buildah, [...options, ...args], { cwd: root })).stdout;
    try {
      await build('build', '--isolation', 'chroot', '--file', 'packaging/Dockerfile', '--tag', 'aeraki', '.');
      const container = (await build('from', 'aeraki')).trim();
      const image = (await build('mount', container)).trim();
      const files = readdirSync(image, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name);
      const rest = files.filter((name) => !/^(?:lib|ld-)/.test(name)).sort();
      assert.deepEqual(rest, ['LICENSE', 'aeraki', 'group', 'passwd', 'third-party-licences.txt']);
      const { OCIv1 } = JSON.parse(await build('inspect', '--type', 'image', 'aeraki'));
      assert.equal(OCIv1.config.User, '65532:65532');
      assert.deepEqual(OCIv1.config.Entrypoint, ['/usr/bin/aeraki']);
      // As the image says: as its user, in its directory.
      const rules = ['--volume', `${join(root, 'examples')}:/work:ro`];
      const alone = ['run', '--isolation', 'chroot', ...rules, container, '--', '/usr/bin/aeraki'];
      assert.match(await build(...alone, 'explain', 'AER0101'), /^AER0101: /);
      const here = await runProgram(['translate', 'dubbo.yaml'], { cwd: join(root, 'examples') });
      assert.equal(await build(...alone, 'translate', 'dubbo.yaml'), here.stdout);
      await build('rm', container);
    } finally {
      store.remove();
    }
  });

  it('is what the Action of a release runs, from a mirror, and nothing whose sum is another', async function () {
    const act = requirePart(this, 'act');
    if (!existsSync(join(root, '.git'))) skipOutLoud(this, 'the project is no git checkout');
    const release = await folder();
    const names = ['action', 'comment', 'summary'].map((name) => `aeraki-${name}.mjs`);
    for (const name of ['SHA256SUMS', 'aeraki-linux-x64', ...names])
      cpSync(join(output, name), join(release.path, name));
    const mirror = await mirrorOf(release.path);
    const steps = ['good', 'bad'].map(
      (name) => `
      - uses: aeraki-mesh/aeraki@v1
        id: ${name}
        with: {paths: "rules/*${name}*.yaml", download-url: "${mirror.url}", diff-base: base}
      - if: always()
        run: 'echo "${name}: \${{ steps.${name}.outputs.exit-code }}"'`,
    );
    const workflow = `on: [pull_request]
jobs:
  rules:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4${steps.join('')}
`;
    const rules = readFileSync(join(root, 'examples', 'dubbo.yaml'), 'utf8');
    const runner = await Runner.start(act, {
      '.github/workflows/rules.yaml': workflow,
      'rules/good.yaml': rules,
      'rules/bad.yaml': rules.replace('exact: pay', 'exakt: pay'),
    });
    try {
      const { code, text } = await runner.pullRequest({});
      assert.equal(code, 1, text);
      assert.match(text, /good: 0$/m);
      assert.match(text, /::error file=rules\/bad\.yaml,line=\d+,col=\d+,title=AER\d{4}::/);
      assert.match(text, /bad: 79$/m);
      assert.match(text, /### Aeraki: no difference/);
      assert.doesNotMatch(text, /added \d+ packages|Built \d+ chunks/);
      // The second step of the job has what the first one fetched.
      assert.deepEqual([...mirror.asked].sort(), ['SHA256SUMS', 'SHA256SUMS', 'aeraki-linux-x64', ...names].sort());

      writeFileSync(join(release.path, 'aeraki-action.mjs'), 'process.stdout.write("not ours")');
      const other = await runner.pullRequest({});
      assert.equal(other.code, 1);
      assert.match(other.text, /aeraki-action\.mjs does not have the sum that SHA256SUMS names/);
      assert.doesNotMatch(other.text, /not ours/);
    } finally {
      runner.remove();
      mirror.stop();
      release.remove();
    }
  });

  it('comes with checksums that fit, licences and a bill of materials', () => {
    const sums = readFileSync(join(output, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const names = sums.map((line) => line.slice(66));
    const version = readFileSync(join(root, 'package.json'), 'utf8').match(/"version": "(.*)"/)?.[1];
    const scripts = ['aeraki-action.mjs', 'aeraki-comment.mjs'];
    const rest = ['aeraki-summary.mjs', 'aeraki.cdx.json', `aeraki_${version}_amd64.deb`];
    const wanted = ['LICENSE', ...scripts, 'aeraki-linux-x64', ...rest];
    assert.deepEqual(names, [...wanted, 'third-party-licences.txt']);
    for (const line of sums) {
      const hash = createHash('sha256')
        .update(readFileSync(join(output, line.slice(66))))
        .digest('hex');
      assert.equal(line.slice(0, 64), hash);
    }
    assert.ok(statSync(program).size < 200e6);
  });
});

describe('the bill of materials', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;

  it('names each bundled package with its version, licence and hash, the same each time', () => {
    const bundled = new Set(['node_modules/yaml', 'node_modules/@oclif/core']);
    const made = sbom(lock, bundled, '26.0.0') as {
      components: readonly { purl: string; hashes?: unknown[]; licenses?: unknown[] }[];
      serialNumber: string;
    };
    const { version } = lock.packages['node_modules/yaml'] ?? {};
    assert.deepEqual(
      made.components.map(({ purl }) => purl.replace(/(core@).*/, '$1…')),
      ['pkg:npm/%40oclif/core@…', `pkg:npm/yaml@${version}`, 'pkg:generic/node@26.0.0'],
    );
    assert.ok(
      made.components.slice(0, 2).every(({ hashes, licenses }) => hashes?.length === 1 && licenses?.length === 1),
    );
    assert.match(made.serialNumber, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual(sbom(lock, bundled, '26.0.0'), made);
  });

  it('there is a target for each platform that is promised, each pinned', async () => {
    const { integrity } = await import('../../script/release/integrity.js');
    for (const each of targets) assert.match(integrity[each.package] ?? '', /^sha512-/);
  });
});
