import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { diagnose } from '../../src/diagnostics/diagnose.js';
import { finding } from '../../src/diagnostics/diagnostic.js';
import type { RouteConfiguration } from '../../src/model/envoy.js';
import { type RuleEdition, RuleRoutes } from '../../src/proxy/routes/rules.js';
import { routes, snapshotOf, versionIn } from '../xds/routes.js';
import { until } from '../xds/serve.js';
import { badMatch, clusterOf, listener } from './route-source.js';

const wait = 20_000;
describe('route configurations from rules', function () {
  this.timeout(120_000);
  const edition = (configurations: readonly RouteConfiguration[], broken = ''): RuleEdition => ({
    routeConfigurations: configurations,
    diagnostics: broken === '' ? [] : diagnose([finding('AER0419', { route: broken }, { file: 'rules.yaml' })]),
  });
  const held: RuleRoutes<RuleEdition>[] = [];
  afterEach(async () => {
    for (const source of held.splice(0)) await source.stop();
  });

  /** A source whose files change when the test says so. */
  async function watched(first: RuleEdition) {
    const told = listener();
    let time = 1_000;
    const accepted: RuleEdition[] = [];
    const rules = new RuleRoutes({
      first,
      accepted: (next) => accepted.push(next),
      now: () => time,
    });
    held.push(rules);
    await rules.start(told.events);
    return {
      rules,
      told,
      accepted,
      edit: async (next: RuleEdition) => {
        time += 1_000;
        rules.edit(next);
      },
    };
  }

  it('have the version that the route server would give them, and change one by one', async () => {
    const { rules, told, edit } = await watched(edition([routes('a', 'x'), routes('b', 'y')]));
    const b = rules.current.byName.get('b');
    strictEqual(b?.version, versionIn(snapshotOf({ b: 'y' }), 'b'));
    deepStrictEqual([b?.dynamic, b?.lastUpdated], [true, 1_000]);
    await edit(edition([routes('a', 'z'), routes('b', 'y')]));
    strictEqual(clusterOf(rules, 'a'), 'z');
    strictEqual(rules.current.byName.get('a')?.lastUpdated, 2_000);
    strictEqual(rules.current.byName.get('b'), b);
    await edit(edition([routes('b', 'y')]));
    deepStrictEqual([...rules.current.byName.keys()], ['b']);
    deepStrictEqual(told.troubles, []);
  });

  it('keep the last good state of a broken edit, and say why, once', async () => {
    const { rules, told, accepted, edit } = await watched(edition([routes('a', 'x')]));
    const before = accepted.length;
    await edit(edition([], '1 error'));
    strictEqual(clusterOf(rules, 'a'), 'x');
    strictEqual(accepted.length, before);
    match(told.troubles[0] ?? '', /^Error \[AER0419\] \(rules\.yaml\) /);
    match(told.troubles[1] ?? '', /last good rules stay in force/);
    await edit(edition([routes('a', 'y')]));
    strictEqual(clusterOf(rules, 'a'), 'y');
    strictEqual(told.troubles[2], 'The rules are in order again.');
    strictEqual(told.troubles.length, 3);
  });

  it('keep the last good one of a configuration that the proxy refuses, while the others follow', async () => {
    const { rules, told, edit } = await watched(edition([routes('a', 'x'), routes('b', 'y')]));
    await edit(edition([badMatch('a'), routes('b', 'z')]));
    await until(() => clusterOf(rules, 'b') === 'z', wait);
    strictEqual(clusterOf(rules, 'a'), 'x');
    strictEqual(rules.current.byName.get('a')?.refused?.reason, 'route bad: the prefix is empty');
    match(told.troubles.join(), /The proxy refuses a: route bad: the prefix is empty. Version \w+ stays in force/);
    const none: RouteConfiguration = { name: 'a', virtualHosts: [{ name: 'dummy', domains: ['*'], routes: [] }] };
    await edit(edition([none, routes('b', 'z')]));
    strictEqual(clusterOf(rules, 'a'), 'x');
    match(told.troubles.join(), /AER0502/);
  });

  it('are there at once when nobody watches', async () => {
    const told = listener();
    const rules = new RuleRoutes({ first: edition([routes('a', 'x')]) });
    await rules.start(told.events);
    strictEqual(clusterOf(rules, 'a'), 'x');
    strictEqual(told.changes(), 1);
    await rules.stop();
    ok(told.troubles.length === 0);
  });
});
