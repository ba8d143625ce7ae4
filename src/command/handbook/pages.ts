import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../shell/errors.js';

export interface Page {
  /** Its file without the ending: `01-no-effect`, `guide-helm`. */
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

const folder = (packageRoot: string): string => join(packageRoot, 'docs', 'handbook');

/** The pages of the handbook, chapters first; `language` is `en` or `zh`. */
export async function pagesOf(packageRoot: string, language: 'en' | 'zh' = 'en'): Promise<readonly Page[]> {
  const directory = language === 'en' ? folder(packageRoot) : join(folder(packageRoot), language);
  const names = (await readdir(directory).catch(() => [])).filter((name) => /^(\d\d|guide)-.*\.md$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      const title = /^# (.+)$/m.exec(await readFile(path, 'utf8'))?.[1] ?? name;
      return { name: name.replace(/\.md$/, ''), title, path };
    }),
  );
}

/** The page that a person means by its number, its name or part of it. Raises `UsageError` where none or several are meant. */
export function findPage(asked: string, pages: readonly Page[]): Page {
  const wanted = asked.toLowerCase().replace(/\.md$/, '');
  const exact = pages.find(({ name }) => name === wanted || name.replace(/^(\d\d|guide)-/, '') === wanted);
  if (exact) return exact;
  const some = /^\d{1,2}$/.test(wanted)
    ? pages.filter(({ name }) => name.startsWith(`${wanted.padStart(2, '0')}-`))
    : pages.filter(({ name, title }) => name.includes(wanted) || title.toLowerCase().includes(wanted));
  const [first, second] = some;
  if (first !== undefined && second === undefined) return first;
  const list = (some.length > 0 ? some : pages).map(({ name }) => name).join(', ');
  throw new UsageError(
    first === undefined
      ? `The handbook has no page ${asked}. Its pages: ${list}.`
      : `Several pages are meant by ${asked}: ${list}. Name one of them.`,
  );
}

/** The list of all pages, as `aeraki handbook` prints it. */
export function listText(pages: readonly Page[]): string {
  const width = Math.max(...pages.map(({ name }) => name.length));
  const row = ({ name, title }: Page): string => `  ${name.padEnd(width)}   ${title}`;
  const guides = pages.filter(({ name }) => name.startsWith('guide-'));
  const chapters = pages.filter((page) => !guides.includes(page));
  return `${[
    'By symptom:',
    ...chapters.map(row),
    '',
    'Guides:',
    ...guides.map(row),
    '',
    'aeraki handbook PAGE shows one; aeraki handbook run PAGE runs its commands in a scratch folder.',
  ].join('\n')}\n`;
}
