import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { built, cleanEnvironment, folder, root } from '../../cli/program.js';
import { skipOutLoud } from '../parts/require-part.js';
import { preCommit } from './pre-commit.js';

const run = promisify(execFile);

/** A registry as npm asks it, with one version of one package, since none of ours is in the real one before a release. */
async function registryOf(
  version: string,
  tarball: Buffer,
): Promise<{ url: string; asked: string[]; stop: () => void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.endsWith('.tgz')) return void response.end(tarball);
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    const dist = { tarball: `http://${request.headers.host}/aeraki/-/aeraki-${version}.tgz`, integrity };
    const body = {
      name: 'aeraki',
      'dist-tags': { latest: version },
      versions: { [version]: { name: 'aeraki', version, dist } },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, stop: () => void server.close() };
}

/** Of the tag of a release the hook is the published package: nothing is built at the first commit. */
describe('the pre-commit hook of a release', function () {
  this.timeout(300_000);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  let library = '';
  let place: Awaited<ReturnType<typeof folder>> | undefined;
  let registry: Awaited<ReturnType<typeof registryOf>> | undefined;

  before(async function () {
    if (!existsSync(join(root, '.git'))) skipOutLoud(this, 'the project is no git checkout');
    library = preCommit(this);
    await built();
    const config = `repos: [{repo: ../released, rev: v${version}, hooks: [{id: aeraki-validate}]}]\n`;
    const bad =
      'apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: ApplicationProtocol\nmetadata: {name: a}\nspec: {protocol: a, kodec: a.b}\n';
    place = await folder({ 'repo/.pre-commit-config.yaml': config, 'repo/bad.yaml': bad });
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', place.path];
    const { stdout } = await run('npm', pack, { cwd: root });
    registry = await registryOf(version, readFileSync(join(place.path, stdout.trim().split('\n').at(-1) ?? '')));
    await run('git', ['clone', '--quiet', root, join(place.path, 'released')]);
    await git('released', 'tag', `v${version}`);
    await git('repo', 'init', '--quiet');
    await git('repo', 'add', '--all');
  });
  after(() => {
    registry?.stop();
    place?.remove();
  });

  const git = (where: string, ...args: readonly string[]): Promise<unknown> =>
    run('git', args, {
      cwd: join(place?.path ?? '', where),
      env: cleanEnvironment({ GIT_CONFIG_GLOBAL: '/dev/null' }),
    });

  it('fetches the package, builds nothing, and judges', async () => {
    assert.ok(place && registry);
    const home = join(place.path, 'home');
    const env = cleanEnvironment({
      PYTHONPATH: library,
      PRE_COMMIT_HOME: home,
      GIT_CONFIG_GLOBAL: '/dev/null',
      npm_config_registry: registry.url,
      npm_config_cache: join(place.path, 'npm'),
    });
    const args = ['-m', 'pre_commit', 'run', '--color', 'never'];
    const ended = await run('python3', args, { cwd: join(place.path, 'repo'), env }).catch((error) => error);
    assert.match(ended.stdout, /Error \[AER0101\] \(ApplicationProtocol a bad\.yaml:4:\d+\)/);
    assert.deepEqual([...new Set(registry.asked)], ['/aeraki', `/aeraki/-/aeraki-${version}.tgz`]);
    const clone = readdirSync(home).find((name) => existsSync(join(home, name, 'script', 'pre-commit.sh'))) ?? '';
    assert.ok(existsSync(join(home, clone, 'dist', 'chunks', 'main.js')));
    assert.deepEqual(
      readdirSync(join(home, clone)).filter((name) => /^(node_modules|published|pre-commit-build)/.test(name)),
      [],
    );
  });
});
