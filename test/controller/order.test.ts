import assert from 'node:assert/strict';
import type { JsonObject } from '../../src/model/envoy.js';
import { Random } from '../fuzz/random.js';
import { type Case, readCases } from '../translate/cases.js';
import { resourcesOf } from '../translate/input.js';
import { MemoryApi } from './memory-api.js';
import { memoryController, settled } from './memory-controller.js';

const seed = Number(process.env.SEED ?? 20);
type Named = JsonObject & { kind: string; metadata: JsonObject & { name: string; namespace: string } };

/** Objects that come in any order, some of them deleted and made again in between: the end is what the reference made. */
describe(`a controller is told of things in any order (SEED=${seed})`, function () {
  this.timeout(300_000);
  // A part of them, another one for another seed; ALL=1 has them all.
  const cases = readCases().filter((_, at) => process.env.ALL !== undefined || at % 6 === seed % 6);

  it(`${cases.length} cases`, async () => {
    const wrong: string[] = [];
    for (const [at, each] of cases.entries()) {
      const outcome = await tried(each, new Random(seed * 10_000 + at));
      if (outcome !== '') wrong.push(`${each.name}: ${outcome}`);
    }
    assert.deepEqual(wrong, []);
  });
});

async function tried({ input, flags, expected }: Case, random: Random): Promise<string> {
  const api = new MemoryApi();
  const failures: string[] = [];
  const controller = memoryController(
    api,
    false,
    ({ event, message }) => event === 'failed' && failures.push(message),
    {
      namespaceScoped: flags.includes('--namespace-scoped'),
      allocateAddresses: !flags.includes('--no-allocate-addresses'),
    },
  );
  controller.lead(true);
  controller.start();
  try {
    // "The first" of two is the older one: they are as old as they stand in the input, whenever they come.
    const objects = resourcesOf(input)
      .filter(({ kind }) => api.serves(kind))
      .map(({ object, namespace }, at) => aged(object as unknown as Named, namespace, at));
    for (const object of shuffled(objects, random)) {
      if (random.chance(0.3)) {
        api.set(object);
        if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, 2));
        api.delete(object.kind, object.metadata.namespace, object.metadata.name);
      }
      api.set(object);
      if (random.chance(0.2)) await new Promise((resolve) => setTimeout(resolve, 2));
      if (random.chance(0.05)) api.cut();
    }
    await settled(api, controller);
    assert.deepEqual(failures, []);
    for (const kind of ['EnvoyFilter', 'VirtualService'] as const) {
      const made = api
        .all(kind)
        .filter(({ metadata }) => (metadata.labels as { manager?: string } | undefined)?.manager === 'Aeraki');
      const wanted = kind === 'EnvoyFilter' ? expected.envoyFilters : expected.virtualServices;
      assert.deepEqual(summary(made), summary(wanted as readonly Named[]));
    }
    return '';
  } catch (error) {
    return String((error as Error).message).slice(0, 400);
  } finally {
    await controller.stop(0);
  }
}

function aged(object: Named, namespace: string, at: number): Named {
  const metadata = { ...object.metadata, namespace, creationTimestamp: new Date(1.6e12 + at * 1000).toISOString() };
  const { stringData, ...rest } = object as Named & { stringData?: Record<string, string> };
  if (stringData === undefined) return { ...object, metadata };
  const data = Object.entries(stringData).map(([name, text]) => [name, Buffer.from(text).toString('base64')]);
  return { ...rest, metadata, data: { ...(object.data as object), ...Object.fromEntries(data) } } as Named;
}

/** Which address an entry is given depends on which came first, as it must; nothing else does. */
function summary(objects: readonly Named[]): readonly string[] {
  return objects
    .map(({ metadata, spec }) =>
      JSON.stringify([metadata.namespace, metadata.name, sorted(spec)]).replaceAll(/240\.240\.\d+\.\d+/g, '240.240.x'),
    )
    .sort();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
