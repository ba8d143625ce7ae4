import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import type { RouteConfiguration } from '../../src/model/envoy.js';
import { httpConnectionManager, listener } from './bootstrap.js';
import { refusals, texts } from './judge.js';
import { validateEnvoy } from './parts/envoy.js';
import { requirePart } from './parts/require-part.js';
import { distinct, type Item, results, says } from './results.js';

const noDestination = 'AER0413';
const modes = { 'by default': {}, 'with --fixed': { fixed: true } };

describe('a real Envoy takes every route configuration of the cases', function () {
  this.timeout(120_000);
  before(function () {
    requirePart(this, 'envoy');
  });

  for (const [title, options] of Object.entries(modes)) {
    it(title, async () => {
      const items = distinct(routeConfigurations(options));
      ok(items.length > 100, `only ${items.length}`);
      const refused = await refusals(items, bootstrap, (item) => says(item, noDestination));
      const announced = refused.filter(({ item, words }) => says(item, noDestination) && /WeightedCluster/.test(words));
      deepStrictEqual(texts(refused.filter((each) => !announced.includes(each))), []);
      // D13 is refused as the error says; the corrected result has nothing to refuse.
      strictEqual(announced.length > 0, !('fixed' in options));
    });
  }

  it('would notice a route configuration that Envoy refuses', async () => {
    const [item] = distinct(routeConfigurations({}));
    ok(item);
    const { virtualHosts } = item.value;
    const { ok: accepted, words } = await validateEnvoy(
      bootstrap([{ ...item.value, virtualHosts: [...virtualHosts, ...virtualHosts] }]),
    );
    strictEqual(accepted, false);
    match(words, /Only unique names for virtual hosts are permitted|Only a single wildcard domain/i);
  });
});

function* routeConfigurations(options: object): Generator<Item<RouteConfiguration>> {
  for (const { name, translation } of results(options)) {
    for (const value of translation.routeConfigurations) {
      yield { what: `${name} ${value.name}`, value, findings: translation.findings };
    }
  }
}

/** Clusters are unknown here: they are the sidecar's. */
function bootstrap(values: readonly RouteConfiguration[]) {
  const listeners = values.map((value, i) =>
    listener(`routes-${i}`, [httpConnectionManager({ ...value, validateClusters: false })]),
  );
  return { staticResources: { listeners } };
}
