import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import { exitCodeOf } from '../../src/diagnostics/exit-code.js';
import { load } from '../../src/load/load.js';
import type { Loaded, LoadOptions } from '../../src/load/loaded.js';

const secret = (name: string): string => `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}}\n`;

describe('load: files, directories and stdin', () => {
  let directory: string;
  let working: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'aeraki-load-'));
    working = process.cwd();
    process.chdir(directory);
  });
  afterEach(() => {
    process.chdir(working);
    rmSync(directory, { recursive: true, force: true });
  });

  function write(path: string, text: string | Uint8Array): void {
    mkdirSync(join(directory, path, '..'), { recursive: true });
    writeFileSync(join(directory, path), text);
  }

  function run(paths: readonly string[], options: Partial<LoadOptions> = {}): Promise<Loaded> {
    return load(paths, { namespace: 'default', exclude: [], ...options });
  }

  function names({ resources }: Loaded): readonly string[] {
    return resources.map(({ name, source }) => `${name} ${source.file}`);
  }

  function told(loaded: Loaded): readonly string[] {
    return diagnose(loaded.findings, loaded.locate).map(
      ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`,
    );
  }

  it('recurses in sorted order over .yaml, .yml and .json, and takes a named file whatever it is called', async () => {
    for (const path of ['r/b.yaml', 'r/a/z.yml', 'r/a.json', 'r/B.yaml', 'r/readme.md', 'r/.hidden/h.yaml', 'x.tmpl']) {
      write(
        path,
        path.endsWith('.json')
          ? '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"j"}}'
          : secret(path.replace(/\W/g, '-').toLowerCase()),
      );
    }
    const loaded = await run(['x.tmpl', './r/']);
    deepStrictEqual(names(loaded), [
      'x-tmpl x.tmpl',
      'r--hidden-h-yaml r/.hidden/h.yaml',
      'r-b-yaml r/B.yaml',
      'r-a-z-yml r/a/z.yml',
      'j r/a.json',
    ]);
    deepStrictEqual(told(loaded), ['AER0013 r/b.yaml:3:18']);
    strictEqual(loaded.files, 6);
    deepStrictEqual(loaded.paths, [
      'x.tmpl',
      './r/',
      'r/.hidden',
      'r/.hidden/h.yaml',
      'r/B.yaml',
      'r/a',
      'r/a/z.yml',
      'r/a.json',
      'r/b.yaml',
    ]);
  });

  it('leaves out what --exclude names, by path below the directory or by name', async () => {
    for (const path of ['r/keep.yaml', 'r/templates/t.yaml', 'r/sub/old.tmp.yaml', 'r/sub/templates/u.yaml'])
      write(path, secret('s'));
    deepStrictEqual((await run(['r'], { exclude: ['templates/**', '*.tmp.yaml', './sub/templates/'] })).paths, [
      'r',
      'r/keep.yaml',
      'r/sub',
    ]);
    deepStrictEqual((await run(['r/keep.yaml'], { exclude: ['keep.yaml'] })).files, 1);
  });

  it('reads nothing twice: named again, inside a named directory, by a link or a hard link, links in a circle', async () => {
    write('r/a.yaml', secret('a'));
    symlinkSync('a.yaml', 'r/b.yaml');
    linkSync('r/a.yaml', 'r/c.yaml');
    symlinkSync('..', 'r/loop');
    mkdirSync('r/data');
    write('r/data/d.yaml', secret('d'));
    symlinkSync('data', 'r/link');
    const loaded = await run(['r', 'r/a.yaml', 'r', '.']);
    deepStrictEqual(names(loaded), ['a r/a.yaml', 'd r/data/d.yaml']);
    deepStrictEqual(loaded.findings, []);
  });

  it('follows no link out of the given paths, and says so', async () => {
    write('outside/secret.yaml', secret('outside'));
    write('r/a.yaml', secret('a'));
    symlinkSync('../outside/secret.yaml', 'r/b.yaml');
    symlinkSync('../outside', 'r/c');
    symlinkSync('nowhere', 'r/d.yaml');
    const loaded = await run(['r']);
    deepStrictEqual(names(loaded), ['a r/a.yaml']);
    deepStrictEqual(told(loaded), [
      'AER0020 r/b.yaml:undefined:undefined',
      'AER0020 r/c:undefined:undefined',
      'AER0001 r/d.yaml:undefined:undefined',
    ]);
    deepStrictEqual(names(await run(['r/b.yaml'])), ['outside r/b.yaml']);
  });

  it('goes on after a path that is not there, a broken file and a file that is no text', async () => {
    write('bad.yaml', 'a: b: c\n');
    write('good.yaml', secret('good'));
    write('latin.yaml', Buffer.from('# ok \u00e4\napiVersion: v\u00e9', 'latin1'));
    write('utf16.yaml', Buffer.from('\ufeffa: b', 'utf16le'));
    const loaded = await run(['nope', 'bad.yaml/x', 'bad.yaml', 'latin.yaml', 'utf16.yaml', 'good.yaml']);
    deepStrictEqual(names(loaded), ['good good.yaml']);
    deepStrictEqual(told(loaded), [
      'AER0004 bad.yaml:1:4',
      'AER0002 bad.yaml/x:undefined:undefined',
      'AER0003 latin.yaml:1:6',
      'AER0002 nope:undefined:undefined',
      'AER0003 utf16.yaml:1:1',
    ]);
    deepStrictEqual(
      loaded.documents.map(({ status }) => status),
      ['invalid', 'invalid', 'invalid', 'resource'],
    );
    strictEqual(exitCodeOf(diagnose(loaded.findings)), 65);
  });

  it('reads UTF-8 with a BOM, CRLF and characters of two units, and counts columns in units', async () => {
    write('bom.yaml', `\ufeff${secret('bom').replaceAll('\n', '\r\n')}a: "\u{1f600}"\r\nb: {😀: y, c: 1, c: 2}\r\n`);
    deepStrictEqual(told(await run(['bom.yaml'])), ['AER0005 bom.yaml:5:18']);
  });

  it('reads stdin once, where it is named', async () => {
    let reads = 0;
    const stdin = async (): Promise<Uint8Array> => {
      reads += 1;
      return Buffer.from(`${secret('in')}---\na: [`);
    };
    const loaded = await run(['-', '-'], { stdin });
    deepStrictEqual([names(loaded), told(loaded), reads], [['in <stdin>'], ['AER0004 <stdin>:5:5'], 1]);
    const failing = await run(['-'], { stdin: () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' })) });
    deepStrictEqual(told(failing), ['AER0001 <stdin>:undefined:undefined']);
  });

  it('reports a directory and a file without permission', async () => {
    write('r/shut/a.yaml', secret('a'));
    write('r/shut.yaml', secret('b'));
    write('r/open.yaml', secret('c'));
    chmodSync('r/shut', 0);
    chmodSync('r/shut.yaml', 0);
    chmodSync(directory, 0o755);
    // Nothing is shut to root, so as root this runs as nobody.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    try {
      const loaded = await run(['r']);
      deepStrictEqual(names(loaded), ['c r/open.yaml']);
      deepStrictEqual(told(loaded), ['AER0001 r/shut:undefined:undefined', 'AER0001 r/shut.yaml:undefined:undefined']);
      ok(loaded.findings.every(({ message }) => message.includes('permission denied')));
      strictEqual(exitCodeOf(diagnose(loaded.findings)), 65);
    } finally {
      if (root) process.seteuid?.(0);
      chmodSync('r/shut', 0o755);
    }
  });

  it('passes over a pipe and a socket in a directory, and reads a pipe that is named', async () => {
    write('r/a.yaml', secret('a'));
    execFileSync('mkfifo', ['r/pipe.yaml']);
    const server = createServer().listen(join(directory, 'r/socket.yaml'));
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const loaded = await run(['r']);
      deepStrictEqual(
        [names(loaded), told(loaded)],
        [['a r/a.yaml'], ['AER0019 r/pipe.yaml:undefined:undefined', 'AER0019 r/socket.yaml:undefined:undefined']],
      );
      const writer = spawn('sh', ['-c', 'printf "%s" "$0" > r/pipe.yaml', secret('piped')]);
      deepStrictEqual(names(await run(['r/pipe.yaml'])), ['piped r/pipe.yaml']);
      if (writer.exitCode === null) await new Promise((resolve) => writer.once('exit', resolve));
    } finally {
      server.close();
    }
  });

  it('reads a file that is written meanwhile as a whole or not at all', async function () {
    this.timeout(120_000);
    write('growing.yaml', '');
    const script = `const fs = require('node:fs'); const end = Date.now() + 1500; let n = 0;
      while (Date.now() < end) fs.appendFileSync('growing.yaml', '---\\napiVersion: v1\\nkind: Secret\\nmetadata: {name: n' + n++ + '}\\n');`;
    const writer = spawn(process.execPath, ['-e', script]);
    const done = new Promise((resolve) => writer.once('exit', resolve));
    const seen = new Set<string>();
    while (writer.exitCode === null) {
      const { findings, resources } = await run(['growing.yaml']);
      for (const { code } of findings) seen.add(code);
      if (findings.length > 0) deepStrictEqual(resources, []);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await done;
    deepStrictEqual(
      [...seen].filter((code) => code !== 'AER0017'),
      [],
    );
    ok((await run(['growing.yaml'])).resources.length > 0);
  });

  it('goes on where files vanish and come while a directory is read', async () => {
    for (let index = 0; index < 200; index += 1) write(`r/${index}.yaml`, secret(`s${index}`));
    const script = `const fs = require('node:fs'); const end = Date.now() + 1000;
      while (Date.now() < end) for (let i = 0; i < 200; i += 2) { try { fs.unlinkSync('r/' + i + '.yaml'); } catch {} fs.writeFileSync('r/' + i + '.yaml', 'apiVersion: v1\\nkind: Secret\\nmetadata: {name: s' + i + '}\\n'); }`;
    const writer = spawn(process.execPath, ['-e', script]);
    while (writer.exitCode === null) {
      const loaded = await run(['r']);
      ok(loaded.resources.length >= 100, 'those that nobody touches are all there');
      for (const { code } of loaded.findings) ok(['AER0001', 'AER0017'].includes(code), code);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    appendFileSync('r/0.yaml', '');
    strictEqual((await run(['r'])).resources.length, 200);
  });
});
