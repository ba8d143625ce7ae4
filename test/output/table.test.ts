import assert from 'node:assert/strict';
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

  it('fit the terminal, the widest column first', () => {
    const rows = [['a'.repeat(90), 'b'.repeat(30), '中'.repeat(40)]];
    for (const width of [60, 80, 120]) {
      for (const line of formatTable(headings, rows, { width }).trimEnd().split('\n')) {
        assert.ok(stringWidth(line) <= width, `${stringWidth(line)} of ${width}: ${line}`);
      }
    }
    assert.ok(formatTable(headings, rows, { width: 120 }).includes('b'.repeat(30)));
  });

  it('fit the terminal without losing a word when cells may go on in further lines', () => {
    const words = 'MetaProtocol thrift → RDS org.acme.orders.api_9120';
    const rows = [
      ['240.240.0.99', '中'.repeat(40), words],
      ['', 'b'.repeat(30), 'x'],
    ];
    for (const width of [60, 80, 200]) {
      const lines = formatTable(headings, rows, { width, wrap: true }).trimEnd().split('\n');
      for (const line of lines) assert.ok(stringWidth(line) <= width, `${stringWidth(line)} of ${width}: ${line}`);
      assert.match(lines.join('\n'), /^240\.240\.0\.99 /m);
      const kept = lines.join('').replaceAll(' ', '');
      assert.equal([...kept].filter((each) => each === '中').length, 40);
      assert.equal([...kept].filter((each) => each === 'b').length, 30);
    }
    const [, ...rest] = formatTable(['A'], [[words]], { width: 20, wrap: true })
      .trimEnd()
      .split('\n');
    assert.deepStrictEqual(rest, ['MetaProtocol thrift', ' → RDS org.acme.', ' orders.api_9120']);
    assert.equal(
      formatTable(headings, rows, { width: 500, wrap: true }),
      formatTable(headings, rows),
      'a wide terminal gets what a pipe gets',
    );
  });

  it('end a cell that takes too many lines with an ellipsis', () => {
    const lines = formatTable(['A', 'B'], [['x'.repeat(900), 'y']], { width: 40, wrap: true })
      .trimEnd()
      .split('\n');
    assert.equal(lines.length, 7);
    assert.match(lines.at(-1) ?? '', /x…$/);
  });

  it('write control characters out', () => {
    assert.ok(formatTable(['A'], [['\u001b[2J\u202e\u0085']]).includes('\\u001b[2J\\u202e\\u0085'));
  });
});
