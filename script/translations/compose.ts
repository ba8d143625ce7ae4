import { posix } from 'node:path';
import { linksOf, segmentsOf, spansOf } from './segments.js';

/** A page in another language, and what is wrong with its translation. */
export interface Composed {
  readonly text: string;
  readonly problems: readonly string[];
}

/** Where a page and its translation are, below the root. */
export interface Place {
  readonly source: string;
  readonly translated: string;
}

/**
 * Puts the prose of a translation in the place of the page's own. Blocks are those of the page, so a translation shows what the page
 * shows. A paragraph that has no translation (it is new, or was changed) stays as it is and is a problem; so is a translation that names
 * other commands or leads elsewhere than its paragraph.
 *
 * @param page the page, in English
 * @param prose the translation: each paragraph below a comment with the hash of the one that it says
 * @param place of the page
 * @param others pages that are translated too: links lead to those
 */
export function compose(page: string, prose: string, place: Place, others: ReadonlyMap<string, string>): Composed {
  const known = paragraphsOf(prose);
  const problems: string[] = [];
  const used = new Set<string>();
  let text = '';
  for (const segment of segmentsOf(page)) {
    if (segment.kind === 'kept') {
      text += segment.text;
      continue;
    }
    const said = known.get(segment.hash);
    used.add(segment.hash);
    if (said === undefined)
      problems.push(
        `${place.source}:${segment.line}: no translation for <!-- ${segment.hash} --> ${firstWords(segment.text)}`,
      );
    else if (spansOf(said).join() !== spansOf(segment.text).join())
      problems.push(
        `${place.source}:${segment.line}: <!-- ${segment.hash} --> has ${spansOf(said)} in place of ${spansOf(segment.text)}`,
      );
    else if (linksOf(said).join() !== linksOf(segment.text).join())
      problems.push(
        `${place.source}:${segment.line}: <!-- ${segment.hash} --> leads to ${linksOf(said)} in place of ${linksOf(segment.text)}`,
      );
    text += said === undefined ? relinked(segment.text, place, others) : `${relinked(said, place, others)}\n`;
  }
  for (const hash of known.keys())
    if (!used.has(hash))
      problems.push(`${place.source}: the paragraph of <!-- ${hash} --> is gone or says something else`);
  return { text, problems };
}

/** The paragraphs of a translation by the hash above each. */
export function paragraphsOf(prose: string): ReadonlyMap<string, string> {
  const parts = prose.split(/^<!-- ([0-9a-f]{8}) -->\n/m).slice(1);
  const paragraphs = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2) paragraphs.set(parts[at] ?? '', (parts[at + 1] ?? '').trimEnd());
  return paragraphs;
}

/** Links are written as the page has them; the translation is in another folder. */
function relinked(text: string, { source, translated }: Place, others: ReadonlyMap<string, string>): string {
  return text.replace(/\]\(([^)\s]+)\)/g, (whole, link: string) => {
    if (/^[a-z]+:|^#/i.test(link)) return whole;
    const [file = '', anchor] = link.split('#');
    const target = posix.join(posix.dirname(source), file);
    // What leads to the translation leads back from it.
    const there = target === translated ? source : (others.get(target) ?? target);
    const to = posix.relative(posix.dirname(translated), there);
    return `](${to}${anchor === undefined ? '' : `#${anchor}`})`;
  });
}

function firstWords(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  return words.length > 80 ? `${words.slice(0, 80)}…` : words;
}
