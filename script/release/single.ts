import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { nodeProgram } from './node-program.js';
import { programOf, type Target, targets } from './targets.js';

const run = promisify(execFile);
/** What of the package is inside the program; the code cache is another one in each. */
const parts = [
  'package.json',
  'oclif.manifest.json',
  'CHANGELOG.md',
  'dist/chunks',
  'dist/playground',
  'schemas',
  'docs/diagnostics',
  'docs/handbook',
  'templates',
  'examples',
];
/** What typical runs use; they are compiled ahead. */
const typical = [
  ['--help'],
  ['translate', '--help'],
  ['translate', 'examples/dubbo.yaml'],
  ['translate', '--fixd'],
  ['nonsense'],
];

/**
 * Builds the single program of a target from the built package, with Node's own means (`--build-sea`). What V8 compiled
 * ahead is only taken where the program is for the machine that builds: Node refuses it elsewhere.
 *
 * @returns the path of the program
 */
export async function buildSingle(root: string, target: Target, output: string): Promise<string> {
  const builder = targets.find(({ platform, arch }) => platform === process.platform && arch === process.arch);
  if (builder === undefined) throw new Error(`no Node to build with on ${process.platform}-${process.arch}`);
  const executable = await nodeProgram(target);
  const node = await nodeProgram(builder);
  const place = await mkdtemp(join(tmpdir(), 'aeraki-release-'));
  const file = join(output, programOf(target));
  try {
    const files = await filesOf(root);
    await build(place, { node, executable, file, files });
    if (target === builder) {
      const caches = join(place, 'caches');
      await mkdir(caches);
      const env = { ...process.env, AERAKI_SINGLE_KEEP_CODE: JSON.stringify({ runs: typical, folder: caches }) };
      await run(file, [], { cwd: root, env });
      for (const name of (await readdir(caches)).sort()) files.set(`dist/chunks/${name}`, join(caches, name));
      await build(place, { node, executable, file, files });
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  return file;
}

interface Build {
  readonly node: string;
  readonly executable: string;
  readonly file: string;
  readonly files: ReadonlyMap<string, string>;
}

async function build(place: string, { node, executable, file, files }: Build): Promise<void> {
  const list = join(place, 'files.json');
  await writeFile(list, JSON.stringify([...files.keys()].sort()));
  const config = {
    main: join(import.meta.dirname, 'start.cjs'),
    executable,
    output: file,
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    assets: { 'files.json': list, ...Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))) },
  };
  const path = join(place, 'sea.json');
  await writeFile(path, JSON.stringify(config));
  await rm(file, { force: true });
  await run(node, ['--build-sea', path]);
  await chmod(file, 0o755);
}

/** The files of the package by their names in it. */
async function filesOf(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const { files: published } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  for (const part of parts) {
    const path = join(root, part);
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) {
      if (part.includes('.')) files.set(part, path);
      else if ((published as string[]).includes(part)) throw new Error(`the package has ${part}, and it is not here`);
      continue;
    }
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.endsWith('.cache')) continue;
      const own = join(entry.parentPath, entry.name);
      files.set(relative(root, own).split(sep).join('/'), own);
    }
  }
  return files;
}
