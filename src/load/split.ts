/** One YAML document of a file: a slice of its text, marker included. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  /** Line of `start`, from 1. */
  readonly line: number;
  /** Some line of it is so long that a key on it could be over YAML's limit of 1024 characters. */
  readonly longLines: boolean;
}

const LIMIT_OF_A_KEY = 1024;

/**
 * Cuts a text into its documents. A line that begins with `---` or `...` and then ends or has white space is a marker
 * wherever it stands, in a block scalar too (YAML 1.2, c-forbidden), so no parser is needed for this. What stands
 * before a first `---` belongs to that document if it is only comments and directives.
 */
export function split(text: string): readonly Slice[] {
  const slices: Slice[] = [];
  let start = 0;
  let startLine = 1;
  let longLines = false;
  // Nothing but comments and directives since `start`, and no marker.
  let prologue = true;
  let line = 0;
  const cut = (end: number): void => {
    slices.push({ start, end, line: startLine, longLines });
    longLines = false;
  };
  for (let at = 0; at < text.length; ) {
    line += 1;
    const newline = text.indexOf('\n', at);
    const next = newline === -1 ? text.length : newline + 1;
    if (next - at > LIMIT_OF_A_KEY) longLines = true;
    const marker = markerAt(text, at);
    if (marker === '---') {
      if (!prologue) {
        cut(at);
        start = at;
        startLine = line;
      }
      prologue = false;
    } else if (marker === '...') {
      cut(at);
      start = at + 3;
      startLine = line;
      prologue = true;
    } else if (prologue && !isPrologue(text, at)) {
      prologue = false;
    }
    at = next;
  }
  cut(text.length);
  return slices;
}

function markerAt(text: string, at: number): '---' | '...' | undefined {
  const first = text.charCodeAt(at);
  if (first !== 0x2d && first !== 0x2e) return undefined;
  if (text.charCodeAt(at + 1) !== first || text.charCodeAt(at + 2) !== first) return undefined;
  const after = at + 3 >= text.length ? 0x0a : text.charCodeAt(at + 3);
  if (after !== 0x0a && after !== 0x0d && after !== 0x20 && after !== 0x09) return undefined;
  return first === 0x2d ? '---' : '...';
}

/** Whether a line is blank, a comment or a directive. */
function isPrologue(text: string, at: number): boolean {
  if (text.charCodeAt(at) === 0x25) return true;
  let position = at;
  while (text.charCodeAt(position) === 0x20 || text.charCodeAt(position) === 0x09) position += 1;
  const first = text.charCodeAt(position);
  return Number.isNaN(first) || first === 0x0a || first === 0x0d || first === 0x23;
}
