/** A page before it is put into its frame. */
export interface Page {
  /** Where it is in the site: `handbook/index.html`. */
  readonly path: string;
  readonly title: string;
  /** Of `main`, as HTML. */
  readonly html: string;
  /** What the search knows of it. */
  readonly found: readonly Findable[];
}

export interface Findable {
  readonly title: string;
  /** Of the heading; '' is the page itself. */
  readonly anchor: string;
  readonly text: string;
}

/** The path in the site of a page that is written by hand or generated, by its path in the repository. */
export function sitePath(source: string): string {
  if (source === 'README.md') return 'index.html';
  if (source === 'README.zh.md') return 'zh/index.html';
  const inDocs = source.startsWith('docs/') ? source.slice('docs/'.length) : `project/${source}`;
  return inDocs.replace(/(^|\/)README\.md$/, '$1index.html').replace(/\.md$/, '.html');
}

/** The way from one page of the site to another, so that the site can stand anywhere. */
export function wayTo(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}
