import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, folder, run } from '../cli/program.js';

const head = (name: string): string =>
  `apiVersion: metaprotocol.aeraki.io/v1alpha1\nkind: MetaRouter\nmetadata: {name: ${name}, namespace: shop}\nspec:\n`;

describe('validate --fix', function () {
  this.timeout(180_000);
  before(() => built());

  async function fix(
    text: string,
    name = 'a.yaml',
  ): Promise<{ readonly after: string; readonly stdout: string; readonly code: number | null }> {
    const place = await folder({ [name]: text });
    try {
      const { stdout, code } = await run(['validate', '--layers', 'schema,webhook', '--fix', name], {
        cwd: place.path,
      });
      return { after: readFileSync(join(place.path, name), 'utf8'), stdout, code };
    } finally {
      place.remove();
    }
  }

  it('corrects misspelt fields, also below each other, and keeps comments, quotes and layout', async () => {
    const before = `# about it\r\n${head('m').replaceAll('\n', '\r\n')}  hosts: [a.b]  # one\r\n  'rotues':\r\n    - "nmae": x   # why\r\n      route: [{destinaton: {host: a.b}}]\r\n`;
    const { after, stdout, code } = await fix(before);
    assert.equal(
      after,
      before.replace("'rotues'", "'routes'").replace('"nmae"', '"name"').replace('destinaton', 'destination'),
    );
    assert.equal(code, 0);
    assert.match(stdout, /^--- a\.yaml\n\+\+\+ a\.yaml\n@@ /);
    assert.match(stdout, /^-\s+'rotues':$/m);
    assert.match(stdout, /^\+\s+'routes':$/m);
  });

  it('halves weights that make twice 100', async () => {
    const before = `${head('m')}  hosts: [a.b]\n  routes:\n    - route:\n        - {destination: {host: a.b}, weight: 150} # most\n        - {destination: {host: a.b}, weight: 50}\n`;
    const { after } = await fix(before);
    assert.equal(after, before.replace('150', '75').replace('weight: 50', 'weight: 25'));
  });

  it('writes deprecated spellings anew, in JSON too', async () => {
    const object = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: { name: 'd' },
      spec: { host: 'h', trafficPolicy: { loadBalancer: { simple: 'LEAST_CONN', warmupDurationSecs: '5s' } } },
    };
    const { after } = await fix(JSON.stringify(object, undefined, 2), 'a.json');
    const loadBalancer = { simple: 'LEAST_REQUEST', warmup: { duration: '5s' } };
    assert.deepStrictEqual(JSON.parse(after), { ...object, spec: { host: 'h', trafficPolicy: { loadBalancer } } });
  });

  const kept: readonly (readonly [string, string])[] = [
    [
      'weights that do not divide',
      '  hosts: [a.b]\n  routes:\n    - route:\n        - {destination: {host: a.b}, weight: 151}\n        - {destination: {host: a.b}, weight: 49}\n',
    ],
    ['a field whose right name is there already', '  hosts: [a.b]\n  host: [a.b]\n'],
    ['a value that does not fit', '  host: a.b\n'],
    ['a field with no candidate', '  hosts: [a.b]\n  somethingElse: 1\n'],
    ['two fields that would become one', '  hostss: [a.b]\n  hots: [a.b]\n'],
  ];
  for (const [what, spec] of kept) {
    it(`leaves ${what}`, async () => {
      const before = head('m') + spec;
      const { after, code } = await fix(before);
      assert.equal(after, before);
      assert.equal(code, 79);
    });
  }

  it('leaves what is suppressed, and touches nothing without --fix', async () => {
    const text = `${head('m').replace('namespace: shop', 'namespace: shop, annotations: {aeraki.io/suppress: AER0101}')}  hosts: [a.b]\n  rotues: []\n  localRateLimit: {tokenBucket: {fillInterval: 1s, maxTokens: 1, tokensPerFill: 1}}\n`;
    assert.equal((await fix(text)).after, text);
    const place = await folder({ 'a.yaml': text });
    writeFileSync(join(place.path, 'a.yaml'), `${head('m')}  rotues: []\n`);
    await run(['validate', 'a.yaml'], { cwd: place.path });
    assert.equal(readFileSync(join(place.path, 'a.yaml'), 'utf8'), `${head('m')}  rotues: []\n`);
    place.remove();
  });
});
