import { isFields } from './document.js';
import { MAX_DEPTH } from './tree.js';

export interface ListItem {
  readonly value: unknown;
  /** The value as it was parsed, before the list's apiVersion and kind were added. */
  readonly original: unknown;
  /** JSON pointer in the document: '' for the document itself. */
  readonly pointer: string;
}

/**
 * The objects of a document: of `kind: List`, and of what kubectl prints for one kind (`ServiceEntryList`), its items,
 * of anything else the document itself. An item without apiVersion and kind, as the API server lists them, has those of
 * its list.
 */
export function expandList(value: unknown): readonly ListItem[] {
  const result: ListItem[] = [];
  collect(value, value, '', 0, result);
  return result;
}

function collect(value: unknown, original: unknown, pointer: string, depth: number, result: ListItem[]): void {
  const kind = isFields(value) ? value.kind : undefined;
  if (!isFields(value) || typeof kind !== 'string' || !kind.endsWith('List') || !isItems(value) || depth >= MAX_DEPTH) {
    result.push({ value, original, pointer });
    return;
  }
  const { apiVersion, items } = value;
  const ofKind = kind.slice(0, -'List'.length);
  if (!Array.isArray(items)) return;
  items.forEach((item: unknown, index) => {
    const typed = ofKind !== '' && isFields(item) && item.kind === undefined && item.apiVersion === undefined;
    collect(typed ? { apiVersion, kind: ofKind, ...item } : item, item, `${pointer}/items/${index}`, depth + 1, result);
  });
}

/** A list, or the null that an empty one may be printed as. */
function isItems(value: Readonly<Record<string, unknown>>): boolean {
  return 'items' in value && (value.items === null || Array.isArray(value.items));
}
