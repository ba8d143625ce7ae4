import assert from 'node:assert/strict';
import { buildIndex } from '../../src/index/build.js';
import { LiveIndex } from '../../src/index/live.js';
import { withOtherEnd } from '../../src/index/live-end.js';
import type { MeshIndex } from '../../src/index/mesh-index.js';
import type { KubernetesObject, Resource } from '../../src/model/resource.js';
import { defaultTranslateOptions as options } from '../../src/translate/options.js';
import { Random } from '../fuzz/random.js';

const kinds = ['MetaRouter', 'VirtualService', 'DestinationRule'] as const;
const spaces = ['shop', 'bank', 'istio-system'];
const resource = (kind: string, namespace: string, name: string, spec: object): Resource => {
  const object = { apiVersion: 'v1', kind, metadata: { name, namespace }, spec } as unknown as KubernetesObject;
  const source = { file: '', document: 0, pointer: '', line: 1 };
  return { kind, apiVersion: 'v1', namespace, name, source, nulls: [], object };
};
const service = (at: number): Resource =>
  resource('ServiceEntry', 'shop', `s${at}`, {
    hosts: [`s${at}.example.com`],
    resolution: 'STATIC',
    ports: [{ number: 20880, name: 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
  });

/** One of few names and hosts, so that they meet. */
function rule(random: Random): Resource {
  const kind = random.pick(kinds);
  const host = `s${random.below(4)}.example.com`;
  const spec =
    kind === 'DestinationRule'
      ? { host }
      : {
          hosts: random.chance(0.2) ? [host, host, 'other.example.com'] : [host],
          ...(random.chance(0.3) && { gateways: ['gate', 'bank/gate'] }),
        };
  return resource(kind, random.pick(spaces), `r${random.below(6)}`, spec);
}

/** Each look-up of an index, as `field\nkey`, and what it gives. */
function lookUps(index: MeshIndex): ReadonlyMap<string, unknown> {
  const all = new Map<string, unknown>();
  for (const [field, value] of Object.entries(index)) {
    if (value instanceof Set) for (const key of value) all.set(`${field}\n${key}`, true);
    else if (value instanceof Map || typeof value.entries === 'function') {
      if (!Array.isArray(value)) for (const [key, found] of value.entries()) all.set(`${field}\n${key}`, found);
    }
  }
  return all;
}

const plain = (index: MeshIndex): object =>
  Object.fromEntries(
    Object.entries(index).map(([field, value]) => [
      field,
      Array.isArray(value) ? [...value] : typeof value?.entries === 'function' ? [...value] : value,
    ]),
  );

describe('an index of resources of which the last ones are others', () => {
  it('is what one that is built anew is, and says all that changed, in any order of edits', () => {
    let patched = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const live = new LiveIndex();
      let state: readonly Resource[] = [...[0, 1, 2, 3].map(service), rule(random)];
      let before = live.update(state, options).index;
      for (let step = 0; step < 25; step++) {
        const next = edited(state, random);
        const alone = withOtherEnd(before, state, next);
        const { index, change } = live.update(next, options);
        const built = buildIndex(next, options);
        for (const each of [index, ...(alone === undefined ? [] : [alone.index])]) {
          const [is, wanted] = [plain(each), plain(built)] as [Record<string, unknown>, Record<string, unknown>];
          for (const field of Object.keys(wanted)) {
            assert.deepEqual(is[field], wanted[field], `seed ${seed}, step ${step}: ${field}, ${each === index}`);
          }
        }
        if (alone !== undefined && next !== state) {
          patched += 1;
          assertAllSaid(before, built, alone.change, `seed ${seed}, step ${step}`);
        }
        if (change !== undefined) assertAllSaid(before, built, change, `seed ${seed}, step ${step}`);
        [state, before] = [next, index];
      }
    }
    assert.ok(patched > 500, String(patched));
  });
});

/** The end is another, mostly; now and then something else. */
function edited(state: readonly Resource[], random: Random): readonly Resource[] {
  const kept = state.slice(0, state.length - random.below(Math.min(4, state.length - 3)));
  const come = Array.from({ length: random.below(4) }, () => rule(random));
  const ids = new Set<string>();
  return (random.chance(0.1) ? [...come, ...kept] : [...kept, ...come]).filter(({ kind, namespace, name }) => {
    const id = `${kind} ${namespace}/${name}`;
    return !ids.has(id) && ids.add(id);
  });
}

function assertAllSaid(
  before: MeshIndex,
  now: MeshIndex,
  { fields, keys }: { readonly fields: ReadonlySet<string>; readonly keys: ReadonlySet<string> },
  where: string,
): void {
  const [old, made] = [lookUps(before), lookUps(now)];
  for (const key of new Set([...old.keys(), ...made.keys()])) {
    if (!keys.has(key)) assert.deepEqual(made.get(key), old.get(key), `${where}: ${key}`);
  }
  const [was, is] = [plain(before), plain(now)] as [Record<string, unknown>, Record<string, unknown>];
  for (const field of Object.keys(is)) {
    if (!fields.has(field)) assert.deepEqual(is[field], was[field], `${where}: ${field}`);
  }
}
