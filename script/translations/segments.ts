import { createHash } from 'node:crypto';

/** A piece of a page: what is translated as one, or what stands in every language as it is. */
export type Segment =
  | { readonly kind: 'prose'; readonly text: string; readonly hash: string; readonly line: number }
  | { readonly kind: 'kept'; readonly text: string };

/** Beginnings of what is a segment by itself though no empty line stands before it: items and rows. */
const itself = /^\s*(?:[-*] |\d+\. |\|)/;

/**
 * The segments of a Markdown page, in order; their texts make the page again. Prose is a paragraph, a heading, an item of a list or
 * a row of a table; fenced blocks, empty lines and what has no words stay as they are.
 */
export function segmentsOf(page: string): readonly Segment[] {
  const segments: Segment[] = [];
  let prose: string[] = [];
  let begun = 0;
  let fence: string | undefined;
  const end = (): void => {
    if (prose.length === 0) return;
    const text = `${prose.join('\n')}\n`;
    if (hasWords(text)) segments.push({ kind: 'prose', text, hash: hashOf(text), line: begun });
    else segments.push({ kind: 'kept', text });
    prose = [];
  };
  const lines = page.replace(/\n$/, '').split('\n');
  for (const [at, line] of lines.entries()) {
    const opened = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined || opened !== undefined || line.trim() === '') {
      end();
      segments.push({ kind: 'kept', text: `${line}\n` });
      if (fence === undefined) fence = opened;
      else if (line.trim() === fence) fence = undefined;
      continue;
    }
    if (itself.test(line) || prose[0]?.startsWith('#')) end();
    if (prose.length === 0) begun = at + 1;
    prose.push(line);
  }
  end();
  return segments;
}

/** Of the words alone: where a line is broken does not count. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.trim().replace(/\s+/g, ' ')).digest('hex').slice(0, 8);
}

/** Whether there is anything that another language says otherwise. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/`[^`]*`/g, ''));
}

/** The spans of code in a text, sorted: what a reader types or sees, the same in every language. */
export function spansOf(text: string): readonly string[] {
  return (text.replace(/\s+/g, ' ').match(/`[^`]+`/g) ?? []).sort();
}

/** Where the links and pictures of a text lead, sorted. */
export function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).sort();
}
