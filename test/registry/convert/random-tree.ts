import type { Random } from '../../fuzz/random.js';
import { providerName } from '../../real/registry/dubbo-names.js';

const interfaces = ['com.shop.api.Orders', 'com.shop.api.orders', 'com.shop.api.Stock$Inner', 'com.shop.Pay', 'Plain'];
const values: Readonly<Record<string, readonly string[]>> = {
  group: ['', 'eu', 'a-1', '*', 'us/east'],
  version: ['', '1.0.0', '2.0'],
  aeraki_meta_app_namespace: ['shop', 'other', '', 'Not A Label'],
  aeraki_meta_app_version: ['v1', 'v2', ''],
  aeraki_meta_workload_selector: ['', 'app:orders', 'app%3Dx'],
  weight: ['100', '0', 'x'],
  timestamp: ['1795721710', '1795721999'],
  token: ['', 's3cret'],
};
const protocols = ['dubbo', 'dubbo', 'dubbo', 'tri', 'rest', 'thrift'];
const addresses = [
  '10.1.0.1:20880',
  '10.1.0.2:20880',
  '10.1.0.3:20881',
  'orders.local:20880',
  '10.1.0.4:70000',
  '[::1]:1',
];

/** A node such as Dubbo, a person or a mistake leaves in a registry. */
export function randomNode(random: Random): string {
  const pick = <Item>(list: readonly Item[]): Item => random.pick(list);
  const next = (end: number): number => random.below(end);
  const name = pick(interfaces);
  const parameters = Object.entries(values).flatMap(([key, all]) => {
    const value = pick(all);
    return next(3) === 0 || value === '' ? [] : [[key, value] as const];
  });
  switch (next(12)) {
    case 0:
      return `/dubbo/${name}/consumers/${providerName('10.9.0.1', {}, 'consumer', name)}`;
    case 1:
      return `/dubbo/${name}/providers/${pick(['', '%', 'dubbo%3A%2F%2F', 'x'.repeat(300), '%00%1b'])}`;
    default: {
      const named = providerName(pick(addresses), Object.fromEntries(parameters), pick(protocols), name);
      return `/dubbo/${name}/providers/${named}`;
    }
  }
}
