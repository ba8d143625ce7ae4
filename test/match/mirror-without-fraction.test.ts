import assert from 'node:assert/strict';
import { join } from 'node:path';
import { built, folder, run } from '../cli/program.js';

const cluster = (subset: string) => `outbound|20880|${subset}|orders.example.com`;
const routes = (policy: object) => ({
  routeConfigurations: [],
  metaRouteConfigurations: [
    {
      name: 'orders.example.com_20880',
      routes: [
        {
          name: 'all',
          match: {},
          route: { cluster: cluster('v1'), requestMirrorPolicies: [{ cluster: cluster('shadow'), ...policy }] },
        },
      ],
    },
  ],
});

/**
 * data-plane-corrections.md, 19: a mirror without runtimeFraction copies nothing in a release of the proxy, which takes the empty fraction for
 * 0 (rds_impl.cc); Aeraki always writes it, so it comes from another control plane.
 */
describe('a mirror without a fraction', () => {
  before(async function () {
    this.timeout(180_000);
    await built();
  });

  const fraction = { runtimeFraction: { defaultValue: { numerator: 250_000, denominator: 'MILLION' } } };
  for (const [policy, version, percentage] of [
    [{}, '1.3', 0],
    [{}, '1.4', 0],
    [{}, 'ideal', 100],
    [fraction, '1.4', 25],
    [fraction, 'ideal', 25],
  ] as const) {
    it(`${JSON.stringify(policy)} copies ${percentage} % in ${version}`, async () => {
      const place = await folder({ 'routes.json': JSON.stringify(routes(policy)) });
      try {
        const file = join(place.path, 'routes.json');
        const { stdout, stderr } = await run([
          'route',
          file,
          '--host',
          'orders.example.com',
          '--proxy-version',
          version,
          '-o',
          'json',
        ]);
        const decision = JSON.parse(stdout) as { readonly mirrors?: readonly { readonly percentage: number }[] };
        assert.deepStrictEqual(
          decision.mirrors?.map((each) => each.percentage),
          [percentage],
          stderr,
        );
      } finally {
        place.remove();
      }
    });
  }
});
