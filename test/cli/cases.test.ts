import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skipOutLoud } from '../real/parts/require-part.js';
import { built, root, run } from './program.js';
import { resultOf } from './result-schemas.js';

const shared = join(root, '..', 'shared', 'cases');

/** One of each kind, through the built program; test/translate runs all of them without it. */
const chosen = [
  'demo-metaprotocol-dubbo-metarouter-v2',
  'demo-metaprotocol-thrift-metarouter-global-ratelimit',
  'demo-redis-all',
  'e2e-metaprotocolgateway-metarouter',
  'feature-namespace-scoped',
  'feature-address-absent',
  'feature-mesh-access-log-json',
  'mixed-07',
];

describe('the shared cases, by the built program', () => {
  before(async function () {
    this.timeout(120_000);
    if (!existsSync(shared)) skipOutLoud(this, `there are no shared cases at ${shared}`);
    await built();
    const known = readdirSync(shared);
    for (const group of ['demo-', 'e2e-'])
      assert.ok(
        known.some((name) => name.startsWith(group)),
        group,
      );
  });

  for (const name of chosen) {
    it(name, async () => {
      const flags = join(shared, name, 'flags');
      const extra = existsSync(flags) ? readFileSync(flags, 'utf8').trim().split(/\s+/) : [];
      const { stdout } = await run(['translate', join(shared, name, 'input.yaml'), '-o', 'json', ...extra]);
      const { envoyFilters, virtualServices, routeConfigurations } = resultOf('translate', stdout) as Record<
        string,
        { name: string }[]
      >;
      const expected = JSON.parse(readFileSync(join(shared, name, 'expected.json'), 'utf8'));
      assert.deepStrictEqual(
        { envoyFilters, virtualServices, routeConfigurations: byName(routeConfigurations) },
        { ...expected, routeConfigurations: byName(expected.routeConfigurations) },
      );
    });
  }
});

/** The README of the cases leaves the order of route configurations open. */
function byName(list: readonly { name: string }[] = []): readonly object[] {
  return list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
