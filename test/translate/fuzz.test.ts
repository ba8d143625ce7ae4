import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Json } from '../../src/model/envoy.js';
import type { KubernetesObject, Resource } from '../../src/model/resource.js';
import { readCases } from './cases.js';
import { resourcesOf, translateResources } from './input.js';

/**
 * Documents of the cases with fields taken away, emptied, doubled or given another value of the same type: what the
 * schema layer lets through. Whatever is in them, translate must not throw, and must say the same twice.
 */

const texts = [
  '',
  '*',
  '**',
  'a*b',
  '0',
  '-1s',
  '5 s',
  '1h',
  '[::1',
  '::1',
  'x'.repeat(300),
  '\u0000',
  '__proto__',
  'é',
];
const numbers = [0, 1, -1, 0.5, 65_536, 4_294_967_296, 1e21, -1e300];

type Edit = 'delete' | 'empty' | 'double' | 'replace';

interface Mutation {
  readonly path: number;
  readonly edit: Edit;
  readonly value: number;
}

/** Pointers of all values of a document, as paths of keys. */
function paths(value: unknown, here: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [here];
  const own = here.length === 0 ? [] : [here];
  return [...own, ...Object.entries(value).flatMap(([key, child]) => paths(child, [...here, key]))];
}

function edited(value: Json | undefined, edit: Edit, choice: number): Json | undefined {
  if (edit === 'delete') return undefined;
  if (Array.isArray(value)) return edit === 'empty' ? [] : [...value, ...value];
  if (typeof value === 'object') return {};
  if (typeof value === 'string') return edit === 'empty' ? '' : (texts[choice % texts.length] ?? '');
  if (typeof value === 'number') return edit === 'empty' ? 0 : (numbers[choice % numbers.length] ?? 0);
  return typeof value === 'boolean' ? !value : value;
}

/** A copy of a document with one value changed. */
function mutated(value: unknown, path: readonly string[], { edit, value: choice }: Mutation): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return edited(value as Json, edit, choice);
  if (Array.isArray(value)) {
    return value.flatMap((child, index) => {
      if (String(index) !== key) return [child];
      const made = mutated(child, rest, { path: 0, edit, value: choice });
      return made === undefined ? [] : [made];
    });
  }
  const copy: Record<string, unknown> = { ...(value as object) };
  const made = mutated(copy[key], rest, { path: 0, edit, value: choice });
  if (made === undefined) delete copy[key];
  else copy[key] = made;
  return copy;
}

function apply(resource: Resource, mutation: Mutation): Resource {
  // apiVersion, kind and name decide what the document is; without them it never gets here.
  const all = paths(resource.object).filter(
    ([first, second]) => first === 'spec' || first === 'data' || second === 'annotations',
  );
  const path = all[mutation.path % Math.max(all.length, 1)];
  if (path === undefined) return resource;
  return { ...resource, object: mutated(resource.object, path, mutation) as KubernetesObject };
}

describe('translate with mutated documents', () => {
  const native = /Dubbo|Redis|tcp-(dubbo|thrift|redis|kafka|zookeeper)/;
  const cases = readCases().filter(({ input }) => native.test(input));
  const mutation = fc.record({
    path: fc.nat(),
    edit: fc.constantFrom<Edit>('delete', 'empty', 'double', 'replace'),
    value: fc.nat(),
  });
  const runs = fc.record({
    which: fc.nat(),
    mutations: fc.array(fc.record({ document: fc.nat(), mutation }), { minLength: 1, maxLength: 6 }),
    fixed: fc.boolean(),
  });

  it('does not throw, and gives the same result twice', function () {
    this.timeout(120_000);
    assert.ok(cases.length > 50, `${cases.length} cases`);
    const parsed = cases.map(({ input }) => resourcesOf(input));
    fc.assert(
      fc.property(runs, ({ which, mutations, fixed }) => {
        const resources = [...(parsed[which % parsed.length] ?? [])];
        for (const { document, mutation: change } of mutations) {
          const index = document % resources.length;
          const resource = resources[index];
          if (resource !== undefined) resources[index] = apply(resource, change);
        }
        const told = () => {
          const { findings, ...objects } = translateResources(resources, { fixed });
          return JSON.stringify([objects, findings.map(({ code, message, pointer }) => [code, message, pointer])]);
        };
        assert.equal(told(), told());
      }),
      { numRuns: 1000 },
    );
  });
});
