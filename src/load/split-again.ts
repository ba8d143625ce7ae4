import { type Slice, split } from './split.js';

/** What of a text is another than before, cut where documents begin. */
export interface Resplit {
  /** As `split` gives them. */
  readonly slices: readonly Slice[];
  /** The part of the text that was looked at anew: outside of it nothing changed. */
  readonly from: number;
  readonly to: number;
}

const chunk = 1 << 16;
const ENDED = /^\.\.\.(?:\s|$)/m;

/**
 * `split` of a text of which an earlier state is known: only what is between the equal beginning and the equal end is
 * looked at. Undefined where that does not say enough: the first document is another, or a document ends with `...`.
 */
export function splitAgain(
  before: { readonly text: string; readonly slices: readonly Slice[] },
  text: string,
): Resplit | undefined {
  const { text: old, slices } = before;
  const head = commonHead(old, text);
  if (head === old.length && head === text.length) return { slices, from: text.length, to: text.length };
  const tail = commonTail(old, text, Math.min(old.length, text.length) - head);
  // From the last document that begins before the change, at its marker, and one more: the change may make a marker.
  let first = lastAtOrBefore(slices, head);
  while (first > 0 && !(isMarked(old, slices[first]) && (slices[first]?.start ?? 0) + 4 <= head)) first -= 1;
  // To the first document that begins, with its line, behind the change.
  const shift = text.length - old.length;
  let last = lastAtOrBefore(slices, old.length - tail) + 1;
  while (last < slices.length && !(isMarked(old, slices[last]) && (slices[last]?.start ?? 0) > old.length - tail)) {
    last += 1;
  }
  const start = slices[first];
  const end = slices[last];
  if (first === 0 || start === undefined) return undefined;
  const from = start.start;
  const to = end === undefined ? text.length : end.start + shift;
  const between = text.slice(from, to);
  const was = old.slice(from, end === undefined ? old.length : end.start);
  if (ENDED.test(between) || ENDED.test(was)) return undefined;
  const made = split(between).map((each) => moved(each, from, start.line - 1));
  const lines = end === undefined ? 0 : start.line + linesOf(between) - end.line;
  const rest = slices.slice(last);
  return {
    slices: [
      ...slices.slice(0, first),
      ...made,
      ...(shift === 0 && lines === 0 ? rest : rest.map((each) => moved(each, shift, lines))),
    ],
    from,
    to,
  };
}

function moved(slice: Slice, by: number, lines: number): Slice {
  const { problem } = slice;
  return {
    ...slice,
    start: slice.start + by,
    end: slice.end + by,
    line: slice.line + lines,
    ...(problem?.at !== undefined && { problem: { ...problem, at: problem.at + by } }),
  };
}

function isMarked(text: string, slice: Slice | undefined): boolean {
  return slice !== undefined && text.startsWith('---', slice.start);
}

/** The slice that has this place, or the last one. */
function lastAtOrBefore(slices: readonly Slice[], place: number): number {
  let low = 0;
  let high = slices.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((slices[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function linesOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** By chunks, which are compared as fast as memory is read. */
function commonHead(a: string, b: string): number {
  const least = Math.min(a.length, b.length);
  let at = 0;
  while (at + chunk <= least && a.slice(at, at + chunk) === b.slice(at, at + chunk)) at += chunk;
  while (at < least && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function commonTail(a: string, b: string, most: number): number {
  let size = 0;
  const same = (from: number, to: number): boolean =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  while (size + chunk <= most && same(size, size + chunk)) size += chunk;
  while (size < most && a.charCodeAt(a.length - 1 - size) === b.charCodeAt(b.length - 1 - size)) size += 1;
  return size;
}
