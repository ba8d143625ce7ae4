import assert from 'node:assert/strict';
import { AddressBook } from '../../src/controller/addresses.js';
import type { Loaded } from '../../src/load/loaded.js';
import { resourcesOf } from '../translate/input.js';

const entry = (name: string, address: string | undefined, created: string, resolution = 'STATIC'): string => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${name}, namespace: shop, creationTimestamp: "2026-01-01T00:00:0${created}Z"}
spec: {hosts: [${name}.example], resolution: ${resolution}${address === undefined ? '' : `, addresses: [${address}]`}}
`;
const loaded = (...entries: readonly string[]): Loaded => ({
  documents: [],
  resources: resourcesOf(entries.join('')),
  findings: [],
  files: 0,
  locate: () => ({ line: 1, column: 1 }),
});
const given = (book: AddressBook, input: Loaded): Record<string, string> => {
  const { allocations, loaded: out } = book.assign(input, () => 0);
  for (const [key, { addresses }] of allocations) {
    const found = out.resources.find(({ namespace, name }) => `${namespace}/${name}` === key);
    const spec = found?.object.spec as { addresses?: unknown } | undefined;
    assert.deepEqual(spec?.addresses, addresses);
  }
  return Object.fromEntries([...allocations].map(([key, { addresses }]) => [key.slice(5), addresses[0] ?? '']));
};

describe('the address book', () => {
  it('gives the lowest free address, in order of creation, to those that want one', () => {
    const input = loaded(
      entry('b', undefined, '2'),
      entry('a', undefined, '3'),
      entry('c', '240.240.0.1', '9'),
      entry('none', undefined, '1', 'NONE'),
    );
    assert.deepEqual(given(new AddressBook(), input), { b: '240.240.0.2', a: '240.240.0.3' });
  });

  it('keeps what it gave until it is written, whoever comes or goes', () => {
    const book = new AddressBook();
    assert.deepEqual(given(book, loaded(entry('a', undefined, '2'), entry('b', undefined, '3'))), {
      a: '240.240.0.1',
      b: '240.240.0.2',
    });
    assert.deepEqual(given(book, loaded(entry('new', undefined, '1'), entry('b', undefined, '3'))), {
      b: '240.240.0.2',
      new: '240.240.0.1',
    });
  });

  it('moves the younger of two with one address', () => {
    const input = loaded(
      entry('old', '240.240.0.7', '1'),
      entry('young', '240.240.0.7', '2'),
      entry('mine', '10.0.0.1', '3'),
      entry('also', '10.0.0.1', '4'),
    );
    assert.deepEqual(given(new AddressBook(), input), { young: '240.240.0.1' });
  });

  it('passes over .0 and .255 as the reference does', () => {
    const many = Array.from({ length: 256 }, (_, index) => entry(`e${String(index).padStart(3, '0')}`, undefined, '1'));
    const addresses = Object.values(given(new AddressBook(), loaded(...many)));
    assert.equal(addresses[253], '240.240.0.254');
    assert.equal(addresses[254], '240.240.1.1');
    assert.equal(new Set(addresses).size, 256);
  });

  it('gives the same objects again, so that nothing is worked out anew', () => {
    const book = new AddressBook();
    const input = loaded(entry('a', undefined, '1'));
    const [one] = book.assign(input, () => 0).loaded.resources;
    const [two] = book.assign(input, () => 0).loaded.resources;
    assert.equal(one, two);
  });
});
