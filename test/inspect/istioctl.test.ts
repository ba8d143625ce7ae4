import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dumpFolder, readDump, type ViewName, views } from './dumps.js';

const unnamed = 'Non-HTTP/Non-TCP';

/** What istioctl prints for a dump is the reference: every row and column of it must be in ours, in its order. */
describe('the tables of istioctl', () => {
  const files = readdirSync(dumpFolder).filter((file) => file.endsWith('.txt'));

  it('are there', () => assert.ok(files.length >= 16));

  for (const file of files) {
    it(file, () => {
      const [, name = '', part = ''] = /^(.*)\.istioctl-(\w+)\.txt$/.exec(file) ?? [];
      const { headings, rows } = readTable(readFileSync(new URL(file, dumpFolder), 'utf8'));
      const view = views[part as ViewName](readDump(name));
      assert.deepEqual(view.headings.slice(0, headings.length), headings);
      const own = view.rows.map((row) => row.slice(0, headings.length).map((cell) => cell.trim()));
      let from = 0;
      for (const row of rows) {
        const at = own.findIndex((each, index) => index >= from && sameRow(row, each));
        assert.ok(at >= 0, `${JSON.stringify(row)} is not among our rows from ${from} on`);
        from = at + 1;
      }
      assert.ok(!own.flat().includes(unnamed));
      assert.ok(!view.rows.flat().includes('UNKNOWN'));
    });
  }
});

function sameRow(theirs: readonly string[], ours: readonly string[]): boolean {
  return theirs.every((cell, column) => {
    const own = ours[column] ?? '';
    return cell === unnamed ? /^(MetaProtocol \w|Redis|Thrift|Dubbo|Kafka|ZooKeeper)/.test(own) : cell === own;
  });
}

/** Columns start where their heading starts: cells may be empty, and headings have single blanks. */
function readTable(text: string): { readonly headings: readonly string[]; readonly rows: readonly string[][] } {
  const [first = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const words = first.startsWith('ADDRESSES')
    ? ['ADDRESSES', 'PORT', 'MATCH', 'DESTINATION']
    : first.split(/\s{2,}/).filter((word) => word !== '');
  const starts = words.map((word) => first.indexOf(word));
  const rows = lines.map((line) => starts.map((start, column) => line.slice(start, starts[column + 1]).trim()));
  return { headings: words, rows };
}
