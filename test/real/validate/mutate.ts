import { Literal, type Random } from './generate.js';

type Fields = Record<string, unknown>;

/** A document with one or two things changed, most of them for the worse. `names` are fields that may be added. */
export function mutate(document: Fields, random: Random, names: readonly string[]): void {
  const changes = 1 + random.below(2);
  for (let i = 0; i < changes; i++) {
    if (random.chance(0.25)) mutateMetadata(document, random);
    else mutateSomewhere(document, random, names);
  }
}

function mutateSomewhere(document: Fields, random: Random, names: readonly string[]): void {
  const holders: (Fields | unknown[])[] = [document];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Literal) return;
    holders.push(value as Fields);
    Object.values(value).forEach(collect);
  };
  collect(document.spec);
  const holder = random.pick(holders);
  if (Array.isArray(holder)) {
    if (random.chance(0.5)) holder.push(random.pick([null, 5, 'x', {}, [], true]));
    else if (holder.length > 0) holder[random.below(holder.length)] = random.pick([null, 7, 'x', {}, false]);
    return;
  }
  const keys = Object.keys(holder).filter((key) => holder !== document || key === 'spec');
  const key = keys.length > 0 ? random.pick(keys) : 'spec';
  switch (random.below(6)) {
    case 0:
      holder[random.pick([...names, 'unknown', 'Hosts', 'wieght', 'exact', 'prefix', 'plain'])] = random.pick([
        1,
        'x',
        null,
        {},
        [],
      ]);
      break;
    case 1:
      holder[key] = null;
      break;
    case 2:
      delete holder[key];
      break;
    case 3:
      holder[key] = random.pick(wrongNumbers);
      break;
    default:
      holder[key] = random.pick([5, 'x', '', true, {}, [], [null], ['*', '*'], { a: 1 }, 1.5, '5', '-1s']);
  }
}

const wrongNumbers = [
  -1,
  0,
  65536,
  4294967296,
  2147483648,
  -2147483649,
  new Literal('9223372036854775807'),
  new Literal('9223372036854775809'),
  new Literal('1e3'),
  new Literal('1e30'),
  new Literal('3.0000000001'),
  new Literal('-0'),
  new Literal('1.5'),
];

function mutateMetadata(document: Fields, random: Random): void {
  if (typeof document.metadata !== 'object' || document.metadata === null) return;
  const metadata = document.metadata as Fields;
  const changes: (() => void)[] = [
    () =>
      set(
        metadata,
        'labels',
        random.pick([
          { a: 'b' },
          { 'a/b': 'c_d' },
          { 'A.b/c': '' },
          { 'a b': 'c' },
          { a: 'b c' },
          { a: 1 },
          { '-a': 'b' },
          null,
          [],
          { a: null },
          { [`${'x'.repeat(64)}`]: 'a' },
          { a: 'x'.repeat(64) },
        ]),
      ),
    () =>
      set(
        metadata,
        'annotations',
        random.pick([
          { a: 'any thing' },
          { 'A.B/C': 'x' },
          { 'a/b/c': 'x' },
          { a: true },
          { '': 'x' },
          { a: null },
          'x',
          { [`${'x'.repeat(254)}/a`]: '' },
        ]),
      ),
    () =>
      set(
        metadata,
        'name',
        random.pick(['Upper', 'a_b', '-a', 'a.b', 'x'.repeat(253), 'x'.repeat(254), '', null, 5, 'a..b', 'ok-1']),
      ),
    () => {
      delete metadata.name;
      if (random.chance(0.6)) metadata.generateName = random.pick(['a-', 'a', 'A-', '-', '', 'a.b-']);
    },
    () => set(metadata, random.pick(['unknown', 'label', 'Name']), random.pick(['x', null, {}])),
    () =>
      set(
        metadata,
        'creationTimestamp',
        random.pick([null, '2026-01-31T12:00:00Z', 'yesterday', '2026-13-01T00:00:00Z', 5]),
      ),
    () =>
      set(
        metadata,
        'finalizers',
        random.pick([['a.b/c'], ['a b'], ['orphan'], 'x', [1], ['orphan', 'foregroundDeletion'], null]),
      ),
    () =>
      set(
        metadata,
        'ownerReferences',
        random.pick([
          [{ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' }],
          [{ kind: 'Pod' }],
          [{ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b', more: 1 }],
          {},
        ]),
      ),
    () => set(document, 'metadata', random.pick([null, 'x', [], {}])),
    () => set(document, random.pick(['status', 'Status', 'data']), random.pick([null, 'x', {}, { a: null }, []])),
  ];
  random.pick(changes)();
}

function set(holder: Fields, key: string, value: unknown): void {
  holder[key] = value;
}
