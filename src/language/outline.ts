import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { FileText } from '../load/file-text.js';
import type { Resource } from '../model/resource.js';
import { rangeOf } from './place.js';
import { memberAt, type Span, type Syntax, spanOf } from './syntax.js';
import type { Workspace } from './workspace.js';

type Fields = Readonly<Record<string, unknown>>;

/** What stands below an object in the outline: lists of its spec, and what each entry is called. */
const parts: readonly (readonly [
  pointer: string,
  kind: SymbolKind,
  nameOf: (entry: Fields, index: number) => string,
])[] = [
  ['/spec/routes', SymbolKind.Event, ({ name }, index) => String(name ?? `routes[${index}]`)],
  ['/spec/subsets', SymbolKind.EnumMember, ({ name }, index) => String(name ?? `subsets[${index}]`)],
  ['/spec/ports', SymbolKind.Field, ({ name, number, port }) => [number ?? port, name].filter(Boolean).join(' ')],
  ['/spec/cases', SymbolKind.Method, ({ name }, index) => String(name ?? `cases[${index}]`)],
  ['/spec/http', SymbolKind.Event, ({ name }, index) => String(name ?? `http[${index}]`)],
  ['/spec/redis', SymbolKind.Event, (_, index) => `redis[${index}]`],
  ['/spec/servers', SymbolKind.Field, ({ port }) => String((port as Fields | undefined)?.number ?? 'server')],
];

/** The objects of a file, each with its routes, subsets, ports or cases. */
export function outline(workspace: Workspace, name: string): readonly DocumentSymbol[] {
  const file = workspace.textOf(name);
  if (file === undefined) return [];
  return workspace.resourcesIn(name).flatMap((resource) => {
    const slice = file.slices[resource.source.document];
    if (slice === undefined) return [];
    const syntax = workspace.syntaxes.of(file, resource.source.document);
    const range = (span: Span) => rangeOf(file, slice, span);
    const whole = memberAt(syntax, resource.source.pointer);
    if (whole === undefined) return [];
    const span = spanOf(syntax.text, whole.value);
    const title = memberAt(syntax, `${resource.source.pointer}/metadata/name`)?.value ?? whole.value;
    const selected = spanOf(syntax.text, title);
    return [
      {
        name: `${resource.kind} ${resource.name}`,
        detail: resource.namespace,
        kind: SymbolKind.Class,
        range: range(span),
        selectionRange: range(title === whole.value ? { start: span.start, end: span.start } : within(selected, span)),
        children: childrenOf(resource, file, slice, syntax),
      },
    ];
  });
}

function childrenOf(
  resource: Resource,
  file: FileText,
  slice: FileText['slices'][number],
  syntax: Syntax,
): DocumentSymbol[] {
  const children: DocumentSymbol[] = [];
  for (const [pointer, kind, nameOf] of parts) {
    const entries = valueAt(resource.object, pointer);
    if (!Array.isArray(entries)) continue;
    for (const [index, entry] of entries.entries()) {
      const member = memberAt(syntax, `${resource.source.pointer}${pointer}/${index}`);
      if (member === undefined || typeof entry !== 'object' || entry === null) continue;
      const range = rangeOf(file, slice, spanOf(syntax.text, member.value));
      // Editors refuse an outline with an empty name.
      const name = nameOf(entry as Fields, index) || `${pointer.slice(6)}[${index}]`;
      children.push({ name, kind, range, selectionRange: range });
    }
  }
  return children;
}

function within(inner: Span, outer: Span): Span {
  return inner.start >= outer.start && inner.end <= outer.end ? inner : outer;
}

function valueAt(object: unknown, pointer: string): unknown {
  let value = object;
  for (const step of pointer.split('/').slice(1)) value = (value as Fields | undefined)?.[step];
  return value;
}
