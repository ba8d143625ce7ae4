/** `npm run build`: bundle, manifest, code cache. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './build/bundle.js';
import { writeCodeCache } from './build/code-cache.js';
import { writeLicences } from './build/licences.js';
import { writeManifest } from './build/manifest.js';
import { buildPlayground } from './build/playground.js';

const withMistakes = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata:
  name: orders
  namespace: shop
spec:
  hosts: [orders.shop.svc.cluster.local]
  routes:
  - name: one
    mach: {attributes: {method: {exact: pay}}}
    route:
    - destination: {host: orders.shop.svc.cluster.local, port: {number: "80"}}
`;
const root = join(fileURLToPath(import.meta.url), '..', '..');
const chunks = await bundle(root);
await writeManifest(root);
await writeLicences(root);
await buildPlayground(root);
const folder = await mkdtemp(join(tmpdir(), 'aeraki-build-'));
try {
  // A run that finds mistakes calls what one without does not: suggestions, the parser with positions, the text of each.
  const broken = join(folder, 'broken.yaml');
  await writeFile(broken, withMistakes);
  await writeCodeCache(root, [
    ['--help'],
    ['translate', '--help'],
    ['translate', 'examples/dubbo.yaml'],
    ['translate', '--fixd'],
    ['validate', 'examples/dubbo.yaml'],
    ['validate', broken],
    ['nonsense'],
  ]);
} finally {
  await rm(folder, { recursive: true });
}
// What the tests compare the sources' age with.
await writeFile(join(root, 'dist', 'built'), '');
process.stdout.write(`Built ${chunks.length} chunks in dist/chunks.\n`);
