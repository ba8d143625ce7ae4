/** `npm run build`: bundle, manifest, code cache. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build/bundle.js';
import { writeCodeCache } from './build/code-cache.js';
import { writeLicences } from './build/licences.js';
import { writeManifest } from './build/manifest.js';
import { buildPlayground } from './build/playground.js';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const chunks = await bundle(root);
await writeManifest(root);
await writeLicences(root);
await buildPlayground(root);
await writeCodeCache(root, [
  ['--help'],
  ['translate', '--help'],
  ['translate', 'examples/dubbo.yaml'],
  ['translate', '--fixd'],
  ['nonsense'],
]);
// What the tests compare the sources' age with.
await writeFile(join(root, 'dist', 'built'), '');
process.stdout.write(`Built ${chunks.length} chunks in dist/chunks.\n`);
