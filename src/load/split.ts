import { jsonValues } from './json-values.js';
import type { Problem } from './tree.js';

/** One YAML document of a file: a slice of its text, marker included. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  /** Line of `start`, from 1. */
  readonly line: number;
  /** Some line of it is so long that a key on it could be over YAML's limit of 1024 characters. */
  readonly longLines: boolean;
  /** Why kubectl refuses the document, before anybody parses it. */
  readonly problem?: Problem;
  /** kubectl passes over what stands between `...` and the next `---`. */
  readonly unread?: true;
}

const LIMIT_OF_A_KEY = 1024;

/**
 * Cuts a text into its documents as kubectl does (`YAMLOrJSONDecoder` of k8s.io/apimachinery). A line that begins with
 * `---` is a marker wherever it stands, in a block scalar too, and nothing but a comment may follow on it; what stands
 * between `...` and the next marker is passed over. What stands before a first `---` belongs to that document if it is
 * only comments. A file that begins with a JSON object may have several, one behind the other.
 */
export function split(text: string): readonly Slice[] {
  const slices: Slice[] = [];
  let start = 0;
  let startLine = 1;
  let longLines = false;
  // Nothing but comments and directives since `start`, and no marker.
  let prologue = true;
  let directive: number | undefined;
  let ended = false;
  let problem: Problem | undefined;
  let line = 0;
  const cut = (end: number): void => {
    slices.push({
      start,
      end,
      line: startLine,
      longLines,
      ...(problem && { problem }),
      ...(ended && { unread: ended }),
    });
    longLines = false;
    problem = undefined;
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
      } else if (directive !== undefined && !ended) {
        problem = { code: 'AER0052', args: {}, at: directive };
      }
      // To YAML a marker with a comment right behind it is a text.
      if (text[at + 3] === '#') start = at + 3;
      directive = undefined;
      ended = false;
      prologue = false;
      if (!isBare(text, at + 3, next)) problem ??= { code: 'AER0050', args: {}, at: at + 3 };
    } else if (marker === '...') {
      cut(at);
      start = at + 3;
      startLine = line;
      prologue = true;
      directive = undefined;
      ended = true;
    } else if (prologue) {
      if (text.charCodeAt(at) === PERCENT) directive ??= at;
      else if (!isBlankOrComment(text, at)) prologue = false;
    }
    at = next;
  }
  cut(text.length);
  return jsonValues(text, slices);
}

const PERCENT = 0x25;

function markerAt(text: string, at: number): '---' | '...' | undefined {
  if (text.startsWith('---', at)) return '---';
  if (!text.startsWith('...', at)) return undefined;
  const after = at + 3 >= text.length ? 0x0a : text.charCodeAt(at + 3);
  return after === 0x0a || after === 0x0d || after === 0x20 || after === 0x09 ? '...' : undefined;
}

/** Whether nothing but blanks and a comment stands behind a marker. */
function isBare(text: string, from: number, end: number): boolean {
  return /^\s*(?:#|$)/.test(text.slice(from, end));
}

function isBlankOrComment(text: string, at: number): boolean {
  let position = at;
  while (text.charCodeAt(position) === 0x20 || text.charCodeAt(position) === 0x09) position += 1;
  const first = text.charCodeAt(position);
  return Number.isNaN(first) || first === 0x0a || first === 0x0d || first === 0x23;
}
