import MarkdownIt, { type Token } from 'markdown-it';
import { escapeHtml } from '../../src/xds/admin/html.js';
import type { Findable } from './page.js';

export interface Rendered {
  readonly title: string;
  readonly html: string;
  readonly found: readonly Findable[];
  readonly anchors: ReadonlySet<string>;
}

export interface Target {
  readonly href: string;
  /** Of a picture, so that nothing moves when it comes. */
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

/** Markdown as HTML. @param target what a link or a picture that is no address leads to */
export function render(text: string, target: (link: string) => Target): Rendered {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const anchors = new Set<string>();
  const found: { title: string; anchor: string; text: string }[] = [];
  const tokens = withoutEmptyHeads(markdown.parse(text.replace(/<!--[\s\S]*?-->/g, ''), {}));
  let title = '';
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const inline = tokens[at + 1];
      const words = (inline?.children ?? []).map(({ content }) => content).join('');
      const anchor = unused(slug(words), anchors);
      token.attrSet('id', anchor);
      if (token.tag === 'h1' && title === '') title = words;
      found.push({ title: words, anchor: token.tag === 'h1' ? '' : anchor, text: '' });
    }
    if (token.type === 'inline') {
      const last = found.at(-1);
      if (last !== undefined) last.text += ` ${token.content}`;
      for (const child of token.children ?? []) {
        const name = child.type === 'link_open' ? 'href' : child.type === 'image' ? 'src' : undefined;
        const link = name === undefined ? undefined : child.attrGet(name)?.toString();
        if (name === undefined || link === undefined || /^[a-z]+:/i.test(link)) continue;
        const { href, size } = target(link);
        child.attrSet(name, href);
        if (size === undefined) continue;
        child.attrSet('width', String(size.width));
        child.attrSet('height', String(size.height));
      }
    }
  }
  // What may be wider than a phone is scrolled for itself, with the keyboard too.
  markdown.renderer.rules.table_open = () =>
    '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>\n';
  markdown.renderer.rules.table_close = () => '</table></div>\n';
  markdown.renderer.rules.th_open = () => '<th scope="col">';
  markdown.renderer.rules.fence = (all, at) => {
    const { info = '', content = '' } = all[at] ?? {};
    // Sentences, such as the message of a diagnostic, in lines as long as the page is wide; what is printed stays as it is.
    const words = info.trim() === 'text' ? ' class="words"' : '';
    return `<pre tabindex="0"${words}><code>${escapeHtml(content)}</code></pre>\n`;
  };
  markdown.renderer.rules.code_block = markdown.renderer.rules.fence;
  // A long name is broken where it has a joint: on a phone it would be broken anywhere. The hyphens of a flag stay with it.
  markdown.renderer.rules.code_inline = (all, at) => {
    const text = escapeHtml(all[at]?.content ?? '').replace(/(?<=\w)[_/.:|,](?=\w)/g, '$&<wbr>');
    return `<code>${text.replace(/(?<![\w-])--?[a-z]\w*/gi, '<span class="flag">$&</span>')}</code>`;
  };
  return { title, html: markdown.renderer.render(tokens, markdown.options, {}), found, anchors };
}

/** A head of a table that names nothing is none: Markdown has no table without one. */
function withoutEmptyHeads(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const end =
      token.type === 'thead_open' ? tokens.findIndex(({ type }, from) => from > at && type === 'thead_close') : -1;
    if (end > at && tokens.slice(at, end).every(({ type, content }) => type !== 'inline' || content.trim() === ''))
      at = end;
    else kept.push(token);
  }
  return kept;
}

/** As GitHub makes it of a heading. */
export function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function unused(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 1; taken.has(name); count++) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}
