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

  it('write control characters out', () => {
    assert.ok(formatTable(['A'], [['\u001b[2J\u202e\u0085']]).includes('\\u001b[2J\\u202e\\u0085'));
  });
});
