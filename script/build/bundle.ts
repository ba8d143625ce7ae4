import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { glob } from './glob.js';
import { lazyOclif, lazyPackages } from './lazy.js';
import { leftOut, withoutSpinner } from './left-out.js';

/** Ids of the commands by their files: `commands/rds/serve.ts` → `rds:serve`. */
export async function commandFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const files = await glob(join(root, 'commands'), /\.ts$/);
  return new Map(
    files.map((file) => [relative(join(root, 'commands'), file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, ':'), file]),
  );
}

/**
 * Bundles everything into `dist/chunks`: one CommonJS file for the start and one for each dynamic import, so that a
 * command reads only what it needs. esbuild splits only ES modules; each chunk is turned into CommonJS afterwards,
 * because V8 takes a code cache for scripts, and Node starts them faster (docs/adr/0020).
 */
export async function bundle(root: string): Promise<readonly string[]> {
  const folder = join(root, 'dist', 'chunks');
  const commands = await commandFiles(root);
  const loaders = [...commands].map(([id, file]) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(file)}),`);
  const entry = `
    import { main as run } from ${JSON.stringify(join(root, 'src/command/shell/main.ts'))};
    const loaders = {\n${loaders.join('\n')}\n};
    export const main = (name, argv, root) => run(argv, { loaders, root, name });
    export { loaders };
    export { outputFailed } from ${JSON.stringify(join(root, 'src/command/shell/output-failed.ts'))};
  `;
  const result = await build({
    stdin: { contents: entry, resolveDir: root, sourcefile: 'main.ts', loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: folder,
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    entryNames: 'main',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    external: ['typescript'],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [
      leftOut,
      withoutSpinner,
      lazyOclif,
      lazyPackages([
        'yaml',
        'picomatch',
        'string-width',
        'chalk',
        'node:crypto',
        'node:net',
        'node:os',
        'node:fs/promises',
      ]),
    ],
  });
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names = [];
  for (const file of result.outputFiles) {
    const name = basename(file.path)
      .replace(/^stdin\./, 'main.')
      .replace(/\.mjs$/, '.js');
    const { code } = await transform(file.text.replaceAll(/(["'])(\.\/[^"']+)\.mjs\1/g, '$1$2$1'), {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minifyWhitespace: true,
      supported: { 'dynamic-import': false },
    });
    // Wrapped here and not by the loader, which would have to copy all of it.
    await writeFile(join(folder, name), `(function(exports,require,module,__filename,__dirname){${code}\n})`);
    names.push(name);
  }
  await writeFile(join(root, 'dist', 'meta.json'), JSON.stringify(result.metafile));
  return names;
}
