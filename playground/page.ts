import dubbo from '../examples/dubbo.yaml';
import payments from '../examples/payments.yaml';
import { proxyVersions } from '../src/behaviour/version.js';
import { asReport, asTest, attributesOf, serviceOf } from './copies.js';
import type { Cure } from './cures.js';
import { button, byId, element } from './dom.js';
import type { Editor } from './editor.js';
import { defaultSettings, type Result, run, type Settings, translatedJson, validatedJson } from './engine.js';
import { decodeState, encodeState, type State } from './state.js';
import { showTabs } from './tabs.js';
import { answerView, filterViews, findingViews, routeViews } from './views.js';

declare const AERAKI_VERSION: string;

/** How findings call the text. */
const file = 'rules.yaml';
/** A key that is pressed is not an answer that is wanted: so many milliseconds after the last. */
const pause = 60;

const examples: readonly (readonly [name: string, text: string, service: string, attributes: string])[] = [
  [
    'Dubbo',
    dubbo,
    'orders.shop.example.com:20880',
    'interface=com.example.shop.OrderService\nmethod=pay\ngroup=trial-7',
  ],
  ['Thrift', payments, 'payments.shop.example.com:9090', 'method=refundAll'],
];

let rules = '';
let editor: Editor | undefined;
/** Works corrections out; it comes with the editor. */
let correct: ((result: Result, file: string) => Promise<readonly Cure[]>) | undefined;
let result: Result | undefined;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const example = byId('example', HTMLSelectElement);
const proxy = byId('proxy', HTMLSelectElement);
const fixed = byId('fixed', HTMLInputElement);
const service = byId('service', HTMLSelectElement);
const attributes = byId('attributes', HTMLTextAreaElement);

function settings(): Settings {
  const proxyVersion = proxyVersions.find((each) => each === proxy.value) ?? defaultSettings.proxyVersion;
  return { ...defaultSettings, fixed: fixed.checked, proxyVersion };
}

function state(): State {
  return {
    rules,
    request: { service: service.value, attributes: attributes.value },
    settings: settings(),
    version: AERAKI_VERSION,
  };
}

/** Works everything out anew and shows it; of two that overlap the later is shown. */
async function answer(): Promise<void> {
  const mine = ++turn;
  const next = await run(rules, file, settings());
  if (mine !== turn) return;
  result = next;
  const { diagnostics } = next.validation;
  const cures = (await correct?.(next, file)) ?? [];
  if (mine !== turn) return;
  editor?.show(diagnostics, cures);
  byId('count', HTMLElement).textContent = diagnostics.length === 0 ? '' : `(${diagnostics.length})`;
  const acts = {
    go: (line: number, column: number) => editor?.go(line, column),
    mend: (cure: Cure) => editor?.mend(cure),
  };
  const nothing = rules.trim() === '';
  byId('findings', HTMLElement).replaceChildren(
    ...(nothing
      ? [element('p', { class: 'soft' }, 'There are no rules yet. Type some, or choose an example.')]
      : findingViews(diagnostics, cures, acts)),
  );
  byId('filters', HTMLElement).replaceChildren(...filterViews(next.translation));
  byId('routes', HTMLElement).replaceChildren(...routeViews(next.translation));
  const names = next.services.map(({ host, port }) => `${host}:${port}`);
  const chosen = names.includes(service.value) ? service.value : (names[0] ?? '');
  service.replaceChildren(...names.map((name) => element('option', { value: name }, name)));
  service.value = chosen;
  ask();
  const fragment = await encodeState(state());
  if (mine === turn) history.replaceState(undefined, '', `#${fragment}`);
}

function ask(): void {
  if (result === undefined) return;
  const { host, port } = serviceOf(service.value);
  const view =
    host === ''
      ? [element('p', { class: 'soft' }, 'The rules have no service that could be asked.')]
      : answerView(result.route(host, port, attributesOf(attributes.value)));
  byId('answer', HTMLElement).replaceChildren(...view);
}

function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void answer(), pause);
}

async function take(given: State): Promise<void> {
  rules = given.rules;
  editor?.replace(rules);
  fixed.checked = given.settings.fixed;
  proxy.value = given.settings.proxyVersion;
  attributes.value = given.request.attributes;
  service.replaceChildren(element('option', { value: given.request.service }, given.request.service));
  await answer();
}

async function copy(what: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    byId('said', HTMLElement).textContent = `Copied: ${what}.`;
  } catch {
    byId('said', HTMLElement).textContent = 'The browser does not let the page copy. The link is in the address bar.';
  }
}

async function start(): Promise<void> {
  proxy.replaceChildren(...proxyVersions.map((version) => element('option', { value: version }, version)));
  proxy.value = defaultSettings.proxyVersion;
  example.replaceChildren(
    element('option', { value: '' }, 'choose'),
    ...examples.map(([name]) => element('option', { value: name }, name)),
  );
  example.addEventListener('change', () => {
    const found = examples.find(([name]) => name === example.value);
    if (found === undefined) return;
    const [, text, host, lines] = found;
    void take({ ...state(), rules: text, request: { service: host, attributes: lines } });
  });
  for (const control of [proxy, fixed]) control.addEventListener('change', () => void answer());
  service.addEventListener('change', soon);
  attributes.addEventListener('input', () => {
    ask();
    soon();
  });
  button('link', async () => copy('the link', location.href));
  button('test', async () => result && copy('a test', asTest(state(), result)));
  button('report', async () => result && copy('a report', asReport(state(), result, location.href)));
  showTabs();
  const [first] = examples;
  const given = await decodeState(location.hash);
  await take(
    given ?? {
      ...state(),
      rules: first?.[1] ?? '',
      request: { service: first?.[2] ?? '', attributes: first?.[3] ?? '' },
    },
  );
  document.documentElement.dataset.ready = 'answers';
  // The answers are there before the editor is loaded.
  const { createEditor, curesOf } = await import('./editor.js');
  editor = createEditor(byId('editor', HTMLElement), rules, (text) => {
    rules = text;
    soon();
  });
  correct = curesOf;
  await answer();
  addEventListener('hashchange', async () => {
    const other = await decodeState(location.hash);
    if (other !== undefined && other.rules !== rules) await take(other);
  });
  document.documentElement.dataset.ready = 'all';
}

// For the tests that hold the page against the program.
Object.assign(globalThis, { aeraki: { translatedJson, validatedJson, run } });
void start();
