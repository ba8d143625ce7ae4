import assert from 'node:assert/strict';
import { readCases } from './cases.js';
import { resourcesOf, translateResources } from './input.js';

describe('what the reference made of the cases', () => {
  for (const each of readCases()) {
    it(each.name, () => {
      const result = translateResources(resourcesOf(each.input), {
        namespaceScoped: each.flags.includes('--namespace-scoped'),
        allocateAddresses: !each.flags.includes('--no-allocate-addresses'),
      });
      const { envoyFilters, virtualServices, routeConfigurations } = result;
      // Undefined fields would make a difference to deepStrictEqual that no reader of the output can see.
      const actual: unknown = JSON.parse(JSON.stringify({ envoyFilters, virtualServices, routeConfigurations }));
      const byName = [...each.expected.routeConfigurations].sort((a, b) => (a.name < b.name ? -1 : 1));
      assert.deepStrictEqual(actual, { ...each.expected, routeConfigurations: byName });
    });
  }
});
