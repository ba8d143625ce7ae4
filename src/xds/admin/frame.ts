import { randomBytes } from 'node:crypto';
import { escapeHtml, Html, html } from './html.js';
import { look } from './look.js';
import { script } from './script.js';

export interface Frame {
  readonly title: string;
  /** Of `main`, as HTML: elements with an id each, which are replaced one by one when there are news. */
  readonly content: string;
  /** How the page learns of news: it listens to `/events`, or asks `/page` every second. */
  readonly live: 'events' | 'ask';
  /** Rules of style beside those that all pages have. */
  readonly style?: string;
}

/** A whole page, and the Content-Security-Policy that it has to be sent with. */
export function framed({ title, content, live, style = '' }: Frame): {
  readonly page: string;
  readonly policy: string;
} {
  const nonce = randomBytes(16).toString('base64');
  const page = `<!doctype html>
<html lang="en" data-live="${live}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
<style nonce="${nonce}">${look}${style}</style></head><body><header><h1>${escapeHtml(title)}</h1><span id="live" role="status">not live</span></header><main>${content}</main>
<script nonce="${nonce}">${script}</script></body></html>
`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
  return { page, policy };
}

export interface Column {
  readonly name: string;
  readonly kind?: 'number' | 'code' | 'state' | 'share';
}

export interface Row {
  readonly kind?: string;
  readonly cells: readonly (Html | string | number)[];
}

/** A table that can be filtered, sorted and copied; `name` is what stands in it, in the plural. */
export function table(id: string, name: string, columns: readonly Column[], rows: readonly Row[]): Html {
  const cell = (value: Html | string | number, { name: label, kind }: Column): Html => {
    const shown = value instanceof Html ? value : breakable(String(value));
    return html`<td data-name="${label}" class="${kind ?? ''}"><span>${shown}</span></td>`;
  };
  return html`<aeraki-table data-name="${name}"><div class="scroll"><table id="${id}"><thead><tr>${columns.map(
    (column) => html`<th scope="col" class="${column.kind === 'number' ? 'number' : ''}">${column.name}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ kind, cells }) =>
      html`<tr class="${kind ?? ''}">${columns.map((column, at) => cell(cells[at] ?? '', column))}</tr>`,
  )}</tbody></table></div></aeraki-table>`;
}

/** A part of a page under its title. */
export function part(id: string, title: string, ...content: readonly Html[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
}

export function sums(entries: readonly (readonly [name: string, value: string | number, kind?: string])[]): Html {
  return html`<dl class="sums" id="sums">${entries.map(
    ([name, value, kind]) => html`<div><dt>${name}</dt><dd class="${kind ?? ''}">${value}</dd></div>`,
  )}</dl>`;
}

/** Says that a long name may go on in the next line behind a separator, and nowhere within a word. */
export function breakable(text: string): Html {
  return new Html(
    text
      .split(/(?<=[._|/,;=@~-])(?<!\d\.)(?=[^\s._|/:,;=@~-])|(?<=:)(?=\p{L})/u)
      .map(escapeHtml)
      .join('<wbr>'),
  );
}
