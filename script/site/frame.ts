import { escapeHtml } from '../../src/xds/admin/html.js';
import { languageOf, otherPath, words } from './language.js';
import { type Page, wayTo } from './page.js';

export interface Group {
  readonly name: string;
  readonly pages: readonly { readonly path: string; readonly title: string }[];
}

/**
 * A whole page: the way through the site, the search, the text, what comes before and after it.
 * It is painted when all of it is read and the script has opened the way: a part of a table, or a closed list, would
 * move when the rest comes.
 *
 * @param paths all pages that there are, to know whether there is one in the other language
 */
export function framed(page: Page, groups: readonly Group[], paths: ReadonlySet<string>): string {
  const language = languageOf(page.path);
  const say = words[language];
  const other = otherPath(page.path);
  const otherLanguage = languageOf(other);
  const change = paths.has(other)
    ? `<a class="language" href="${wayTo(page.path, other)}" lang="${otherLanguage}" hreflang="${otherLanguage}">${say.other}</a>`
    : '';
  const home = language === 'zh' && paths.has('zh/index.html') ? 'zh/index.html' : 'index.html';
  const to = (path: string): string => wayTo(page.path, path);
  const link = ({ path, title }: { readonly path: string; readonly title: string }): string =>
    `<li><a href="${to(path)}"${path === page.path ? ' aria-current="page"' : ''}${languageOf(path) === language ? '' : ' lang="en"'}>${escapeHtml(title)}</a></li>`;
  const nav = groups.map(({ name, pages }) => `<h2>${escapeHtml(name)}</h2><ul>${pages.map(link).join('')}</ul>`);
  const row = groups.flatMap(({ pages }) => pages);
  const at = row.findIndex(({ path }) => path === page.path);
  const beside = [
    [row[at - 1], say.before],
    [row[at + 1], say.next],
  ] as const;
  const ends = beside.flatMap(([other, word]) =>
    at < 0 || other === undefined ? [] : [`<a href="${to(other.path)}">${word}${escapeHtml(other.title)}</a>`],
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(page.title)} – aeraki</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${to('site.css')}"><link rel="expect" href="#whole" blocking="render"><script defer blocking="render" src="${to('site.js')}" data-root="${to('index.html').replace(/index\.html$/, '')}"></script></head>
<body><a class="skip" href="#text">${say.toText}</a>
<header><a class="name" href="${to(home)}">aeraki</a>${change}<search><label for="search">${say.search}</label><input type="search" id="search" autocomplete="off" aria-controls="found"><ul id="found" hidden></ul></search></header>
<div class="columns"><nav aria-label="${say.pages}"><details id="ways"><summary>${say.pages}</summary>${nav.join('')}</details></nav>
<main id="text" tabindex="-1">${page.html}${ends.length > 0 ? `<p class="ends">${ends.join('')}</p>` : ''}</main></div><span id="whole"></span></body></html>
`;
}
