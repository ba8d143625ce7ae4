import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Lets V8 compile the chunks as typical runs use them, and keeps the result beside each chunk. One process runs all of
 * `runs`, then asks for the code, so that the functions that were called are in it.
 */
export async function writeCodeCache(root: string, runs: readonly (readonly string[])[]): Promise<void> {
  const program = `
    const { loaded, start } = require(${JSON.stringify(join(root, 'bin', 'chunks.js'))});
    const fs = require('node:fs');
    const path = require('node:path');
    const quiet = (...args) => { args.find((arg) => typeof arg === 'function')?.(); return true; };
    process.stdout.write = quiet;
    process.stderr.write = quiet;
    (async () => {
      for (const args of ${JSON.stringify(runs)}) await start('aeraki', args);
      for (const [name, { script }] of loaded) {
        fs.writeFileSync(path.join(${JSON.stringify(join(root, 'dist', 'chunks'))}, name + '.cache'), script.createCachedData());
      }
      process.exitCode = 0;
    })();
  `;
  const { NODE_OPTIONS: _options, NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;
  await promisify(execFile)(process.execPath, ['-e', program, '--'], { cwd: root, env });
}
