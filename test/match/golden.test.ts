import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { attributesOf } from '../../src/match/attributes.js';
import { compileRoutes } from '../../src/match/routes.js';
import type { Golden } from '../real/match/failures.js';

const folder = new URL('../golden/match/', import.meta.url);

/** Questions that we once answered otherwise than Envoy, with Envoy's answers (test/real/match keeps them). */
describe('match: answers of a real Envoy', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  it('has some', () => ok(files.length > 0));
  for (const file of files) {
    it(file, () => {
      const golden = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden;
      const routes = compileRoutes(golden.configuration);
      strictEqual(routes.refusals.length > 0, golden.refused);
      const ours = golden.requests.map(({ attributes }) => {
        const route = routes.routes[routes.pick(attributesOf(attributes))];
        return { attributes, route: route === undefined ? null : (route.route.name ?? '') };
      });
      deepStrictEqual(ours, golden.requests);
    });
  }
});
