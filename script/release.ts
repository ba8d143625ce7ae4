/**
 * `npm run release [-- --only linux-x64,win-x64]`: the single programs in dist/release, with their checksums, the bill of
 * materials, the licences, Debian packages and what the image is made of. With `--url` also the manifests that name where
 * the programs will be fetched (krew, Homebrew, Nix). Two runs of the same commit give the same bytes, but for what V8 compiles ahead.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeActionScripts } from './release/action-scripts.js';
import { writeArchive } from './release/archive.js';
import { hasDpkg, writeDebian } from './release/debian.js';
import { writeImageRoot } from './release/image.js';
import { homebrewFormula, krewManifest, nixFlake } from './release/manifests.js';
import { type Lockfile, sbom } from './release/sbom.js';
import { buildSingle } from './release/single.js';
import { nodeVersion, targets } from './release/targets.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const { values } = parseArgs({ options: { only: { type: 'string' }, url: { type: 'string' } } });
const wanted = values.only?.split(',').map((name) => name.trim());
const unknown = wanted?.filter((name) => !targets.some((target) => target.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(
    `No target is called ${unknown.join(', ')}; there are: ${targets.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exit(64);
}

const output = join(root, 'dist', 'release');
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const chosen = targets.filter(({ name }) => wanted?.includes(name) ?? true);
for (const target of chosen) {
  const file = await buildSingle(root, target, output);
  const { size } = await stat(file);
  process.stdout.write(`${target.name}: ${(size / 1e6).toFixed(0)} MB\n`);
  if (values.url !== undefined) await writeArchive(root, target, output);
  if (target.platform === 'linux' && (await hasDpkg())) await writeDebian(root, target, output);
  const isOwn = target.platform === process.platform && target.arch === process.arch;
  if (isOwn && target.platform === 'linux') await writeImageRoot(root, file, join(output, 'image'));
}
const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
const meta = JSON.parse(await readFile(join(root, 'dist', 'meta.json'), 'utf8')) as { inputs: Record<string, unknown> };
const bundled = new Set(
  Object.keys(meta.inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
await writeFile(join(output, 'aeraki.cdx.json'), `${JSON.stringify(sbom(lock, bundled, nodeVersion), null, 2)}\n`);
await writeActionScripts(root, output);
await copyFile(join(root, 'dist', 'third-party-licences.txt'), join(output, 'third-party-licences.txt'));
await copyFile(join(root, 'LICENSE'), join(output, 'LICENSE'));

let sums = await sumsOf(output);
if (values.url !== undefined) {
  const { version } = lock;
  const artefacts = { version, url: values.url.replace(/\/$/, ''), sums, targets: chosen };
  await writeFile(join(output, 'krew.yaml'), `${JSON.stringify(krewManifest(artefacts), null, 2)}\n`);
  await writeFile(join(output, 'aeraki.rb'), homebrewFormula(artefacts));
  await writeFile(join(output, 'flake.nix'), nixFlake(artefacts));
  sums = await sumsOf(output);
}
const lines = [...sums].map(([name, sum]) => `${sum}  ${name}\n`);
await writeFile(join(output, 'SHA256SUMS'), lines.join(''));
process.stdout.write(`Written to dist/release: ${sums.size} files and SHA256SUMS.\n`);

async function sumsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const result = new Map<string, string>();
  const entries = await readdir(folder, { withFileTypes: true });
  for (const name of entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    result.set(name, hash.digest('hex'));
  }
  return result;
}
