import type { Labels } from '../../../model/labels.js';
import { entries, type Report } from '../rule.js';

const part = '[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?';
const name = '(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const key = new RegExp(`^(${part}(?:\\.${part})*/)?(${name})$`);
const value = new RegExp(`^(?:${name})?$`);

/** AER1105: labels that no workload can have. istiod does not bound the length of a value. */
export function checkLabels(labels: Labels | undefined, pointer: string, report: Report): void {
  for (const [each, text, at] of entries(labels, pointer)) {
    if (!isKey(each)) report('AER1105', at, { what: `key "${each}"` }, { at: 'key' });
    if (!value.test(text)) report('AER1105', at, { what: `value "${text}"` });
  }
}

function isKey(text: string): boolean {
  const [, prefix = '', local = ''] = key.exec(text) ?? [];
  return local !== '' && local.length <= 63 && prefix.length <= 254;
}

/** AER1103, AER1104: what an Istio selector of workloads may not say; true where istiod looks no further. */
export function checkSelector(labels: Labels | undefined, pointer: string, report: Report): void {
  const all = entries(labels, pointer);
  for (const [each, text, at] of all) {
    if (each === '') report('AER1103', at, { why: 'a label without a name selects nothing' }, { at: 'key' });
    if (`${each}${text}`.includes('*')) report('AER1103', at, { why: '"*" is no wildcard there' }, { at: 'key' });
  }
  if (all.length === 0) report('AER1104', pointer.slice(0, pointer.lastIndexOf('/')));
}
