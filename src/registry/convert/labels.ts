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

/**
 * The labels of an endpoint: version (the application's own before Dubbo's), group, application, aeraki_meta_…, tags of
 * the registry and what `labelKeys` asks for. Never a secret.
 */
export function chooseLabels(instance: Instance, registryName: string, labelKeys: readonly RegExp[]): ChosenLabels {
  const { attributes, tags } = instance;
  const wanted = new Map<string, string>();
  const withheld: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (consumed.has(name)) continue;
    if (secret.test(name) || volatile.has(name)) withheld.push(name);
    else if (standard.has(name) || name.startsWith('aeraki_meta_') || labelKeys.some((pattern) => pattern.test(name)))
      wanted.set(name, value);
  }
  for (const [name, value] of Object.entries(tags ?? {})) {
    if (secret.test(name) || volatile.has(name)) withheld.push(name);
    else wanted.set(name, value);
  }
  const version = attributes.aeraki_meta_app_version;
  if (version) wanted.set('version', version);
  if (instance.identity.application && !wanted.has('application'))
    wanted.set('application', instance.identity.application);
  const labels: Record<string, string> = Object.create(null);
  const invalid: string[] = [];
  for (const [name, value] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = value.replaceAll(',', '-');
    if (text === '') continue;
    if (isKey(name) && text.length <= 63 && label.test(text)) labels[name] = text;
    else invalid.push(name);
  }
  labels.registryName = registryName;
  return { labels, invalid, withheld };
}

function isKey(name: string): boolean {
  return name.length <= 253 && (name.split('/').at(-1) ?? '').length <= 63 && key.test(name);
}
