import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSingle } from '../../../script/release/single.js';
import { targets } from '../../../script/release/targets.js';
import { built, folder, root, run as runProgram } from '../../cli/program.js';
import { requirePart, skipOutLoud } from '../parts/require-part.js';

const run = promisify(execFile);
/** Where Debian has the libraries of arm64 for a machine of another kind. */
const libraries = '/usr/aarch64-linux-gnu/lib';

describe('the single program for arm64', function () {
  this.timeout(400_000);

  it('does in an empty root, on an emulated processor, what the package does here', async function () {
    const qemu = requirePart(this, 'qemu-arm64');
    requirePart(this, 'node-single');
    if (process.getuid?.() !== 0) skipOutLoud(this, 'chroot wants root');
    const target = targets.find(({ name }) => name === 'linux-arm64');
    assert.ok(target);
    await built();
    const place = await folder();
    try {
      const program = await buildSingle(root, target, place.path);
      const put = (from: string, to: string) => {
        mkdirSync(join(place.path, to, '..'), { recursive: true });
        cpSync(from, join(place.path, to), { dereference: true });
      };
      const names = ['ld-linux-aarch64.so.1', 'libc.so.6', 'libm.so.6', 'libdl.so.2', 'libpthread.so.0'];
      // All that the program may want of a system, as docs/installing.md says it.
      for (const name of [...names, 'libstdc++.so.6', 'libgcc_s.so.1', 'libatomic.so.1'])
        put(join(libraries, name), `lib/${name}`);
      put(qemu, 'qemu');
      put(join(root, 'examples', 'dubbo.yaml'), 'w/dubbo.yaml');
      const inside = `/${program.slice(place.path.length + 1)}`;
      for (const args of [['--version'], ['translate', 'w/dubbo.yaml'], ['validate', 'w/dubbo.yaml', '-o', 'json']]) {
        const there = await run('chroot', [
          place.path,
          '/qemu',
          inside,
          ...args.map((each) => each.replace('w/', '/w/')),
        ]);
        const here = await runProgram(args, { cwd: place.path });
        assert.equal(there.stdout.replaceAll('/w/', 'w/'), here.stdout, args.join(' '));
      }
    } finally {
      place.remove();
    }
  });
});
