import type { Location, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Occurrence } from './occurrences.js';
import { type At, rangeOf, standsAt } from './place.js';
import type { Found } from './symbols.js';
import { innerSpan } from './syntax.js';
import type { Workspace } from './workspace.js';

/** Turns a file's name into the address that editors know it by. */
export type Address = (file: string) => string;

/** The name of another object that stands at a place. */
export function occurrenceAt(
  workspace: Workspace,
  { subject, place, pointer, syntax, offset }: At,
): Occurrence | undefined {
  const resource = subject?.resource;
  if (resource === undefined || place === undefined || !place.inside) return undefined;
  const here = workspace.symbols.in(resource).filter((each) => each.pointer === pointer && each.at === place.at);
  if (here.length < 2 || place.node.kind !== 'scalar') return here[0];
  // Several in one text: the name of a cluster.
  const within = offset - innerSpan(syntax.text, place.node).start;
  return here.find(({ from, written }) => within >= from && within <= from + written.length) ?? here[0];
}

/** The range of what an occurrence says, without quotes; undefined where the text is written otherwise (escapes). */
export function rangeOfFound(
  workspace: Workspace,
  { resource, pointer, at, written, from }: Found,
): { readonly file: string; readonly range: Range } | undefined {
  const found = standsAt(workspace, resource, pointer, at);
  if (found === undefined || found.node.kind !== 'scalar') return undefined;
  const { file, slice, syntax, node } = found;
  const start = innerSpan(syntax.text, node).start + from;
  const end = start + written.length;
  if (syntax.text.slice(start, end) !== written) return undefined;
  return { file: file.name, range: rangeOf(file, slice, { start, end }) };
}

/** Where what is named at a place is defined. A subset also leads to its DestinationRule, a host to its services. */
export function definitionsOf(workspace: Workspace, at: At, address: Address): readonly Location[] {
  const here = occurrenceAt(workspace, at);
  if (here === undefined) return [];
  const named = workspace.symbols.named(here.kind, here.symbol);
  const defined = named.filter(({ role }) => role === 'definition');
  return locations(workspace, defined, address);
}

/** All places that name what is named at a place. */
export function referencesTo(
  workspace: Workspace,
  at: At,
  withDefinition: boolean,
  address: Address,
): readonly Location[] {
  const here = occurrenceAt(workspace, at);
  if (here === undefined) return [];
  const named = workspace.symbols.named(here.kind, here.symbol);
  return locations(workspace, withDefinition ? named : named.filter(({ role }) => role === 'reference'), address);
}

function locations(workspace: Workspace, found: readonly Found[], address: Address): readonly Location[] {
  return found.flatMap((each) => {
    const place = rangeOfFound(workspace, each);
    return place === undefined ? [] : [{ uri: address(place.file), range: place.range }];
  });
}

const renamed: ReadonlySet<string> = new Set(['host', 'subset', 'route', 'gateway']);

/** What a rename at this place would be of, and the name that stands there; undefined: nothing that has a name. */
export function renameable(
  workspace: Workspace,
  at: At,
): { readonly range: Range; readonly placeholder: string } | undefined {
  const here = occurrenceAt(workspace, at);
  const resource = at.subject?.resource;
  if (here === undefined || resource === undefined || !renamed.has(here.kind)) return undefined;
  const place = rangeOfFound(workspace, { ...here, resource });
  return place && { range: place.range, placeholder: here.written };
}

/** A rename that cannot be done, in words for the person who asked for it. */
export class CannotRename extends Error {}

/** Renames a host, a subset, a route or a gateway wherever it is named. Raises `CannotRename`. */
export function rename(workspace: Workspace, at: At, name: string, address: Address): WorkspaceEdit | undefined {
  const here = occurrenceAt(workspace, at);
  if (here === undefined || !renamed.has(here.kind)) return undefined;
  const pattern = here.kind === 'host' ? /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/ : /^[^\s"'|{}[\],#:/]+$/;
  if (!pattern.test(name))
    throw new CannotRename(`${JSON.stringify(name)} is no name of a ${here.kind}. Choose another.`);
  const named = workspace.symbols.named(here.kind, here.symbol);
  const write = here.kind === 'host' ? hostWriter(here, named, name) : () => name;
  const changes: Record<string, TextEdit[]> = {};
  const done = new Set<string>();
  for (const each of named) {
    const place = rangeOfFound(workspace, each);
    if (place === undefined) continue;
    // Two that come through one alias are one text.
    const key = JSON.stringify(place);
    if (done.has(key)) continue;
    done.add(key);
    const uri = address(place.file);
    changes[uri] = [...(changes[uri] ?? []), { range: place.range, newText: write(each) }];
  }
  return { changes };
}

/** How each place that names a host names the new one: short where it is short now, and the host of a Service by its name. */
function hostWriter(here: Occurrence, named: readonly Found[], name: string): (found: Found) => string {
  const { symbol } = here;
  const first = symbol.slice(0, symbol.indexOf('.'));
  const rest = symbol.slice(first.length);
  const services = named.some(({ pointer }) => pointer === '/metadata/name');
  // A short name, given where the host is one of a namespace, leaves the rest as it is.
  const full = name.includes('.') || !rest.includes('.svc.') ? name : `${name}${rest}`;
  if (services && !full.endsWith(rest)) {
    throw new CannotRename(
      `The host ${symbol} is made of the name and namespace of a Service. Give a name that ends with ${rest}, or one without a dot.`,
    );
  }
  return ({ written }) => {
    const short = written === first && first !== symbol;
    return short && full.endsWith(rest) ? full.slice(0, full.length - rest.length) : full;
  };
}
