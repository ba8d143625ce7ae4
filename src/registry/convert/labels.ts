import type { Instance } from '../model.js';

const label = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const key = /^(?:[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
/** What a person would not want to see in a cluster. */
const secret = /token|passw|secret|credential|private|api-?_?key|access-?_?key|auth|signature|username/i;
/** What is another one after every start: such labels change the object for nothing. */
const volatile: ReadonlySet<string> = new Set(['pid', 'timestamp', 'bind.ip', 'bind.port', 'remote.timestamp']);
const standard: ReadonlySet<string> = new Set(['version', 'group', 'application']);
/** Read for what they mean. */
const consumed: ReadonlySet<string> = new Set([
  'aeraki_meta_app_service_account',
  'aeraki_meta_app_namespace',
  'aeraki_meta_workload_selector',
  'aeraki_meta_locality',
  'aeraki_meta_app_version',
]);

export interface ChosenLabels {
  readonly labels: Readonly<Record<string, string>>;
  /** Keys that were wanted and can be no label; safe to print. */
  readonly invalid: readonly string[];
  /** Keys of secrets and of what changes with every start. */
  readonly withheld: readonly string[];
}

/** What becomes of an attribute, by its name alone. */
type Use = 'wanted' | 'withheld' | 'unused';

/** Names are few where providers are many; more of them than this are judged each time. */
const mostKnown = 10_000;

/**
 * Chooses the labels of endpoints: version (the application's own before Dubbo's), group, application, aeraki_meta_…, tags
 * of the registry and what `labelKeys` asks for. Never a secret.
 */
export class LabelChooser {
  readonly #labelKeys: readonly RegExp[];
  readonly #attributes = new Map<string, Use>();

  constructor(labelKeys: readonly RegExp[]) {
    this.#labelKeys = labelKeys;
  }

  choose(instance: Instance, registryName: string): ChosenLabels {
    const { attributes, tags, identity } = instance;
    const wanted: [string, string][] = [];
    const withheld: string[] = [];
    for (const name in attributes) {
      const use = this.#use(name);
      if (use === 'withheld') withheld.push(name);
      else if (use === 'wanted') put(wanted, name, attributes[name] ?? '');
    }
    if (tags !== undefined) {
      for (const [name, value] of Object.entries(tags)) {
        if (isWithheld(name)) withheld.push(name);
        else put(wanted, name, value);
      }
    }
    const version = attributes.aeraki_meta_app_version;
    if (version) put(wanted, 'version', version);
    if (identity.application && !wanted.some(([name]) => name === 'application')) {
      wanted.push(['application', identity.application]);
    }
    if (wanted.length > 1) wanted.sort(([a], [b]) => (a < b ? -1 : 1));
    const labels: Record<string, string> = {};
    const invalid: string[] = [];
    for (const [name, value] of wanted) {
      const text = value.includes(',') ? value.replaceAll(',', '-') : value;
      if (text === '') continue;
      // A name that begins with an underscore is no key of a label, so nothing of an object is ever replaced.
      if (isKey(name) && text.length <= 63 && label.test(text)) labels[name] = text;
      else invalid.push(name);
    }
    labels.registryName = registryName;
    return { labels, invalid, withheld };
  }

  #use(name: string): Use {
    const known = this.#attributes.get(name);
    if (known !== undefined) return known;
    const use: Use = consumed.has(name)
      ? 'unused'
      : isWithheld(name)
        ? 'withheld'
        : standard.has(name) || name.startsWith('aeraki_meta_') || this.#labelKeys.some((pattern) => pattern.test(name))
          ? 'wanted'
          : 'unused';
    if (this.#attributes.size < mostKnown) this.#attributes.set(name, use);
    return use;
  }
}

function isWithheld(name: string): boolean {
  return secret.test(name) || volatile.has(name);
}

/** A later value of a name takes the place of the earlier one. */
function put(list: [string, string][], name: string, value: string): void {
  for (const each of list) {
    if (each[0] !== name) continue;
    each[1] = value;
    return;
  }
  list.push([name, value]);
}

function isKey(name: string): boolean {
  return name.length <= 253 && (name.split('/').at(-1) ?? '').length <= 63 && key.test(name);
}
