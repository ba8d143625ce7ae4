/** Numbers that are the same in each run: a walk that fails can be walked again. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What somebody who types may do to a text: cut, double, misspell, indent, break. */
export function edited(
  text: string,
  pick: (below: number) => number,
): { text: string; start: number; end: number; insert: string } {
  const start = pick(text.length + 1);
  const pieces = [
    '',
    ' ',
    '\n',
    ':',
    '-',
    '{',
    '"',
    'x',
    '  - name: a\n',
    '# ',
    '\t',
    '---\n',
    '&a ',
    '*a',
    '\r\n',
    'ü😀',
  ];
  const insert = pieces[pick(pieces.length)] ?? '';
  const end = Math.min(text.length, start + pick(insert === '' ? 40 : 3));
  return { text: text.slice(0, start) + insert + text.slice(end), start, end, insert };
}

/** Line and character of an offset, by all line ends that the protocol knows. */
export function offsetPlace(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
