import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildIndex } from '../../src/index/build.js';
import type { Resource } from '../../src/model/resource.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import type { Translation } from '../../src/translate/protocol.js';
import { readCases } from './cases.js';
import { resourcesOf, translateResources } from './input.js';

const objects = ({ findings: _, ...rest }: Translation) => rest;

/**
 * Whether the input has something of which the contract takes "the first" or "the last": several services, rules or
 * gateway routers for one host, several mesh configs or codecs, a ServiceEntry without hosts (D27).
 */
function orderCounts(resources: readonly Resource[]): boolean {
  const index = buildIndex(resources, { ...defaultTranslateOptions });
  const groups: readonly ReadonlyMap<string, readonly unknown[]>[] = [
    index.servicesByFirstHost,
    index.metaRoutersByHost,
    index.metaRoutersByGateway,
    index.virtualServicesByHost,
    index.destinationRulesByHost,
    index.applicationProtocols,
  ];
  return (
    groups.some((group) => [...group.values()].some((list) => list.length > 1)) ||
    index.services.some((service) => service.hosts.length === 0)
  );
}

describe('laws of translate', () => {
  const cases = readCases().filter((each) => each.name.startsWith('mixed-') || each.name.startsWith('feature-'));

  it('gives the same bytes for the same input', () => {
    for (const each of cases) {
      const resources = resourcesOf(each.input);
      const [first, second] = [translateResources(resources), translateResources(resources)];
      assert.equal(JSON.stringify(objects(first)), JSON.stringify(objects(second)));
    }
  });

  it('does not depend on the order of the documents', () => {
    let checked = 0;
    for (const each of cases) {
      const resources = resourcesOf(each.input);
      if (orderCounts(resources)) {
        continue;
      }
      checked += 1;
      const expected = JSON.stringify(objects(translateResources(resources)));
      fc.assert(
        fc.property(fc.shuffledSubarray(resources, { minLength: resources.length }), (shuffled) => {
          assert.equal(JSON.stringify(objects(translateResources(shuffled))), expected, each.name);
        }),
        { numRuns: 10 },
      );
    }
    assert.ok(checked > cases.length / 2, `${checked} of ${cases.length} cases`);
  });

  it('translates a subset of the services to a subset of the filters', () => {
    for (const each of cases) {
      const resources = resourcesOf(each.input);
      const all = new Map(
        translateResources(resources).envoyFilters.map((filter) => [
          `${filter.metadata.namespace}/${filter.metadata.name}`,
          JSON.stringify(filter),
        ]),
      );
      const host = resources.find((resource) => resource.kind === 'ServiceEntry')?.object.spec as
        | { readonly hosts?: readonly string[] }
        | undefined;
      const services = (host?.hosts ?? []).slice(0, 1);
      if (services.length === 0 || orderCounts(resources)) {
        continue;
      }
      for (const filter of translateResources(resources, { services }).envoyFilters) {
        assert.equal(all.get(`${filter.metadata.namespace}/${filter.metadata.name}`), JSON.stringify(filter));
      }
    }
  });
});
