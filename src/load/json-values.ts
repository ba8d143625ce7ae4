import type { Slice } from './split.js';

/** In one JSON value a closing brace is followed by a comma, a bracket or the end. */
const MORE = /\}\s*[^\s,\]}]/;

/**
 * Cuts the first document where it is several JSON objects, one behind the other (`kubectl get -o json` twice into one
 * file), or an object with YAML behind it: kubectl reads each. Of later documents it does not.
 */
export function jsonValues(text: string, slices: readonly Slice[]): readonly Slice[] {
  const [first, ...rest] = slices;
  if (first === undefined || first.problem !== undefined || first.start !== 0) return slices;
  // `{{` begins a template.
  const opening = /^\s*\{\s*["}]/.exec(text);
  if (opening === null || !MORE.test(text.slice(0, first.end))) return slices;
  const values: Slice[] = [];
  let start = 0;
  let line = first.line;
  while (start < first.end) {
    const next = /\S/g;
    next.lastIndex = start;
    const begin = next.exec(text)?.index ?? first.end;
    const end = text[begin] === '{' ? endOfObject(text, begin, first.end) : undefined;
    const following = end === undefined ? undefined : startOfNext(text, end, first.end);
    if (following === undefined) break;
    values.push({ ...first, start, end: following, line });
    line += text.slice(start, following).split('\n').length - 1;
    start = following;
  }
  return values.length === 0 ? slices : [...values, { ...first, start, line }, ...rest];
}

/** Where the next value starts: another object, or, on a line of its own, YAML; undefined: there is none. */
function startOfNext(text: string, from: number, until: number): number | undefined {
  const behind = /^\s*/.exec(text.slice(from, until))?.[0] ?? '';
  const at = from + behind.length;
  if (at >= until) return undefined;
  if (text[at] === '{') return at;
  return behind.includes('\n') && /[\w"'%]/.test(text[at] ?? '') ? at : undefined;
}

const OBJECT_PART = /"(?:[^"\\]|\\[\s\S])*"|[{}]/g;

/** Where the object ends that starts at `from`; undefined: nowhere before `until`. */
function endOfObject(text: string, from: number, until: number): number | undefined {
  const parts = new RegExp(OBJECT_PART);
  parts.lastIndex = from;
  let depth = 0;
  for (let part = parts.exec(text); part !== null && part.index < until; part = parts.exec(text)) {
    if (part[0] === '{') depth += 1;
    else if (part[0] === '}') {
      depth -= 1;
      if (depth === 0) return part.index + 1;
    }
  }
  return undefined;
}
