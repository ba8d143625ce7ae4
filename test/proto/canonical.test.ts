import { deepStrictEqual, ok } from 'node:assert/strict';
import { parseAllDocuments } from 'yaml';
import { isStructural, loadSchemaCheck } from '../../src/schema/check.js';
import { Random } from '../real/validate/generate.js';
import { readCases } from '../translate/cases.js';
import { resourcesOf, translateResources } from '../translate/input.js';
import { StrictDecoder } from './decode.js';
import { patchesOf, typedStructOf } from './patches.js';

const rounds = 4;

/** The values that protobuf leaves out, wherever they may stand. */
const zeros: readonly unknown[] = ['', 0, false, [], {}];

/** Sets some scalars of a document to one of them. */
function blank(value: unknown, random: Random): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const [key, item] of Object.entries(holder)) {
    if (typeof item === 'object') blank(item, random);
    else if (random.chance(0.08) && !['kind', 'apiVersion'].includes(key)) {
      holder[key] = random.pick(zeros.filter((zero) => typeof zero === typeof item));
    }
  }
}

/** Zero and empty values are left out everywhere, as in the reference's canonical protobuf JSON (translation.md). */
describe('everything that is printed is canonical protobuf JSON', function () {
  this.timeout(300_000);

  it('also where the resources hold zeros and empty texts', async () => {
    const decoder = new StrictDecoder();
    const random = new Random(5);
    const unequal = new Set<string>();
    let compared = 0;
    for (const { input } of readCases()) {
      for (let round = 0; round < rounds; round += 1) {
        const documents = parseAllDocuments(input).map((each) => each.toJS() as unknown);
        for (const each of documents) blank(each, random);
        const resources = resourcesOf(documents.map((each) => JSON.stringify(each)).join('\n---\n'));
        const check = await loadSchemaCheck(resources.map(({ kind }) => kind));
        const sound = resources.filter((each) => !check(each).some(isStructural));
        const result = translateResources(sound, { staticRoutes: round % 2 === 0 });
        for (const filter of result.envoyFilters) {
          for (const { value } of patchesOf(filter).filter(({ applyTo }) => applyTo === 'NETWORK_FILTER')) {
            const { type, value: config } = typedStructOf(value);
            compared += 1;
            for (const path of differences(decoder, type, config)) unequal.add(path);
          }
        }
        for (const each of result.routeConfigurations) {
          compared += 1;
          for (const path of differences(decoder, 'envoy.config.route.v3.RouteConfiguration', each)) unequal.add(path);
        }
      }
    }
    deepStrictEqual([...unequal], []);
    ok(compared > 1500, `${compared} messages`);
  });
});

function differences(decoder: StrictDecoder, type: string, json: unknown): string[] {
  const printed: unknown = JSON.parse(JSON.stringify(json));
  let canonical: unknown;
  try {
    canonical = decoder.canonical(type, printed);
  } catch (error) {
    return [`${type}: ${error instanceof Error ? error.message.replace(/"[^"]*"$/, '…') : error}`];
  }
  const expected = flat(canonical);
  const found = flat(printed);
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((path) => expected.get(path) !== found.get(path))
    .map((path) => `${type}${path.replaceAll(/\/\d+/g, '/*')} ${expected.get(path)} ${found.get(path)}`);
}

function flat(value: unknown, path = '', into = new Map<string, string>()): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    into.set(path, JSON.stringify(value));
  } else {
    for (const [key, item] of Object.entries(value)) flat(item, `${path}/${key}`, into);
  }
  return into;
}
