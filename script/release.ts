/**
 * `npm run release [-- --only linux-x64,win-x64]`: the single programs in dist/release, with their checksums, the bill of
 * materials and the licences. Two runs of the same commit give the same bytes, but for what V8 compiles ahead.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Lockfile, sbom } from './release/sbom.js';
import { buildSingle } from './release/single.js';
import { nodeVersion, targets } from './release/targets.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const { values } = parseArgs({ options: { only: { type: 'string' } } });
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
for (const target of targets.filter(({ name }) => wanted?.includes(name) ?? true)) {
  const file = await buildSingle(root, target, output);
  const { size } = await stat(file);
  process.stdout.write(`${target.name}: ${(size / 1e6).toFixed(0)} MB\n`);
}
const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
const meta = JSON.parse(await readFile(join(root, 'dist', 'meta.json'), 'utf8')) as { inputs: Record<string, unknown> };
const bundled = new Set(
  Object.keys(meta.inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
);
await writeFile(join(output, 'aeraki.cdx.json'), `${JSON.stringify(sbom(lock, bundled, nodeVersion), null, 2)}\n`);
await copyFile(join(root, 'dist', 'third-party-licences.txt'), join(output, 'third-party-licences.txt'));
await copyFile(join(root, 'LICENSE'), join(output, 'LICENSE'));

const sums: string[] = [];
for (const name of (await readdir(output)).sort()) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(output, name)), hash);
  sums.push(`${hash.digest('hex')}  ${name}\n`);
}
await writeFile(join(output, 'SHA256SUMS'), sums.join(''));
process.stdout.write(`Written to dist/release: ${sums.length} files and SHA256SUMS.\n`);
