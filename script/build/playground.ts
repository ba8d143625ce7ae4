import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { withoutExplanations } from './without-explanations.js';

/**
 * The playground as files that any server can serve (or none): the pure stages of the program for the browser, and the
 * editor as a file of its own, which is loaded when the answers are there.
 */
export async function buildPlayground(root: string): Promise<void> {
  const folder = join(root, 'dist', 'playground');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(root, 'playground', 'page.ts')],
    absWorkingDir: root,
    bundle: true,
    outdir: folder,
    format: 'esm',
    splitting: true,
    platform: 'browser',
    target: 'es2022',
    minify: true,
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    loader: { '.yaml': 'text' },
    define: { AERAKI_VERSION: JSON.stringify(version) },
    // The few things that pure stages take from Node.
    alias: {
      'node:path': './playground/shims/path.ts',
      'node:crypto': './playground/shims/crypto.ts',
      'node:zlib': './playground/shims/zlib.ts',
    },
    plugins: [withoutExplanations],
    inject: ['./playground/shims/buffer.ts'],
  });
  for (const name of ['index.html', 'playground.css'])
    await copyFile(join(root, 'playground', name), join(folder, name));
}
