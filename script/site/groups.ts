import type { Group } from './frame.js';
import { type Language, words } from './language.js';
import type { Page } from './page.js';

/** What is read first, in this order. */
const begin = ['index', 'installing', 'lab', 'validating', 'rules-under-test', 'editors'];

/** The way through the site. Of diagnostics and commands it has the page that lists them; what is not translated is in English. */
export function groupsOf(pages: readonly Page[], language: Language): readonly Group[] {
  const among = (pattern: RegExp): readonly Page[] =>
    pages.filter(({ path }) => pattern.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const chinese = language === 'zh';
  const handbook = chinese ? 'handbook/zh' : 'handbook';
  const name = words[language];
  return [
    {
      name: name.begin,
      pages: begin.flatMap((page) => among(new RegExp(`^${chinese && page === 'index' ? 'zh/index' : page}\\.html$`))),
    },
    { name: name.handbook, pages: among(new RegExp(`^${handbook}/(index|\\d\\d-.*)\\.html$`)) },
    { name: name.guides, pages: [...among(new RegExp(`^${handbook}/guide-.*\\.html$`)), ...among(/^gitops\.html$/)] },
    {
      name: name.more,
      pages: among(/^(?!index|installing|lab|validating|rules-under-test|editors|gitops)[^/]+\.html$/),
    },
    {
      name: name.reference,
      pages: [...among(/^(commands|diagnostics|schema)\/index\.html$/), ...among(/^project\/CHANGELOG\.html$/)],
    },
  ];
}
