import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import { aboutField, fieldAt, fieldsIn, type Schema } from '../explain/field.js';
import { fieldMarkdown, fieldNames } from './hover.js';
import { type Offer, offersAt } from './offers.js';
import { type At, rangeOf, type Subject, subjectOf } from './place.js';
import { nameOf, type Place, placeAt, type Span, type Syntax, syntaxOf } from './syntax.js';
import type { Workspace } from './workspace.js';

/** Stands in the text for what is being typed, so that there is something to parse. */
const stand = 'aeraki0completes0here';

/** What is typed so far: a word, or the inside of quotes. */
interface Typed extends Span {
  readonly quote: string;
}

/** The text around the cursor, with the stand-in for what is typed, parsed. */
interface Trial {
  readonly syntax: Syntax;
  readonly place: Place;
  /** A colon stands behind the word already. */
  readonly hasColon: boolean;
}

const wordBefore = /[^\s,:{}[\]"'#&*]+(?:[:/|][^\s,:{}[\]"'#]*)*$/;
const wordBehind = /^[^\s,:{}[\]"'#]*/;

/** What could be written at a place: names of fields with their docs, and values. */
export async function complete(workspace: Workspace, at: At, snippets: boolean): Promise<CompletionList> {
  const items: CompletionItem[] = [];
  const { syntax, offset, file, slice } = at;
  const typed = typedAt(syntax.text, offset);
  if (typed === undefined) return { isIncomplete: false, items };
  const range = rangeOf(file, slice, typed);
  const seen = new Set<string>();
  for (const asKey of [true, false]) {
    const trial = tryAt(syntax.text, typed, asKey);
    if (trial === undefined) continue;
    const subject = subjectOf(workspace, trial.syntax, trial.place.pointer);
    const made =
      trial.place.at === 'key'
        ? keysAt(workspace, trial, typed, subject, snippets)
        : await valuesAt(workspace, trial, typed, subject);
    for (const { label, newText, ...rest } of made) {
      if (seen.has(label)) continue;
      seen.add(label);
      items.push({ label, filterText: label, textEdit: { range, newText }, ...rest });
    }
    // A key that stands alone may still become a value of the line before.
    if (items.length > 0) break;
  }
  return { isIncomplete: false, items };
}

type Made = Omit<CompletionItem, 'textEdit' | 'filterText'> & { readonly newText: string };

function typedAt(text: string, offset: number): Typed | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (/(^|\s)#/.test(before.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''))) return undefined;
  const quote = /^(?:[^"']|"(?:[^"\\]|\\.)*"|'[^']*')*(["'])[^"']*$/.exec(before)?.[1] ?? '';
  if (quote !== '') {
    const start = lineStart + before.lastIndexOf(quote) + 1;
    const close = text.slice(offset).search(new RegExp(`[${quote}\\n]`));
    return { start, end: close === -1 ? text.length : offset + close, quote };
  }
  const typed = wordBefore.exec(before)?.[0] ?? '';
  const rest = wordBehind.exec(text.slice(offset))?.[0] ?? '';
  return { start: offset - typed.length, end: offset + rest.length, quote };
}

/** Parses the document with the stand-in as a key or as a value. */
function tryAt(text: string, typed: Typed, asKey: boolean): Trial | undefined {
  const head = text.slice(0, typed.start);
  const tail = text.slice(typed.end);
  const line = head.slice(head.lastIndexOf('\n') + 1);
  const hasColon = /^["']?[ \t]*:/.test(tail);
  if (asKey && /[^\s]:\s+["']?$/.test(line) && !/[{,]\s*["']?$/.test(line)) return undefined;
  const closing = typed.quote !== '' && !tail.startsWith(typed.quote) ? typed.quote : '';
  const inFlow = /[{,[]\s*["']?$/.test(line) || flowDepth(head) > 0;
  // Behind a colon there has to be a blank, and what follows must not become the value.
  const ending = !asKey || hasColon ? '' : inFlow ? ': ""' : ':';
  const quoteEnd = closing || (typed.quote !== '' && ending !== '' ? typed.quote : '');
  const rest = quoteEnd !== '' && closing === '' ? tail.slice(1) : tail;
  const filled = `${head}${stand}${quoteEnd}${ending}${asKey && !hasColon && inFlow && !/^\s*[,}\]]/.test(rest) ? ', ' : ''}${rest}`;
  for (const candidate of [filled, `${filled}${closers(`${head}`)}`]) {
    const syntax = syntaxOf(candidate);
    const place = placeAt(syntax, typed.start);
    const found = place?.node.kind === 'scalar' && place.node.text === stand && place.at === (asKey ? 'key' : 'value');
    if (found && place !== undefined) return { syntax, place, hasColon };
  }
  return undefined;
}

/** How many brackets are open, outside of quotes and comments. */
function flowDepth(text: string): number {
  return closers(text).length;
}

/** The brackets that would close what is open. */
function closers(text: string): string {
  const open: string[] = [];
  for (const [each] of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'|(?:^|\s)#[^\n]*|[{}[\]]/g)) {
    if (each === '{') open.push('}');
    else if (each === '[') open.push(']');
    else if (each === '}' || each === ']') open.pop();
  }
  return open.reverse().join('');
}

function keysAt(
  workspace: Workspace,
  { syntax, place, hasColon }: Trial,
  typed: Typed,
  subject: Subject | undefined,
  snippets: boolean,
): readonly Made[] {
  const names = fieldNames(place.names).slice(0, -1);
  const taken = new Set(place.parent?.entries.map(({ key }) => nameOf(key)));
  const quote = quoteOfKeys(syntax, place, typed);
  const flow = syntax.text[place.parent?.at ?? 0] === '{';
  const column = typed.start - (syntax.text.lastIndexOf('\n', typed.start - 1) + 1);
  if (subject === undefined) return top(taken, quote);
  const pointer = place.pointer.slice(subject.root.length);
  const schema = workspace.options.schemaOf(subject.kind);
  const offers = offersAt(workspace, subject, pointer, 'key');
  const made: Made[] = offers.map((offer) => ({
    ...shown(offer),
    newText: `${quote}${offer.value}${quote}${hasColon ? '' : ': '}`,
  }));
  const found = schema && fieldAt(schema, names);
  if (schema === undefined || found === undefined || !('field' in found)) return made;
  // The keys of a map are anybody's.
  if (
    aboutField(found)
      .type.replace(/^(\[\])+/, '')
      .startsWith('map[')
  )
    return made;
  for (const { name, type, description, required } of fieldsIn(found)) {
    if (taken.has(name)) continue;
    const field = fieldAt(schema, [...names, name]);
    made.push({
      label: name,
      kind: CompletionItemKind.Field,
      detail: `${type}${required ? ' (required)' : ''}`,
      sortText: `${required ? '0' : '1'}${name}`,
      ...('field' in field &&
        description !== undefined && {
          documentation: { kind: 'markdown', value: fieldMarkdown(field, subject.kind) },
        }),
      ...inserted(`${quote}${name}${quote}`, type, { flow, column, snippets, hasColon }),
    });
  }
  return made;
}

/** What is written for a field: its name, and below it what begins its value. */
function inserted(
  name: string,
  type: string,
  {
    flow,
    column,
    snippets,
    hasColon,
  }: { readonly flow: boolean; readonly column: number; readonly snippets: boolean; readonly hasColon: boolean },
): { readonly newText: string; readonly insertTextFormat: InsertTextFormat; readonly insertTextMode: 1 } {
  const indent = ' '.repeat(column + 2);
  const isList = type.startsWith('[]');
  const isMap = type === 'Object' || type.startsWith('map[');
  const value = hasColon
    ? ''
    : flow
      ? `: ${isList ? '[$0]' : isMap ? '{$0}' : '$0'}`
      : isList
        ? `:\n${indent}- $0`
        : isMap
          ? `:\n${indent}$0`
          : ': $0';
  const newText = snippets ? `${name}${value}` : `${name}${value}`.replace('$0', '');
  return {
    newText,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: 1,
  };
}

/** JSON wants quotes around names; KYAML and YAML do not. */
function quoteOfKeys({ root, text }: Syntax, { parent }: Place, typed: Typed): string {
  if (typed.quote !== '') return '';
  const json = root?.kind === 'map' && text[root.at] === '{';
  const others = parent?.entries.filter(({ key }) => nameOf(key) !== stand) ?? [];
  return json && others.length > 0 && others.every(({ key }) => text[key.at] === '"') ? '"' : '';
}

/** What begins an object. */
function top(taken: ReadonlySet<string>, quote: string): readonly Made[] {
  const names = ['apiVersion', 'kind', 'metadata', 'spec'].filter((name) => !taken.has(name));
  return names.map((name) => ({ label: name, kind: CompletionItemKind.Field, newText: `${quote}${name}${quote}: ` }));
}

async function valuesAt(
  workspace: Workspace,
  { syntax, place }: Trial,
  typed: Typed,
  subject: Subject | undefined,
): Promise<readonly Made[]> {
  const names = fieldNames(place.names);
  const pointer = place.pointer.slice(subject?.root.length ?? 0);
  const quote = quoteOfValues(syntax, place, typed);
  const text = (offer: Offer): string => (offer.number === true ? offer.value : `${quote}${offer.value}${quote}`);
  if (subject === undefined) return [];
  const kind = subject.kind === stand ? '' : subject.kind;
  const offers = offersAt(workspace, { ...subject, kind }, pointer, 'value');
  const made: Made[] = offers.map((offer) => ({ ...shown(offer), newText: text(offer) }));
  const schema: Schema | undefined = workspace.options.schemaOf(kind);
  const found = schema && fieldAt(schema, names);
  if (found === undefined || !('field' in found)) return made;
  const { values, description } = aboutField(found);
  for (const value of values) {
    const bare = typeof value !== 'string';
    made.push({
      label: String(value),
      kind: CompletionItemKind.EnumMember,
      ...(description !== undefined && { documentation: { kind: 'markdown', value: description } }),
      newText: bare ? String(value) : `${quote}${value}${quote}`,
    });
  }
  return made;
}

/** In JSON and in KYAML all texts are in quotes. */
function quoteOfValues({ root, text }: Syntax, { node }: Place, typed: Typed): string {
  if (typed.quote !== '' || node.kind !== 'scalar') return '';
  return root?.kind === 'map' && text[root.at] === '{' ? '"' : '';
}

function shown({ value, detail, documentation }: Offer): Omit<CompletionItem, 'textEdit'> {
  return {
    label: value,
    kind: CompletionItemKind.Reference,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: { kind: 'markdown', value: documentation } }),
    sortText: `0${value}`,
  };
}
