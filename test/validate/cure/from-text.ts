import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { unescapePointer } from '../../../src/diagnostics/pointer.js';
import { type Edit, type Json, valueAt } from './edits.js';

/** The sentences that say what to do begin with such a word. */
const asks =
  /(?:^|(?<=[.?;] ))(?:Did you mean|Write|Use|Correct|Remove|Leave|Take|Keep|Set|Add|Give|Put|Move|Rename|Name|Call|Change|Make|Shorten|Fill|Let|Point)\b/;

/**
 * The edits that a message asks for, likely ones first, by its words alone: what it says to write, at the place that it
 * points at or in the field that it names; what it says to remove; what it says to move or to rename. Nothing is made up: a
 * value that the message does not contain is not tried, save a further name where one has to differ.
 */
export function* editsFromText({ message, path = '' }: Diagnostic, object: Json): Iterable<Edit> {
  const start = message.search(asks);
  const said = start < 0 ? '' : message.slice(start);
  const words = wordsOf(said);
  const all = wordsOf(message);
  const here = valueAt(object, path);
  const key = unescapePointer(/([^/]*)$/.exec(path)?.[1] ?? '');
  const parent = path.replace(/\/[^/]*$/, '');
  for (const [, field = '', value = ''] of said.matchAll(/\b([a-zA-Z]\w+): (\[[^\]]*\]|[^\s,;]+[^\s,;.])/g)) {
    for (const base of bases(path)) yield { kind: 'set', path: `${base}/${field}`, value: literal(value) };
  }
  for (const word of words) {
    if (word !== key) yield { kind: 'rename', path, to: word };
    for (const value of fitting(word, here)) yield { kind: 'set', path, value };
    if (Array.isArray(here)) yield { kind: 'set', path: `${path}/${here.length}`, value: word };
  }
  // "foo" in a longer text: the part is replaced.
  if (typeof here === 'string') {
    for (const wrong of all)
      for (const word of words)
        if (wrong !== word && here.includes(wrong)) yield { kind: 'set', path, value: here.replace(wrong, word) };
    for (const word of words) if (here.startsWith(word)) yield { kind: 'set', path, value: here.slice(word.length) };
  }
  // What is pointed at holds the wrong value, which the message quotes.
  for (const [place, value] of scalars(here, path)) {
    if (place === path || !all.includes(String(value))) continue;
    for (const word of words) for (const to of fitting(word, value)) yield { kind: 'set', path: place, value: to };
  }
  // "Use one of its ports", "Correct the name": what there is stands in front.
  for (const word of all) for (const value of fitting(word, here)) yield { kind: 'set', path, value };
  const range =
    /(?:between|from) (-?[\d.]+) (?:and|to) (-?[\d.]+)/.exec(message) ?? /at least (-?[\d.]+)/.exec(message);
  for (const number of range?.slice(1).reverse() ?? [])
    yield { kind: 'set', path, value: typeof here === 'string' ? number : Number(number) };
  if (/\b(?:[Rr]emove|[Ll]eave|[Tt]ake|[Kk]eep|[Ss]horten)\b/.test(said)) {
    const named = said.match(/[A-Za-z]\w+/g) ?? [];
    for (const word of [...all, ...named])
      for (const base of bases(path)) yield { kind: 'remove', path: `${base}/${word}` };
    yield { kind: 'remove', path };
    if (/\/\d+$/.test(parent)) yield { kind: 'remove', path: parent };
  }
  if (/\b(?:[Rr]ename|differ|[Cc]hange|Use letters|Give each)\b/.test(said)) {
    if (typeof here === 'string') {
      const clean = here.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
      for (const value of [clean, `${clean}-2`]) yield { kind: 'set', path, value };
    }
    for (const name of ['name', 'port/name']) {
      const value = valueAt(object, `${path}/${name}`);
      if (typeof value === 'string') yield { kind: 'set', path: `${path}/${name}`, value: `${value}-2` };
    }
    if (key.includes('/')) yield { kind: 'rename', path, to: key.replace(/\/(?=.*\/)/g, '.') };
  }
  if (/\b(?:Move|Put|[Ll]ast|first)\b/.test(said)) {
    for (const base of [path, parent])
      for (const to of ['first', 'last'] as const) if (/\/\d+$/.test(base)) yield { kind: 'move', path: base, to };
  }
  if (/into one|remove (?:it|the [A-Z]\w+)|[Rr]emove one|a \w+ for each/.test(said) && path.split('/').length <= 3)
    yield { kind: 'drop' };
}

function* scalars(value: Json | undefined, path: string): Iterable<readonly [path: string, value: Json]> {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) yield [path, value];
    return;
  }
  for (const [name, each] of Object.entries(value))
    yield* scalars(each, `${path}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`);
}

/** The place and what holds it, up to the resource's spec. */
function bases(path: string): readonly string[] {
  const steps = path.split('/');
  return [...steps.map((_, index) => steps.slice(0, steps.length - index).join('/')), '/spec'].filter(
    (each) => each !== '',
  );
}

/** What a name or a value stands behind. */
const leads = /^(?:Write|write|Use|use|Set|like|or|mean|it|one|for)$/;

/**
 * The words of a text that may be names or values: those in quotes, those behind "Write" or "like" that are no plain words, and what is
 * there by a list in brackets ("the codec thrift has method").
 */
function wordsOf(text: string): readonly string[] {
  const quoted = [...text.matchAll(/["`]([^"`]+)["`]/g)].map(([, each = '']) => each);
  const listed = [...text.matchAll(/\([^()]*\b(?:has|are) ([^()]*)\)/g)].flatMap(([, each = '']) => each.split(/, /));
  const found: string[] = [];
  let lead = '';
  for (const raw of text.split(/[\s,;()]+/)) {
    const word = raw.replace(/^["'`]+|["'`.:?]+$/g, '');
    const isName = /[^A-Za-z’]/.test(word) || /^[A-Z]{3,}$|^[a-z]+[A-Z]/.test(word);
    if (leads.test(lead) && isName && word !== '') found.push(word);
    if (!isName || !leads.test(lead)) lead = word;
  }
  return [...new Set([...quoted, ...listed, ...found])];
}

function fitting(word: string, here: Json | undefined): readonly Json[] {
  if (Array.isArray(here)) return [literal(word)];
  return typeof here === 'number' && /^-?[\d.]+$/.test(word) ? [Number(word)] : [word];
}

function literal(text: string): Json {
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  if (list !== undefined) return list.split(/, */).map((each) => each.replace(/^"|"$/g, ''));
  return /^-?\d+$/.test(text) ? Number(text) : text.replace(/^"|"$/g, '');
}

/**
 * Where a message leaves the value to the reader ("add a host"): the value of the mended file, put where the finding points at, or into
 * the smallest part around it, and nowhere else.
 */
export function* editsAtPlace({ path = '' }: Diagnostic, object: Json, mended: Json): Iterable<Edit> {
  const places = path.split('/').map((_, index, steps) => steps.slice(0, steps.length - index).join('/'));
  for (const place of places.filter((each) => each !== '')) {
    const value = valueAt(mended, place);
    if (JSON.stringify(value) === JSON.stringify(valueAt(object, place))) continue;
    yield value === undefined ? { kind: 'remove', path: place } : { kind: 'set', path: place, value };
  }
}
