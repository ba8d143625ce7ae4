import MiniSearch from 'minisearch';
import { indexed } from './words.js';

/** What runs in the pages of the site: the search. Its index is loaded when somebody goes to the field. */
const root = document.currentScript.dataset.root;
const field = document.getElementById('search');
const list = document.getElementById('found');
const ways = document.getElementById('ways');
const wide = matchMedia('(min-width: 901px)');
const open = () => {
  ways.open = wide.matches;
};
open();
wide.addEventListener('change', open);

const chinese = document.documentElement.lang === 'zh';
/** Who reads English gets no Chinese; who reads Chinese gets both, for not all pages are translated. */
const filter = chinese ? undefined : ({ url }) => !/(^|\/)zh\//.test(url);
const nothingFound = chinese ? '没有找到。' : 'Nothing has these words.';

let index;
function load() {
  index ??= new Promise((resolve) => {
    globalThis.aerakiSearch = ({ pages, made }) => {
      resolve({ pages, search: MiniSearch.loadJS(made, indexed) });
    };
    const script = document.createElement('script');
    script.src = `${root}search-index.js`;
    document.head.append(script);
  });
  return index;
}

async function show() {
  const words = field.value.trim();
  const { pages, search } = await load();
  if (words !== field.value.trim()) return;
  const found =
    words === '' ? [] : search.search(words, { prefix: true, fuzzy: 0.15, boost: { title: 4 }, filter }).slice(0, 30);
  const items = found.map(({ title, page, url }) => {
    const link = document.createElement('a');
    link.href = root + url;
    link.append(title);
    if (pages[page] !== title) {
      const small = document.createElement('small');
      small.textContent = pages[page];
      link.append(small);
    }
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  if (items.length === 0) {
    const nothing = document.createElement('li');
    const says = document.createElement('p');
    says.textContent = nothingFound;
    nothing.append(says);
    items.push(nothing);
  }
  list.replaceChildren(...items);
  list.hidden = words === '';
}

field.addEventListener('focus', load);
field.addEventListener('input', show);
addEventListener('keydown', (event) => {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement);
  if (event.key === '/' && !/^(input|textarea)$/i.test(document.activeElement.tagName)) {
    event.preventDefault();
    field.focus();
  } else if (event.key === 'Escape' && !list.hidden) {
    list.hidden = true;
    field.focus();
  } else if (event.key === 'ArrowDown' && !list.hidden && (at >= 0 || document.activeElement === field)) {
    event.preventDefault();
    links[at + 1]?.focus();
  } else if (event.key === 'ArrowUp' && at >= 0) {
    event.preventDefault();
    (links[at - 1] ?? field).focus();
  } else if (event.key === 'Enter' && document.activeElement === field && !list.hidden) {
    links[0]?.click();
  }
});
addEventListener('click', ({ target }) => {
  if (!list.contains(target) && target !== field) list.hidden = true;
});
