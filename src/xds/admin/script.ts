/**
 * What runs in the pages: an element `aeraki-table` around a table, which can be filtered, sorted and copied; and the
 * parts of the page that are replaced when the server has news, without taking the focus or what was typed.
 */
export const script = `
class AerakiTable extends HTMLElement {
  connectedCallback() {
    if (this.bar) return;
    const label = this.dataset.name;
    this.bar = document.createElement('div');
    this.bar.className = 'bar';
    this.filter = document.createElement('input');
    this.filter.type = 'search';
    this.filter.placeholder = 'Filter ' + label;
    this.filter.setAttribute('aria-label', 'Filter ' + label);
    this.filter.addEventListener('input', () => this.apply());
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.textContent = 'Copy ' + label;
    copy.addEventListener('click', () => this.copy());
    this.count = document.createElement('output');
    this.bar.append(this.filter, copy, this.count);
    this.prepend(this.bar);
    this.heads = [...this.querySelectorAll('thead th')];
    this.heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => this.sort(column));
    });
    this.take(this.querySelector('tbody'));
  }
  take(body) {
    this.rows = [...body.rows];
    const mine = this.querySelector('tbody');
    if (mine !== body) mine.replaceWith(body);
    this.apply();
  }
  sort(column) {
    const down = this.column === column && !this.down;
    this.column = this.column === column && this.down ? undefined : column;
    this.down = this.column !== undefined && down;
    this.heads.forEach((head, at) => {
      if (at === this.column) head.setAttribute('aria-sort', this.down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    });
    this.apply();
  }
  get shown() { return [...this.querySelector('tbody').rows]; }
  apply() {
    const wanted = this.filter.value.trim().toLowerCase().split(/\\s+/).filter(Boolean);
    const found = this.rows.filter((row) => wanted.every((word) => row.textContent.toLowerCase().includes(word)));
    const text = (row) => row.cells[this.column]?.textContent ?? '';
    const order = new Intl.Collator('en', { numeric: true }).compare;
    if (this.column !== undefined) found.sort((a, b) => order(text(a), text(b)) * (this.down ? -1 : 1));
    this.querySelector('tbody').replaceChildren(...found);
    this.count.textContent = found.length === this.rows.length ? this.rows.length + ' in all' : found.length + ' of ' + this.rows.length;
  }
  async copy() {
    const line = (cells) => [...cells].map((cell) => cell.textContent.trim().replace(/\\s+/g, ' ')).join('\\t');
    const text = [line(this.heads), ...this.shown.map((row) => line(row.cells))].join('\\n') + '\\n';
    try {
      await navigator.clipboard.writeText(text);
      this.count.textContent = 'Copied';
    } catch {
      this.count.textContent = 'The browser does not let the page copy.';
    }
  }
}
customElements.define('aeraki-table', AerakiTable);

const live = document.getElementById('live');
const said = (text, kind) => { live.textContent = text; live.className = kind; };
let last = '';
const show = (html) => {
  if (html === last) return;
  last = html;
  const fresh = document.createElement('template');
  fresh.innerHTML = html;
  const main = document.querySelector('main');
  const next = [...fresh.content.children];
  const same = next.length === main.children.length && next.every((part, at) => part.id === main.children[at].id);
  if (!same) return void main.replaceChildren(...next);
  next.forEach((part, at) => {
    const now = main.children[at];
    const tables = part.querySelectorAll('aeraki-table');
    const own = now.querySelectorAll('aeraki-table');
    if (tables.length !== 1 || own.length !== 1) {
      if (now.innerHTML !== part.innerHTML) now.replaceWith(part);
      return;
    }
    own[0].take(document.importNode(tables[0].querySelector('tbody'), true));
  });
};
if (document.documentElement.dataset.live === 'events') {
  const source = new EventSource('/events');
  source.onopen = () => said('live', 'on');
  source.onerror = () => said('connection lost', 'off');
  source.onmessage = ({ data }) => show(JSON.parse(data));
} else {
  const ask = async () => {
    try {
      show(await (await fetch('/page')).text());
      said('live', 'on');
    } catch {
      said('connection lost', 'off');
    }
  };
  setInterval(ask, 1000);
  void ask();
}
`;
