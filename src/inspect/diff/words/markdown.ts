import { printable } from '../../../output/printable.js';
import type { Difference } from '../difference.js';
import { differencesText } from '../text.js';
import type { Statement } from './statement.js';
import { notesOf, subjectOf } from './text.js';

/** GitHub takes comments of 65,536 characters; some room is left for what is put around it. */
export const MARKDOWN_LIMIT = 60_000;

/** Found again by who keeps a comment up to date. */
export const MARKER = '<!-- aeraki diff -->';

/** The change as a comment: a summary, then a list, then the objects, folded; never longer than the limit. */
export function diffMarkdown(
  statements: readonly Statement[],
  differences: readonly Difference[],
  showSecrets: boolean,
): string {
  const summary = summaryOf(statements, differences);
  const head = `${MARKER}\n### Aeraki: ${summary}\n`;
  const items = statements.map(
    (each) =>
      `- ${cell(`${subjectOf(each)}: ${each.text}`)}${notesOf(each)
        .map((note) => `\n  - ${cell(note)}`)
        .join('')}`,
  );
  const listed = folded('Changes of the rules', items, MARKDOWN_LIMIT - head.length - 4_000, statements.length <= 20);
  const plain = { added: String, removed: String, changed: String, hunk: String };
  const lines = differencesText(differences, plain, showSecrets).split('\n').slice(0, -1);
  const rest = MARKDOWN_LIMIT - head.length - listed.length;
  return `${head}${listed}${objects(lines, differences.length, rest)}`;
}

function summaryOf(statements: readonly Statement[], differences: readonly Difference[]): string {
  if (statements.length === 0 && differences.length === 0) return 'no difference';
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const unknown = statements.filter(({ effect }) => effect?.status === 'unknown').length;
  const more = unknown === 0 ? '' : `; of ${unknown} could not tell what requests notice`;
  return `${count(statements.length, 'change')} of the rules, ${count(differences.length, 'object')} changed${more}`;
}

function folded(title: string, items: readonly string[], limit: number, open: boolean): string {
  if (items.length === 0) return '';
  const before = open ? '\n' : `\n<details><summary>${title} (${items.length})</summary>\n\n`;
  const after = open ? '\n' : '\n</details>\n';
  return `${before}${fitting(items, limit - before.length - after.length - 60)}${after}`;
}

function objects(lines: readonly string[], count: number, limit: number): string {
  if (lines.length === 0) return '';
  const safe = lines.map((line) => line.replaceAll('```', "'''"));
  const before = `\n<details><summary>Objects (${count})</summary>\n\n\`\`\`diff\n`;
  const after = '\n```\n</details>\n';
  // Lines of a field stand behind two blanks, which `diff` does not colour.
  const left = safe.map((line) => line.replace(/^ {2}(?=[-+@])/, ''));
  return `${before}${fitting(left, limit - before.length - after.length - 60)}${after}`;
}

/** As many lines as fit; of the rest, how many there are. */
function fitting(lines: readonly string[], limit: number): string {
  let size = 0;
  let taken = 0;
  for (const line of lines) {
    if (size + line.length + 1 > limit) break;
    size += line.length + 1;
    taken += 1;
  }
  const rest = lines.length - taken;
  return [...lines.slice(0, taken), ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n');
}

/** Text within a list: nothing in it is a tag, a mention or another mark. */
function cell(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`)
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\n/g, ' ');
}
