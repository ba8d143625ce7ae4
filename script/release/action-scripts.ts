import { join } from 'node:path';
import { build } from 'esbuild';

/** The scripts of the Action, each in one file with what it imports, so that the Action of a release installs no packages. */
export async function writeActionScripts(root: string, output: string): Promise<void> {
  await build({
    entryPoints: ['action', 'comment', 'summary'].map((name) => ({
      in: join(root, 'script', `${name}.mjs`),
      out: `aeraki-${name}`,
    })),
    outdir: output,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // picomatch is CommonJS and asks for modules of Node.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
