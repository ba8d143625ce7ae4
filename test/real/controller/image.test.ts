import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { chmod, copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { built, root } from '../../cli/program.js';
import type { ApiServer } from '../parts/apiserver.js';
import { temporaryFolder } from '../parts/place.js';
import { say } from '../parts/say.js';
import { startCluster, until } from './running.js';
import { entry, filtersOf, router } from './shop.js';

const user = '65532';

/** Nothing can be written but /tmp, which is empty, as in a pod of `controller manifests`; whoever runs has no rights. */
const inImage = [
  'mount --make-rprivate /',
  'mount --bind "$1" /mnt',
  'mount -t tmpfs tmpfs /tmp',
  'mount -o remount,bind,ro /mnt',
  'mount -o remount,bind,ro /',
  'shift',
  `exec setpriv --reuid=${user} --regid=${user} --clear-groups --no-new-privs --bounding-set=-all "$@"`,
].join(' && ');

/** What a kernel or a container does not allow to make is no fault of the program, nor is a Node that only root may run. */
function canIsolate(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'sh', '-c', inImage, 'sh', '/usr', process.execPath, '--version'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/** The files of the image are those of the npm package (Dockerfile). */
describe('the controller from the files of its image, without rights, on a read-only root', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined;

  before(async function () {
    // Not skipOutLoud: it is not for a machine of CI to get.
    if (!canIsolate()) {
      say('skipped: nobody may make a mount namespace here, or only root may run Node');
      this.skip();
    }
    await built();
    server = await startCluster(this);
    folder = await temporaryFolder('image');
    await server.admin.create([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } },
      entry('a', 1),
      router('a', 'v1'),
    ]);
  });
  after(async () => {
    await server?.stop();
    await folder?.remove();
  });

  it('writes what it makes, and ends in order', async () => {
    assert.ok(server && folder);
    const { path } = folder;
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', path];
    const { stdout } = await promisify(execFile)('npm', pack, { cwd: root });
    await promisify(execFile)('tar', ['-xzf', join(path, stdout.trim().split('\n').at(-1) ?? ''), '-C', path]);
    const config = join(path, 'kubeconfig');
    await copyFile(await server.kubeconfig(), config);
    await Promise.all([chmod(path, 0o755), chmod(config, 0o644)]);
    const command = ['env', '-i', `PATH=${process.env.PATH}`, 'HOME=/tmp', 'NODE_ENV=production'];
    const program = [process.execPath, '/mnt/package/bin/run.js', 'controller', 'run', '-c', '/mnt/kubeconfig'];
    const flags = ['-o', 'json', '--listen', '127.0.0.1:0', '--admin', '127.0.0.1:0', '--webhook', '127.0.0.1:0'];
    const child = spawn('unshare', ['--mount', 'sh', '-c', inImage, 'sh', path, ...command, ...program, ...flags]);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
    }
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    try {
      await until(
        () => text.includes('"event":"serving"'),
        120,
        () => text,
      );
      const { admin } = server;
      await until(
        async () => (await filtersOf(admin, 'a')) !== '',
        120,
        () => text,
      );
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      assert.match(status, new RegExp(`^Uid:\\s+${user}\\s+${user}\\s+${user}\\s+${user}$`, 'm'));
      assert.match(status, /^CapEff:\s+0+$/m);
      assert.equal(text.includes('EROFS'), false);
      child.kill('SIGTERM');
      assert.equal(await ended, 0);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
