import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { built, folder, root } from './program.js';

const execute = promisify(execFile);

/** The package as npm would publish it, unpacked where npm would put it. */
export interface Packed {
  /** A folder of its own with a package.json and no dependency. */
  readonly place: string;
  /** The unpacked package. */
  readonly root: string;
  /** What is in the tarball. */
  readonly files: readonly string[];
  remove(): void;
}

/** The package as a user has it after `npm install`. */
export interface Installed {
  /** The folder in which it was installed; empty otherwise. */
  readonly path: string;
  /** The installed package. */
  readonly root: string;
  remove(): void;
}

/** Packs, and has npm install the tarball into an empty folder, offline: it has no dependencies. */
export async function installed(): Promise<Installed> {
  await built();
  const { path, remove } = await folder();
  const tarball = await folder();
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', tarball.path];
  const { stdout } = await execute('npm', pack, { cwd: root });
  const [report] = JSON.parse(stdout) as [{ filename: string }];
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(tarball.path, report.filename)];
  await execute('npm', install, { cwd: path });
  tarball.remove();
  return { path, root: join(path, 'node_modules', 'aeraki'), remove };
}

/** Builds where the build is stale, packs and unpacks; for a `before` with time. */
export async function packed(): Promise<Packed> {
  await built();
  const { path: place, remove } = await folder({ 'package.json': '{"private": true}' });
  const { stdout } = await execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place], {
    cwd: root,
  });
  const [report] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  const target = join(place, 'node_modules', 'aeraki');
  await mkdir(target, { recursive: true });
  await execute('tar', ['-xzf', join(place, report.filename), '-C', target, '--strip-components=1']);
  return { place, root: target, files: report.files.map(({ path }) => path), remove };
}
