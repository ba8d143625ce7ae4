/**
 * Whether `actual` is what a `text out` block says. `…` stands for anything within a line; alone on a line it stands for
 * any number of lines, none among them. Blanks at the end of a line and empty lines at the end of all do not count.
 */
export function isExpected(expected: string, actual: string): boolean {
  const want = linesOf(expected);
  const have = linesOf(actual);
  // The classic match of wildcards: on a mismatch the last `…` takes one line more. Quadratic at worst, for short texts.
  let at = 0;
  let star = -1;
  let resumed = 0;
  for (let next = 0; next < have.length; ) {
    const pattern = want[at];
    if (pattern?.trim() === '…') {
      star = at++;
      resumed = next;
    } else if (pattern !== undefined && fits(pattern, have[next] ?? '')) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++resumed;
    } else return false;
  }
  while (want[at]?.trim() === '…') at++;
  return at === want.length;
}

function linesOf(text: string): readonly string[] {
  const trimmed = text.replace(/[ \t\r]+$/gm, '').replace(/\n+$/, '');
  return trimmed === '' ? [] : trimmed.split('\n');
}

/** One line, without a regular expression: the pieces between `…` have to follow one another. */
function fits(pattern: string, line: string): boolean {
  const pieces = pattern.split('…');
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return pattern === line;
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = line.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return line.length - last.length >= at && line.endsWith(last);
}
