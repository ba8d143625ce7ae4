import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type CommandList, manualPage } from './manual.js';
import { programOf, type Target } from './targets.js';

const run = promisify(execFile);
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Seconds since 1970 that all files of a package have, the same for every build. */
const defaultTime = '946684800';

/** What lintian would have otherwise of any package, and why it is so in this one; no empty line, as lintian reads it. */
const overrides = `# The program is Node's own, as its makers link it, with ours behind it: strip would cut that off.
aeraki: embedded-library
aeraki: unstripped-binary-or-object
aeraki: hardening-no-pie
# Nobody asked for this package in Debian's bug list: it comes from a release of ours.
aeraki: initial-upload-closes-no-bugs
`;

const copyright = `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: aeraki

Files: *
Copyright: 2026 Aeraki Mesh Authors
License: Apache-2.0
Comment: The program has Node.js and packages of npm in it; third-party-licences.txt beside this file has their licences.

License: Apache-2.0
 On Debian systems the full text of the Apache License, Version 2.0 is in the file
 /usr/share/common-licenses/Apache-2.0.
`;

/** Makes a Debian package of a target's program with `dpkg-deb`; the same program gives the same package. Gives its path. */
export async function writeDebian(root: string, target: Target, output: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const architecture = architectures[target.arch] ?? target.arch;
  const time = process.env.SOURCE_DATE_EPOCH ?? defaultTime;
  const date = new Date(Number(time) * 1_000);
  const place = await mkdtemp(join(tmpdir(), 'aeraki-deb-'));
  const file = join(output, `aeraki_${version}_${architecture}.deb`);
  const put = async (from: string, to: string, mode: number): Promise<void> => {
    await mkdir(join(place, to, '..'), { recursive: true });
    await copyFile(from, join(place, to));
    await chmod(join(place, to), mode);
  };
  const write = async (to: string, content: string | Buffer): Promise<void> => {
    await mkdir(join(place, to, '..'), { recursive: true });
    await writeFile(join(place, to), content, { mode: 0o644 });
  };
  try {
    await put(join(output, programOf(target)), 'usr/bin/aeraki', 0o755);
    await write('usr/share/doc/aeraki/copyright', copyright);
    await write('usr/share/doc/aeraki/changelog.gz', gzipSync(changelog(version, date), { level: 9 }));
    await write('usr/share/lintian/overrides/aeraki', overrides);
    const commands = JSON.parse(await readFile(join(root, 'oclif.manifest.json'), 'utf8')) as CommandList;
    const page = manualPage(commands, version, date.toISOString().slice(0, 10));
    await write('usr/share/man/man1/aeraki.1.gz', gzipSync(page, { level: 9 }));
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
    const env = { ...process.env, SOURCE_DATE_EPOCH: time };
    await run('dpkg-deb', ['--root-owner-group', '-Zgzip', '-z1', '--build', place, file], { env });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  return file;
}

/** The changelog in Debian's form: one entry, which says where the real one is. */
function changelog(version: string, date: Date): string {
  const when = date.toUTCString().replace('GMT', '+0000');
  return `aeraki (${version}) unstable; urgency=medium

  * Version ${version}: CHANGELOG.md of the release says what is new.

 -- Aeraki Mesh <noreply@aeraki.net>  ${when}
`;
}

/** Whether Debian packages can be made here. */
export async function hasDpkg(): Promise<boolean> {
  return run('dpkg-deb', ['--version']).then(
    () => true,
    () => false,
  );
}
