import type { Finding } from '../../src/diagnostics/diagnostic.js';
import type { TranslateOptions } from '../../src/translate/options.js';
import type { Translation } from '../../src/translate/protocol.js';
import { readCases } from '../translate/cases.js';
import { resourcesOf, translateResources } from '../translate/input.js';

/** What we make of one case. */
export interface Result {
  readonly name: string;
  readonly translation: Translation;
}

/** What we make of every case (the goldens and the shared ones), with the options that a test is about. */
export function results(options: Partial<TranslateOptions> = {}): readonly Result[] {
  return readCases().map((each) => ({
    name: each.name,
    translation: translateResources(resourcesOf(each.input), {
      ...options,
      namespaceScoped: each.flags.includes('--namespace-scoped'),
      allocateAddresses: !each.flags.includes('--no-allocate-addresses'),
    }),
  }));
}

/** Something that a real part judges, as it is printed, and the findings of the result that it is from. */
export interface Item<T> {
  readonly what: string;
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** Each distinct value once; the first that has it stands for all. */
export function distinct<T>(items: Iterable<Item<T>>): readonly Item<T>[] {
  const seen = new Map<string, Item<T>>();
  for (const item of items) {
    const printed = JSON.stringify(item.value);
    if (!seen.has(printed)) seen.set(printed, { ...item, value: JSON.parse(printed) as T });
  }
  return [...seen.values()];
}

/** Whether the result that an item is from has a finding with the code. */
export function says(item: Item<unknown>, code: string): boolean {
  return item.findings.some((finding) => finding.code === code);
}
