import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Command } from '@oclif/core';
import { makeManifest } from '../../script/build/manifest.js';
import { bin, built, cleanEnvironment, folder, root } from './program.js';

/** Examples that need what a test of the command line has not: a cluster, a proxy, a server that goes on. */
const elsewhere =
  /--context|--all-namespaces|\s-A\b|--admin-address|--server|--watch|\bserve\b|\bproxy\b|\bpod\b|--base|\.ns\b|productpage|deploy(ment)?\/|--lookup-addresses|xds|\blab\b(?!.*--for)/;

describe('the examples of --help', () => {
  let tools: { path: string; remove: () => void };
  let work: { path: string; remove: () => void };
  let list: readonly (readonly [id: string, line: string])[];

  before(async function () {
    this.timeout(120_000);
    await built();
    tools = await folder();
    writeFileSync(join(tools.path, 'aeraki'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
    chmodSync(join(tools.path, 'aeraki'), 0o755);
    work = await folder();
    await cp(join(root, 'examples'), join(work.path, 'examples'), { recursive: true });
    const manifest = await makeManifest(root);
    list = Object.values(manifest.commands as Record<string, Command.Cached>).flatMap((command) =>
      [command.examples ?? []].flat().flatMap((example) => {
        const text = typeof example === 'string' ? example : example.command;
        return text
          .replaceAll('<%= config.bin %>', 'aeraki')
          .replaceAll('<%= command.id %>', command.id.replaceAll(':', ' '))
          .split('\n')
          .map((line) => line.trim().replace(/^\$ /, ''))
          .filter((line) => line.includes('aeraki '))
          .map((line): readonly [string, string] => [command.id, line]);
      }),
    );
  });
  after(() => {
    tools.remove();
    work.remove();
  });

  it('run', async function () {
    this.timeout(180_000);
    const failed: string[] = [];
    let ran = 0;
    for (const [id, line] of list) {
      if (elsewhere.test(line)) continue;
      ran++;
      await promisify(execFile)('bash', ['-c', line], {
        cwd: work.path,
        env: cleanEnvironment({ PATH: `${tools.path}${delimiter}${process.env.PATH ?? ''}` }),
        timeout: 60_000,
      }).catch((error: { code: number; stderr: string }) => {
        // A check may say no; it must not fail or be misused.
        if (error.code !== 79) failed.push(`${id}: ${line}\n  exit ${error.code}: ${error.stderr.trim()}`);
      });
    }
    assert.deepStrictEqual(failed, []);
    assert.ok(ran >= 8, `only ${ran} examples ran`);
  });
});
