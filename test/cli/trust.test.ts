import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Command } from '@oclif/core';
import { makeManifest } from '../../script/build/manifest.js';
import { DiagnosedError } from '../../src/command/shell/errors.js';
import { readSettingsFile } from '../../src/command/shell/settings-file.js';
import { isOpenToTree, isPathFlag } from '../../src/command/shell/trust.js';
import { folder, root } from './program.js';

/**
 * Every flag that a tree may set, and why it is harmless with whatever value. Whoever opens one more writes down here why
 * it can neither run code, reach a network or a cluster, open a port, write, read outside the tree, nor show secrets.
 */
const open: Readonly<Record<string, string>> = {
  address: 'a text that goes into the result',
  'all-ports': 'chooses what is printed',
  'allocate-addresses': 'chooses what is computed',
  'allow-empty': 'chooses what is said',
  attribute: 'a text that is matched',
  'cluster-domain': 'a text that is compared',
  color: 'colours',
  'context-path': 'a path, held in the tree',
  exclude: 'globs, matched within the paths that are read anyway',
  explain: 'chooses what is printed',
  'failure-threshold': 'the exit code',
  fixed: 'chooses what is computed',
  format: 'how an input is parsed',
  from: 'how an input is parsed',
  host: 'a text that is compared',
  istioNamespace: 'a text that goes into the result',
  kind: 'chooses what is computed',
  keep: 'a text that goes into the result',
  'keep-namespace': 'a text that goes into the result',
  layers: 'chooses what is computed',
  'mesh-config': 'a path, held in the tree',
  'istio-version': 'chooses what is computed',
  'min-count': 'chooses what is computed',
  'min-coverage': 'the exit code',
  namespace: 'a text that goes into the result',
  'namespace-scoped': 'chooses what is computed',
  output: 'the form of the result',
  'output-threshold': 'chooses what is printed',
  'own-namespace': 'chooses what is computed',
  per: 'chooses what is computed',
  placement: 'chooses what is printed',
  port: 'a number that is compared',
  protocol: 'which of the built-in codecs parses, or of those that the command line names',
  'proxy-version': 'chooses what is computed',
  quiet: 'chooses what is printed',
  'root-namespace': 'a text that goes into the result',
  rules: 'a path, held in the tree',
  'schema-only': 'chooses what is computed',
  service: 'a text that is compared',
  'static-routes': 'chooses what is computed',
  suppress: 'chooses what is printed, and the exit code',
  to: 'chooses what is printed',
  verbose: 'chooses what is printed',
};

/** What no tree may ever set, by what it does; a flag of one of these names that is opened is a fault. */
const never =
  /kubeconfig|context$|codec|listen|admin|server|upstream|rds|tls|secret|output-dir|check|fix$|dump|^file|pod|base|watch/;

describe('what a tree may set', function () {
  this.timeout(120_000);
  let surface: readonly Command.Loadable[];
  const flags = (): readonly (readonly [command: string, name: string, flag: Command.Cached['flags'][string]])[] =>
    surface.flatMap(({ id, flags }) =>
      Object.entries(flags).map(([name, flag]) => [id, name, flag] as [string, string, typeof flag]),
    );

  before(async () => {
    surface = Object.values((await makeManifest(root)).commands) as Command.Loadable[];
  });

  it('is the list above, and nothing else of any command', () => {
    const marked = new Set(flags().flatMap(([, name, flag]) => (isOpenToTree(flag) ? [name] : [])));
    assert.deepStrictEqual([...marked].sort(), Object.keys(open).sort());
    assert.ok(flags().length > 150, 'all flags of all commands are looked at');
  });

  it('has no flag that names a program, a server, a port, a place to write or a secret', () => {
    const wrong = flags().filter(
      ([, name, flag]) =>
        isOpenToTree(flag) &&
        (never.test(name) || ('helpValue' in flag && /port|address>|dir|dump/.test(String(flag.helpValue)))),
    );
    assert.deepStrictEqual(
      wrong.map(([command, name]) => `${command} --${name}`),
      [],
    );
    for (const name of ['context-path', 'mesh-config', 'rules']) {
      const definitions = flags().filter(([, other]) => other === name);
      assert.ok(definitions.length > 0 && definitions.every(([, , flag]) => isPathFlag(flag)), name);
    }
  });

  it('each flag of each command, at the top and under its command: taken, or refused with a cure', async () => {
    const place = await folder();
    const { writeFileSync } = await import('node:fs');
    const path = join(place.path, '.aeraki.yaml');
    const codesOf = (text: string, command: string, trust: 'tree' | 'user'): string => {
      writeFileSync(path, text);
      try {
        readSettingsFile({ path, trust }, '/home/me/.config/aeraki/config.yaml', command, surface);
        return '';
      } catch (error) {
        assert.ok(error instanceof DiagnosedError, String(error));
        const [first] = error.diagnostics;
        assert.match(
          first?.message ?? '',
          /on the command line, AERAKI_[A-Z_]+ in the environment, or in your own settings, \/home\/me/,
        );
        return error.diagnostics.map(({ code }) => code).join();
      }
    };
    try {
      for (const [command, name, flag] of flags()) {
        if (surface.find(({ id }) => id === command)?.hidden) continue;
        const value = flag.type === 'boolean' ? 'true' : (flag.options?.[0] ?? '1');
        const nested = command.split(':').reduceRight((inner, word) => `{${word}: ${inner}}`, `{${name}: ${value}}`);
        const expected = isOpenToTree(flag) ? '' : 'AER0083';
        assert.strictEqual(codesOf(nested, command, 'tree'), expected, nested);
        assert.strictEqual(codesOf(nested, command, 'user'), '', nested);
        // At the top it is open if it is for any command.
        const anywhere = flags().some(([, other, one]) => other === name && isOpenToTree(one));
        if (!flag.type || flag.type === 'boolean' || !flag.options)
          assert.strictEqual(codesOf(`${name}: ${value}\n`, command, 'tree'), anywhere ? '' : 'AER0083', name);
      }
    } finally {
      place.remove();
    }
  });

  it('a flag that is open for one command stays closed for another of the same name', async () => {
    const place = await folder({ '.aeraki.yaml': 'namespace: evil\n' });
    try {
      const read = (command: string) =>
        readSettingsFile({ path: join(place.path, '.aeraki.yaml'), trust: 'tree' }, undefined, command, surface);
      assert.deepStrictEqual(read('validate').get('namespace')?.values, ['evil']);
      assert.strictEqual(read('proxy-config:routes').get('namespace'), undefined);
    } finally {
      place.remove();
    }
  });
});
