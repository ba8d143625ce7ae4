import { deepStrictEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../../src/load/load.js';

describe('a file name that is not UTF-8', () => {
  const text = (name: string): string => `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}, namespace: x}\n`;
  const octets = (...parts: readonly (string | number)[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));
  let place: string;
  before(() => {
    place = mkdtempSync(join(tmpdir(), 'aeraki-odd-'));
    writeFileSync(octets(place, '/caf', 0xe9, '.yaml'), text('one'));
    mkdirSync(octets(place, '/d', 0xff));
    writeFileSync(octets(place, '/d', 0xff, '/b', 0xfe, '.yaml'), text('two'));
    writeFileSync(join(place, 'plain.yaml'), text('three'));
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  const names = async (paths: readonly string[]) => {
    const { findings, resources } = await load(paths, { namespace: 'x', exclude: [] });
    return [findings.map(({ code }) => code), resources.map(({ name }) => name).sort()];
  };

  it('is read where it is found, in a folder of such a name too', async () => {
    deepStrictEqual(await names([place]), [[], ['one', 'three', 'two']]);
  });

  it('is read where it is named, as the command line shows it', async () => {
    deepStrictEqual(await names([join(place, 'caf\ufffd.yaml')]), [[], ['one']]);
    deepStrictEqual(await names([join(place, 'nowhere\ufffd.yaml')]), [['AER0002'], []]);
  });
});
