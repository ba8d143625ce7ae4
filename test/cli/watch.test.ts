import assert from 'node:assert/strict';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { built, folder, root, run } from './program.js';
import { Watching } from './watching.js';

describe('translate --watch', () => {
  let place: { path: string; remove: () => void };
  let watching: Watching | undefined;

  before(async function () {
    this.timeout(120_000);
    await built();
  });
  afterEach(() => {
    watching?.child.kill('SIGKILL');
    place?.remove();
  });

  it('translates again after a change, an atomic replacement, a new file, and keeps files while one is broken', async function () {
    this.timeout(120_000);
    const example = await readFile(join(root, 'examples', 'dubbo.yaml'), 'utf8');
    place = await folder({ 'in/a.yaml': example });
    const input = join(place.path, 'in');
    const out = join(place.path, 'out');
    watching = new Watching(['translate', input, '--output-dir', out, '--watch']);
    await watching.until(/3 files, 3 written, 0 removed\./);

    await writeFile(
      join(input, 'a.yaml'),
      example.replace('weight: 90', 'weight: 80').replace('weight: 10', 'weight: 20'),
    );
    await watching.until(/Changed: .*a\.yaml[\s\S]*3 files, 1 written, 0 removed\./);

    await writeFile(join(input, 'a.new'), example);
    await rename(join(input, 'a.new'), join(input, 'a.yaml'));
    await watching.until(/3 files, 1 written, 0 removed\./);

    await writeFile(join(input, 'a.yaml'), 'a: [\n');
    await watching.until(/AER0004[\s\S]*left as they are/);
    assert.match(await readFile(join(out, '.aeraki-manifest'), 'utf8'), /orders\.shop/);

    await writeFile(join(input, 'a.yaml'), example);
    await writeFile(
      join(input, 'b.yaml'),
      example.replaceAll('orders', 'bills').replace('240.240.0.10', '240.240.0.11'),
    );
    await watching.until(/6 files, 3 written, 0 removed\./);
  });

  it('shows what changed, --watch=full all of it, and knows no other value', async function () {
    this.timeout(120_000);
    const example = await readFile(join(root, 'examples', 'dubbo.yaml'), 'utf8');
    place = await folder({ 'a.yaml': example });
    const file = join(place.path, 'a.yaml');
    watching = new Watching(['translate', place.path, '-o', 'name', '--to', 'envoyfilter,rds', '--watch']);
    await watching.until(/envoyfilter[\s\S]*orders[\s\S]*route/);
    await writeFile(file, example.replace('weight: 90', 'weight: 80').replace('weight: 10', 'weight: 20'));
    const change = await watching.until(/Changed: [\s\S]*orders/);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.doesNotMatch(change + watching.text, /^envoyfilter/m);
    const { code, stderr } = await run(['validate', place.path, '--watch=some']);
    assert.strictEqual(code, 64);
    assert.match(stderr, /--watch=full/);
  });

  it('ends by a signal', async () => {
    place = await folder({ 'a.yaml': '' });
    watching = new Watching(['translate', place.path, '-o', 'name', '--watch']);
    const ended = new Promise((resolve) => watching?.child.on('close', (code, signal) => resolve(signal ?? code)));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    watching.child.kill('SIGTERM');
    assert.strictEqual(await ended, 'SIGTERM');
  });
});

describe('validate --watch', () => {
  let place: { path: string; remove: () => void };
  let watching: Watching | undefined;

  before(async function () {
    this.timeout(120_000);
    await built();
  });
  afterEach(() => {
    watching?.child.kill('SIGKILL');
    place?.remove();
  });

  it('judges again after a change of an input or of what is only known', async function () {
    this.timeout(120_000);
    const host = 'a.shop.svc.cluster.local';
    const router = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata: {name: m, namespace: shop}
spec: {hosts: [${host}], routes: [{route: [{destination: {host: ${host}}}]}]}
`;
    const service = `apiVersion: v1
kind: Service
metadata: {name: a, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {app: a}, ports: [{name: tcp-metaprotocol-dubbo, port: 20880}]}
`;
    place = await folder({ 'in/m.yaml': router, 'tree/none.yaml': '' });
    watching = new Watching([
      'validate',
      join(place.path, 'in'),
      '--context-path',
      join(place.path, 'tree'),
      '--watch',
    ]);
    await watching.until(/AER0301[\s\S]*1 valid, 0 invalid/);

    await writeFile(join(place.path, 'tree', 's.yaml'), service);
    await watching.until(/Changed: .*s\.yaml[\s\S]*0 errors, 0 warnings/);

    await writeFile(join(place.path, 'in', 'm.yaml'), router.replace('routes', 'rotues'));
    const broken = await watching.until(
      /^(?=[\s\S]*Changed: .*m\.yaml)(?=[\s\S]*\[AER0101\][^\n]*\n)(?=[\s\S]*0 valid, 1 invalid)/,
    );
    assert.match(broken, /^\+ Error \[AER0101\]/m);

    await writeFile(join(place.path, 'in', 'm.yaml'), `# said\n${router}`);
    const mended = await watching.until(
      /^(?=[\s\S]*Changed: .*m\.yaml)(?=[\s\S]*\[AER0101\][^\n]*\n)(?=[\s\S]*1 valid, 0 invalid)/,
    );
    assert.match(mended, /^- Error \[AER0101\]/m);
    assert.doesNotMatch(mended, /^\+/m);
  });
});
