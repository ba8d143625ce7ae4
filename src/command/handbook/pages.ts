import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../shell/errors.js';

export interface Page {
  /** Its file without the ending: `01-no-effect`, `guide-helm`. */
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

export type Language = 'en' | 'zh';

/** What stands around the list of pages. */
const words = {
  en: {
    ...{ chapters: 'By symptom:', guides: 'Guides:' },
    end: 'aeraki handbook PAGE shows one; aeraki handbook run PAGE runs its commands in a scratch folder.',
  },
  zh: {
    ...{ chapters: '按现象查找：', guides: '指南：' },
    end: 'aeraki handbook PAGE --lang zh 显示一页；aeraki handbook run PAGE 在临时目录中运行其中的命令。',
  },
} as const;

const folder = (packageRoot: string): string => join(packageRoot, 'docs', 'handbook');

/** The pages of the handbook, chapters first; `language` is `en` or `zh`. */
export async function pagesOf(packageRoot: string, language: Language = 'en'): Promise<readonly Page[]> {
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
export function listText(pages: readonly Page[], language: Language = 'en'): string {
  const width = Math.max(...pages.map(({ name }) => name.length));
  const row = ({ name, title }: Page): string => `  ${name.padEnd(width)}   ${title}`;
  const guides = pages.filter(({ name }) => name.startsWith('guide-'));
  const chapters = pages.filter((page) => !guides.includes(page));
  return `${[
    words[language].chapters,
    ...chapters.map(row),
    '',
    words[language].guides,
    ...guides.map(row),
    '',
    words[language].end,
  ].join('\n')}\n`;
}
