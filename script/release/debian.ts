import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programOf, type Target } from './targets.js';

const run = promisify(execFile);
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Makes a Debian package of a target's program with `dpkg-deb`; the same program gives the same package. Gives its path. */
export async function writeDebian(root: string, target: Target, output: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const architecture = architectures[target.arch] ?? target.arch;
  const place = await mkdtemp(join(tmpdir(), 'aeraki-deb-'));
  const file = join(output, `aeraki_${version}_${architecture}.deb`);
  const put = async (from: string, to: string, mode: number): Promise<void> => {
    await mkdir(join(place, to, '..'), { recursive: true });
    await copyFile(from, join(place, to));
    await chmod(join(place, to), mode);
  };
  try {
    await put(join(output, programOf(target)), 'usr/bin/aeraki', 0o755);
    await put(join(root, 'LICENSE'), 'usr/share/doc/aeraki/copyright', 0o644);
    await put(join(root, 'dist', 'third-party-licences.txt'), 'usr/share/doc/aeraki/third-party-licences.txt', 0o644);
    const { size } = await stat(join(place, 'usr/bin/aeraki'));
    await mkdir(join(place, 'DEBIAN'));
    await writeFile(
      join(place, 'DEBIAN', 'control'),
      `Package: aeraki
Version: ${version}
Architecture: ${architecture}
Maintainer: Aeraki Mesh <noreply@aeraki.net>
Installed-Size: ${Math.ceil(size / 1024)}
Depends: libc6 (>= 2.28), libstdc++6, libgcc-s1, libatomic1
Section: admin
Priority: optional
Description: command line for Aeraki Mesh
 See, check and test what Dubbo, Thrift, Redis and private-protocol rules do
 in an Istio mesh with Aeraki.
`,
    );
    await chmod(place, 0o755);
    // A time that is the same for every build.
    const env = { ...process.env, SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? '946684800' };
    await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', place, file], { env });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  return file;
}

/** Whether Debian packages can be made here. */
export async function hasDpkg(): Promise<boolean> {
  return run('dpkg-deb', ['--version']).then(
    () => true,
    () => false,
  );
}
