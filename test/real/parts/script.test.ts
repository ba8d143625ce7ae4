import { deepStrictEqual, doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { partNames } from './cache.js';
import { temporaryFolder } from './place.js';

const script = fileURLToPath(new URL('../../../script/real-parts.sh', import.meta.url));
const run = (...args: readonly string[]) => spawnSync('bash', [script, ...args], { encoding: 'utf8' });

describe('script/real-parts.sh', () => {
  it('lists the parts that tests ask for', () => {
    const { status, stdout } = run('--list');
    strictEqual(status, 0);
    deepStrictEqual(stdout.trim().split('\n').sort(), [...partNames].sort());
  });

  it('refuses a name that it does not know, and names those that it does', () => {
    const { status, stderr } = run('envoi');
    strictEqual(status, 64);
    match(stderr, /no part is called envoi; there are: envoy apiserver/);
  });

  describe('on a bare machine', () => {
    let place: { path: string; remove(): Promise<void> };
    let bin: string;
    /** What every Debian has, and none of the parts. */
    const tools = [
      'bash',
      'sh',
      'cat',
      'cut',
      'dirname',
      'find',
      'sed',
      'sha256sum',
      'sort',
      'timeout',
      'xargs',
      'env',
      'id',
    ];

    beforeEach(async () => {
      place = await temporaryFolder('bare');
      bin = join(place.path, 'bin');
      mkdirSync(bin);
      for (const tool of tools) {
        const { stdout } = spawnSync('bash', ['-c', `type -P ${tool}`], { encoding: 'utf8' });
        symlinkSync(stdout.trim(), join(bin, tool));
      }
    });
    afterEach(() => place.remove());

    /** The script with nothing of this machine but those tools. */
    const dry = (...args: readonly string[]) =>
      spawnSync(join(bin, 'bash'), [script, '--dry-run', ...args], {
        encoding: 'utf8',
        env: { PATH: bin, HOME: place.path, XDG_CACHE_HOME: join(place.path, 'cache'), ZOOKEEPER_HOME: place.path },
      });
    const program = (name: string, text: string): void => {
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(bin, name), 0o755);
    };

    it('says of each part that it would get it, and how', () => {
      const { status, stdout, stderr } = dry();
      deepStrictEqual({ status, stderr }, { status: 0, stderr: '' });
      doesNotMatch(stdout, /is here/);
      const lines = stdout.trim().split('\n');
      strictEqual(lines.length, partNames.length);
      const packages = {
        etcd: 'etcd-server',
        redis: 'redis-server',
        zookeeper: 'zookeeper default-jre-headless',
        chromium: 'chromium',
        zsh: 'zsh',
        openssl: 'openssl',
        kubectl: 'kubernetes-client',
        prometheus: 'prometheus',
      };
      for (const [part, names] of Object.entries(packages))
        match(stdout, new RegExp(`^real-parts: would install ${part} from Debian packages: ${names}$`, 'm'));
      for (const built of ['kube-apiserver', 'istiod', 'trpc-go', 'ratelimit'])
        match(stdout, new RegExp(`^real-parts: would build ${built} \\S+ with Go`, 'm'));
      for (const fetched of ['envoy', 'dubbo-java', 'brpc-java', 'node-22', 'node-24', 'node-26'])
        match(stdout, new RegExp(`^real-parts: would fetch ${fetched} `, 'm'));
    });

    it('takes no program for one that is here unless it starts', () => {
      program('zsh', 'exit 0');
      program('etcd', 'exit 1');
      program('openssl', 'exec /nowhere/openssl');
      const { stdout } = dry('zsh', 'etcd', 'openssl', 'kubectl');
      match(stdout, new RegExp(`^real-parts: zsh is here: ${bin}/zsh$`, 'm'));
      for (const part of ['etcd', 'openssl']) {
        match(stdout, new RegExp(`^real-parts: ${part} is on the disk \\(${bin}/${part}\\) and does not start$`, 'm'));
        match(stdout, new RegExp(`^real-parts: would install ${part} `, 'm'));
      }
      match(stdout, /^real-parts: would install kubectl /m);
    });

    it('has no function that is called as a program is', () => {
      const functions = [...readFileSync(script, 'utf8').matchAll(/^([\w-]+)\(\)/gm)].map(([, name = '']) => name);
      strictEqual(functions.includes('get_zsh'), true);
      const programs = functions.filter((name) => spawnSync('bash', ['-c', `type -P ${name}`]).status === 0);
      deepStrictEqual(
        [...programs, ...functions.filter((name) => (partNames as readonly string[]).includes(name))],
        [],
      );
    });
  });
});
