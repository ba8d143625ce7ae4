import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { type Case, casesIn, type Expected } from './cases.js';
import { codes, resourcesOf, translateResources } from './input.js';

/**
 * Results that no reference can show: corrected ones (`--fixed`), and those of protocols that the reference has not.
 * What is expected is written by hand from translation.md and Envoy's documentation.
 */
const own = fileURLToPath(new URL('../golden/own', import.meta.url));

const knownFlags = new Set(['--fixed', '--namespace-scoped', '--no-allocate-addresses']);

/** `findings` are written as `AER0418 error`; none are expected when the field is not there. */
type OwnExpected = Expected & { readonly findings?: readonly string[] };

function check({ input, flags, folder, expected }: Case): void {
  for (const flag of flags) assert.ok(knownFlags.has(flag), `unknown flag ${flag} in ${folder}/flags`);
  const result = translateResources(resourcesOf(input), {
    fixed: flags.includes('--fixed'),
    namespaceScoped: flags.includes('--namespace-scoped'),
    allocateAddresses: !flags.includes('--no-allocate-addresses'),
  });
  const { envoyFilters, virtualServices, routeConfigurations } = result;
  const objects: unknown = JSON.parse(JSON.stringify({ envoyFilters, virtualServices, routeConfigurations }));
  const { findings = [], ...expectedObjects }: OwnExpected = expected;
  assert.deepStrictEqual(objects, expectedObjects);
  assert.deepStrictEqual(codes(result), findings);
}

describe('results of our own', () => {
  const cases = casesIn(own);
  it('are there', () => assert.notEqual(cases.length, 0));
  for (const each of cases) it(each.name, () => check(each));
});
