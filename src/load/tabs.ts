import { type Document, isCollection, isScalar, visit } from 'yaml';

/** Also behind the dash of a list. */
const LEADING_TAB = /^(?: |-(?=[ \t]))*\t/gm;

/**
 * Where a tab stands among the blanks at the start of a line and go-yaml refuses it: everywhere but in quotes, in
 * brackets, in the text of a block scalar, and on the further lines of a plain text behind a blank. undefined: nowhere.
 */
export function refusedTab(document: Document.Parsed, text: string): number | undefined {
  if (!text.includes('\t')) return undefined;
  const tabs = [...text.matchAll(LEADING_TAB)].map(({ 0: blanks, index }) => ({
    at: index + blanks.length - 1,
    alone: blanks === '\t',
  }));
  if (tabs.length === 0) return undefined;
  const allowed: { readonly from: number; readonly until: number; readonly plain: boolean }[] = [];
  visit(document, (_, node) => {
    if (isScalar(node) && node.range) {
      allowed.push({ from: node.range[0], until: node.range[1], plain: node.type === 'PLAIN' });
    } else if (isCollection(node) && node.flow && node.range) {
      allowed.push({ from: node.range[0], until: node.range[1], plain: false });
      return visit.SKIP;
    }
    return undefined;
  });
  const refused = tabs.find(({ at, alone }) => {
    return !allowed.some(({ from, until, plain }) => from < at && at < until && !(plain && alone));
  });
  return refused?.at;
}
