import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { build } from 'esbuild';
import MiniSearch from 'minisearch';
import { escapeHtml } from '../../src/xds/admin/html.js';
import { look } from '../../src/xds/admin/look.js';
import { glob } from '../build/glob.js';
import { framed } from './frame.js';
import { groupsOf } from './groups.js';
import { languageOf } from './language.js';
import { render, type Target } from './markdown.js';
import { type Page, sitePath, wayTo } from './page.js';
import { schemaPages } from './schemas.js';
import { style } from './style.js';
import { indexed } from './words.js';

/** Written beside docs/, and linked from there. */
const beside = ['README.md', 'README.zh.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

export interface Built {
  readonly pages: number;
  /** Links that lead nowhere. */
  readonly problems: readonly string[];
}

/** Builds the site from the same files as everything else: Markdown of the repository and the schemas. */
export async function buildSite(root: string, folder: string): Promise<Built> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const sources = [
    ...beside,
    ...(await glob(join(root, 'docs'), /\.md$/)).map((path) => relativeTo(root, path)),
  ].sort();
  const files = new Set<string>();
  const problems: string[] = [];
  const anchors = new Map<string, ReadonlySet<string>>();
  const wanted: { readonly from: string; readonly to: string; readonly anchor: string }[] = [];
  const pages: Page[] = [...(await schemaPages(root))];
  for (const source of sources) {
    const path = sitePath(source);
    const sizes = await picturesOf(root, source);
    const target = (link: string): Target => {
      const [file = '', anchor = ''] = link.split('#');
      const to = file === '' ? source : posix.join(posix.dirname(source), decodeURI(file)).replace(/\/$/, '');
      const page = sources.includes(to) ? to : sources.includes(`${to}/README.md`) ? `${to}/README.md` : undefined;
      if (page !== undefined) {
        wanted.push({ from: source, to: page, anchor });
        return { href: (file === '' ? '' : wayTo(path, sitePath(page))) + (anchor === '' ? '' : `#${anchor}`) };
      }
      files.add(to);
      return { href: wayTo(path, `files/${to}`), size: sizes.get(to) };
    };
    const { title, html, found, anchors: own } = render(await readFile(join(root, source), 'utf8'), target);
    anchors.set(source, own);
    pages.push({ path, title: title || source, html, found });
  }
  for (const { from, to, anchor } of wanted)
    if (anchor !== '' && !anchors.get(to)?.has(anchor)) problems.push(`${from} names #${anchor}, which ${to} lacks.`);
  for (const file of files) {
    const to = join(folder, 'files', file);
    const known = await stat(join(root, file)).catch(() => undefined);
    if (known === undefined || file.startsWith('..')) problems.push(`A page names ${file}, which is not there.`);
    else if (known.isDirectory()) await copyFolder(root, file, to);
    else await put(to, () => cp(join(root, file), to));
  }
  const groups = { en: groupsOf(pages, 'en'), zh: groupsOf(pages, 'zh') };
  const paths = new Set(pages.map(({ path }) => path));
  for (const page of pages)
    await put(join(folder, page.path), (to) => writeFile(to, framed(page, groups[languageOf(page.path)], paths)));
  await writeFile(join(folder, 'site.css'), look + style);
  await writeFile(join(folder, 'search-index.js'), indexOf(pages));
  await build({
    ...{ entryPoints: [join(root, 'script/site/client.js')], outfile: join(folder, 'site.js') },
    ...{ bundle: true, format: 'iife', platform: 'browser', target: 'es2022', minify: true, legalComments: 'none' },
  });
  return { pages: pages.length, problems };
}

async function put(path: string, write: (path: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await write(path);
}

/** A folder that a page names: what is in it, and a page that lists it. */
async function copyFolder(root: string, file: string, to: string): Promise<void> {
  await cp(join(root, file), to, { recursive: true });
  const names = (await readdir(to)).sort();
  const items = names.map((name) => `<li><a href="${encodeURI(name)}">${escapeHtml(name)}</a></li>`);
  const page: Page = {
    path: `files/${file}/index.html`,
    title: file,
    html: `<h1>${file}</h1><ul>${items.join('')}</ul>`,
    found: [],
  };
  await writeFile(join(to, 'index.html'), framed(page, [], new Set()));
}

function relativeTo(root: string, path: string): string {
  return path.slice(root.length + 1).replaceAll('\\', '/');
}

/** Width and height of the drawings that a page shows. */
async function picturesOf(root: string, source: string) {
  const sizes = new Map<string, { readonly width: number; readonly height: number }>();
  for (const [, link = ''] of (await readFile(join(root, source), 'utf8')).matchAll(/!\[[^\]]*\]\(([^)]+\.svg)\)/g)) {
    const file = posix.join(posix.dirname(source), link);
    const text = await readFile(join(root, file), 'utf8').catch(() => '');
    const [, width, height] = /viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(text) ?? [];
    if (width !== undefined) sizes.set(file, { width: Number(width), height: Number(height) });
  }
  return sizes;
}

/** The index of the search as a script, so that it also loads where there is no server. */
function indexOf(pages: readonly Page[]): string {
  const search = new MiniSearch(indexed);
  let id = 0;
  for (const [page, { path, found }] of pages.entries()) {
    // What was decided why is for those who change the program.
    if (path.startsWith('adr/')) continue;
    for (const { title, anchor, text } of found)
      search.add({ id: id++, title, text: text.slice(0, 2000), page, url: anchor === '' ? path : `${path}#${anchor}` });
  }
  const made = { pages: pages.map(({ title }) => title), made: search.toJSON() };
  return `aerakiSearch(${JSON.stringify(made)});`;
}
