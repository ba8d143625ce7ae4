import assert from 'node:assert/strict';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { built, root, run } from './program.js';
import { onTerminal } from './pseudo-terminal.js';

const dump = join(root, '..', 'shared', 'dumps', 'istio-sidecar.json');
const sidecar = 'examples/sidecar.dump';
const registry = 'examples/registry/zookeeper.json';
const traffic = ['--access-log', 'examples/traffic/web-1.shop.log'];

/** Runs whose standard output is a table, or lines that are laid out as one. */
const lines: readonly (readonly string[])[] = [
  ['decode', 'examples/dubbo.pcap'],
  ['decode', 'examples/dubbo.pcap', '--rules', 'examples/dubbo.yaml', '--host', 'orders.shop.example.com'],
  ['describe', 'examples/dubbo.yaml', 'examples/payments.yaml'],
  ['describe', 'orders.shop.example.com', 'examples/dubbo.yaml'],
  ['explain', '--list'],
  ['explain', 'AER0013'],
  ['explain', 'MetaRouter.spec.routes'],
  ['schema'],
  ...['all', 'bootstrap', 'clusters', 'ecds', 'endpoints', 'listeners', 'routes', 'secrets'].map((part) => [
    ...['proxy-config', part, '-f', sidecar],
  ]),
  ...['clusters', 'listeners', 'routes'].map((part) => ['pc', part, '-f', dump]),
  ['proxy-status', '-f', sidecar],
  ['registry', 'list', registry],
  ['registry', 'list', registry, '-o', 'wide'],
  ['registry', 'show', 'com.shop.api.OrderService', registry],
  ['sidecar', 'examples/dubbo.yaml', ...traffic, '-o', 'table'],
  ['sidecar', 'examples/dubbo.yaml', ...traffic, '--calls'],
  ['sidecar', 'examples/dubbo.yaml', ...traffic, '--estimate'],
];

/** Parts of a text that a line is never broken in, if one has room for them. */
const parts = (text: string) => text.split(/[\s|,;/.:=_-]+/).filter((part) => part !== '' && part.length < 70);

describe('on a terminal of 80 columns', () => {
  before(async function () {
    this.timeout(180_000);
    await built();
  });

  for (const args of lines) {
    it(`aeraki ${args.map((each) => each.replace(/^.*\/shared/, 'shared')).join(' ')}`, async function () {
      this.timeout(120_000);
      const piped = await run(args);
      assert.match(piped.stdout, /\S/, piped.stderr);
      const { text } = await onTerminal(this, args, { columns: 80 });
      const shown = stripVTControlCharacters(text).split(/\r?\n/);
      assert.deepStrictEqual(
        shown.filter((line) => stringWidth(line) > 80),
        [],
      );
      if (!piped.stdout.includes('…')) assert.ok(!shown.join('\n').includes('…'), 'something is cut');
      const seen = new Set(shown.flatMap(parts));
      assert.deepStrictEqual(
        parts(piped.stdout).filter((part) => !seen.has(part)),
        [],
        'words are broken or lost',
      );
    });
  }
});
