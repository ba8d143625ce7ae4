import assert from 'node:assert/strict';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { formatTable } from '../../src/output/table.js';

const headings = ['NAME', 'WHERE', 'WHAT'];

describe('tables', () => {
  it('line columns up, two blanks apart, and end no line in blanks', () => {
    const text = formatTable(headings, [
      ['a', '', 'x'],
      ['long name', 'here', ''],
    ]);
    assert.equal(text, 'NAME       WHERE  WHAT\na                 x\nlong name  here\n');
  });

  it('count what a terminal shows, not characters', () => {
    const [, first = '', second = ''] = formatTable(headings, [
      ['中文', 'x', ''],
      ['a → b ✓', 'x', ''],
    ]).split('\n');
    assert.equal(stringWidth(first.slice(0, first.indexOf('x'))), stringWidth(second.slice(0, second.indexOf('x'))));
  });

  it('are never shortened when nobody says how wide the terminal is', () => {
    assert.ok(formatTable(headings, [['a'.repeat(500), '', '']]).includes('a'.repeat(500)));
  });

  it('fit the terminal and lose nothing', () => {
    const rows = [['a'.repeat(90), 'b'.repeat(30), '中'.repeat(40)]];
    for (const width of [20, 60, 80, 120]) {
      const lines = formatTable(headings, rows, { width }).trimEnd().split('\n');
      for (const line of lines) assert.ok(stringWidth(line) <= width, `${stringWidth(line)} of ${width}: ${line}`);
      const kept = lines.join('').replaceAll(' ', '');
      for (const [letter, count] of [
        ['a', 90],
        ['b', 30],
        ['中', 40],
      ] as const) {
        assert.equal([...kept].filter((each) => each === letter).length, count);
      }
      assert.ok(!kept.includes('…'));
    }
    assert.ok(formatTable(headings, rows, { width: 120 }).includes('b'.repeat(30)));
  });

  it('are broken at blanks, then behind separators', () => {
    const words = 'MetaProtocol thrift → RDS org.acme.orders.api_9120';
    const column = (width: number) =>
      formatTable(['A'], [[words]], { width })
        .trimEnd()
        .split('\n')
        .slice(1);
    assert.deepStrictEqual(column(20), ['MetaProtocol thrift', ' → RDS org.acme.', ' orders.api_9120']);
    assert.deepStrictEqual(column(26), ['MetaProtocol thrift → RDS', ' org.acme.orders.api_9120']);
    assert.equal(
      formatTable(headings, [['a', words, 'b']], { width: 500 }),
      formatTable(headings, [['a', words, 'b']]),
      'a wide terminal gets what a pipe gets',
    );
  });

  it('say below a row what has no room beside the others', () => {
    const row = ['orders', 'x'.repeat(20), 'y'.repeat(30)];
    assert.equal(
      formatTable(['NAME', 'SHORT', 'LONG'], [row, ['b', 'c', '']], { width: 40 }),
      `NAME    SHORT\norders  ${'x'.repeat(20)}\n  LONG: ${'y'.repeat(30)}\nb       c\n`,
    );
  });

  it('hold at any width, for any cells: no line too long, nothing lost, no part between separators broken that fits', function () {
    this.timeout(120_000);
    const part = fc.stringMatching(/^[A-Za-z0-9→é]{1,24}$|^[a-z中]{1,12}$/);
    const word = fc.array(fc.tuple(part, fc.constantFrom('|', ',', '/', '.', ':', '=', '_', '-')), {
      minLength: 1,
      maxLength: 8,
    });
    const cell = fc.array(word, { maxLength: 6 }).map((list) => list.map((each) => each.flat().join('')).join(' '));
    const table = fc
      .integer({ min: 1, max: 9 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, fc.integer({ min: 40, max: 140 }), (rows, width) => {
        const names = (rows[0] ?? []).map((_, column) => `COLUMN ${'ABCDEFGHI'[column]}`);
        const lines = formatTable(names, rows, { width }).trimEnd().split('\n');
        for (const line of lines) assert.ok(stringWidth(line) <= width, `${stringWidth(line)} of ${width}: ${line}`);
        const shown = lines.join('\n');
        for (const piece of rows
          .flat()
          .join(' ')
          .split(/[ |,/.:=_-]+/)) {
          // Between characters of two cells a line may end.
          if (!piece.includes('中')) assert.ok(shown.includes(piece), `${piece} is broken`);
        }
        const characters = (text: string) => [...text.replace(/[\s|,/.:=_-]/g, '')].sort().join('');
        const body = characters(rows.flat().join(''));
        const all = characters(shown);
        assert.ok(all.length >= body.length && !all.includes('…'));
      }),
      { numRuns: 150 },
    );
  });

  it('take time in proportion to their text', () => {
    const time = (size: number) => {
      const rows = [['x'.repeat(size), 'a-b '.repeat(size / 4), '中'.repeat(size / 20)]];
      const start = process.cpuUsage();
      formatTable(headings, rows, { width: 80 });
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    time(20_000);
    assert.ok(time(400_000) < 100 * Math.max(1000, time(20_000)));
  });

  it('write control characters out', () => {
    assert.ok(formatTable(['A'], [['\u001b[2J\u202e\u0085']]).includes('\\u001b[2J\\u202e\\u0085'));
  });
});
