// `npm install` of a git checkout, as pre-commit makes one, has to end in a program that runs: npm runs `prepare` there,
// and `prepack` when it publishes. Without the development packages (`--omit=dev`) there is nothing to build with.
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { spawnSync } = require('node:child_process');

const root = join(__dirname, '..');
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
if (existsSync(tsx)) {
  const { status } = spawnSync(process.execPath, [tsx, join(root, 'script', 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
