/** Languages that pages of the site are in. */
export type Language = 'en' | 'zh';

/** By its path in the site. */
export function languageOf(path: string): Language {
  return /(^|\/)zh\//.test(path) ? 'zh' : 'en';
}

/** Where the page would be in the other language: `handbook/x.html` and `handbook/zh/x.html`, `index.html` and `zh/index.html`. */
export function otherPath(path: string): string {
  return languageOf(path) === 'zh' ? path.replace(/(^|\/)zh\//, '$1') : path.replace(/[^/]+$/, 'zh/$&');
}

/** What stands around the text of a page. */
export const words = {
  en: {
    ...{ toText: 'To the text', search: 'Search', pages: 'Pages', before: 'Before: ', next: 'Next: ', other: '中文' },
    ...{ begin: 'Begin', handbook: 'Handbook', guides: 'Guides', more: 'More', reference: 'Reference' },
  },
  zh: {
    ...{ toText: '跳到正文', search: '搜索', pages: '目录', before: '上一页：', next: '下一页：', other: 'English' },
    ...{ begin: '入门', handbook: '手册', guides: '指南', more: '更多', reference: '参考' },
  },
} as const;
