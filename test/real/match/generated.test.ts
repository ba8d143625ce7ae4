import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from '../../../src/load/load.js';
import { parseYaml } from '../../../src/load/parse-yaml.js';
import { attributesOf } from '../../../src/match/attributes.js';
import { rulesFromTranslation } from '../../../src/match/from-translation.js';
import { type CompiledRules, compileRules } from '../../../src/match/service.js';
import type { MetaRouteConfiguration } from '../../../src/model/envoy.js';
import type { RouteTestCase } from '../../../src/model/route-test.js';
import { indexLoaded } from '../../../src/pipeline.js';
import { generateTest } from '../../../src/routetest/generate.js';
import { runSuites } from '../../../src/routetest/suite.js';
import { codecsByRoute } from '../../../src/translate/metaprotocol/codec.js';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import { translate } from '../../../src/translate/translate.js';
import { validate } from '../../../src/validate/validate.js';
import { requirePart } from '../parts/require-part.js';
import { type RoutingEnvoy, startRoutingEnvoy } from './ask-envoy.js';

const folder = fileURLToPath(new URL('../../../../shared/cases', import.meta.url));

/**
 * Codes of `validate` for routes that no request takes, or that were not shown to be taken: earlier ones do, they
 * contradict themselves, or they ask about an attribute that the codec cannot make.
 */
const UNREACHED = new Set(['AER0311', 'AER0312', 'AER0329', 'AER0313']);

interface Case {
  readonly name: string;
  readonly rules: CompiledRules;
  readonly routes: readonly MetaRouteConfiguration[];
  readonly cases: readonly RouteTestCase[];
  /** `<host> <index>` of the routes that need no case. */
  readonly excused: ReadonlySet<string>;
}

async function readCase(name: string): Promise<Case> {
  const loaded = await load([`${folder}/${name}/input.yaml`], { namespace: 'default', exclude: [] });
  const { index } = await indexLoaded(loaded, defaultTranslateOptions);
  const { envoyFilters, metaRouteConfigurations: routes } = translate(index, defaultTranslateOptions);
  const rules = compileRules(
    rulesFromTranslation({ envoyFilters, metaRouteConfigurations: routes }, codecsByRoute(index)),
  );
  const findings = await validate(
    { judged: loaded.resources, known: [] },
    { layers: new Set(['analysis']), translate: defaultTranslateOptions, parseYaml },
  );
  const excused = new Set<string>();
  for (const { code, resource, pointer = '' } of findings) {
    const route = /^\/spec\/routes\/(\d+)/.exec(pointer)?.[1];
    if (route === undefined || !UNREACHED.has(code)) continue;
    for (const service of rules.services) {
      const [first] = index.metaRoutersByHost.get(service.host) ?? [];
      if (first === resource) excused.add(`${service.host} ${route}`);
    }
  }
  return { name, rules, routes, cases: generateTest(rules, []).test.spec?.cases ?? [], excused };
}

/** Whether the routes of a service are served over RDS; `validate` judges the reach of those alone. */
function isMetaProtocol({ host, port }: { host: string; port: number }, routes: Case['routes']): boolean {
  return routes.some(({ name }) => name === `${host}_${port}`);
}

describe('generated tests of the shared cases', function () {
  this.timeout(120_000);
  let cases: readonly Case[];
  before(async () => {
    cases = await Promise.all(
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [readCase(entry.name)] : [],
      ),
    );
    ok(cases.length >= 199);
  });

  it('pass, and cover every route that validate does not call unreached', () => {
    const uncovered: string[] = [];
    for (const { name, rules, routes: meta, cases: generated, excused } of cases) {
      const resource = { kind: 'RouteTest', namespace: '', name: '', apiVersion: '', nulls: [] };
      const object = { apiVersion: '', kind: 'RouteTest', spec: { cases: generated } };
      const source = { file: name, document: 0, pointer: '', line: 1 };
      const run = runSuites([{ test: { ...resource, object, source }, rules }]);
      deepStrictEqual(
        run.results.filter(({ passed }) => !passed).map(({ failures }) => failures),
        [],
      );
      const taken = new Set(run.results.map(({ choice }) => `${choice?.service.host} ${choice?.route?.index}`));
      for (const service of rules.services) {
        if (!isMetaProtocol(service, meta)) continue;
        const { routes, refusals } = service.routes();
        // A route without a destination (D13): the proxy takes none of them.
        if (refusals.length > 0) continue;
        for (const { index, label } of routes) {
          const key = `${service.host} ${index}`;
          if (!taken.has(key) && !excused.has(key)) uncovered.push(`${name}: ${key} ${label}`);
        }
      }
    }
    deepStrictEqual(uncovered, []);
  });

  describe('replayed through a real Envoy', () => {
    let envoy: RoutingEnvoy;
    before(async function () {
      requirePart(this, 'envoy');
      envoy = await startRoutingEnvoy(cases.flatMap(({ routes }) => routes));
    });
    after(() => envoy?.stop());

    it('take the routes that they expect', async () => {
      let asked = 0;
      let offset = 0;
      const wrong: string[] = [];
      for (const { name, rules, routes, cases: generated } of cases) {
        for (const [at, { name: configuration }] of routes.entries()) {
          const service = rules.services.find(({ host, port }) => `${host}_${port}` === configuration);
          const refused = (service?.routes().refusals.length ?? 0) > 0;
          strictEqual(
            envoy.refusal(offset + at) !== undefined,
            refused,
            `${name} ${configuration}: ${envoy.refusal(offset + at)}`,
          );
        }
        for (const one of generated) {
          const at = routes.findIndex((each) => each.name === `${one.host}_${one.port}`);
          // Native Dubbo, Thrift and Redis routes stand in filters, and are not served over RDS.
          if (at === -1) continue;
          const answer = await envoy.ask(offset + at, Object.fromEntries(attributesOf(one.attributes ?? {})));
          asked++;
          const { route, cluster, clusters } = one.expect ?? {};
          const possible = cluster === undefined ? Object.keys(clusters ?? {}) : [cluster];
          const taken = answer.route === '' ? /^routes\[/.test(route ?? '') : answer.route === route;
          if (!taken || !possible.includes(answer.cluster ?? '')) {
            wrong.push(`${name} ${one.name}: Envoy took ${answer.route} to ${answer.cluster}`);
          }
        }
        offset += routes.length;
      }
      deepStrictEqual(wrong, []);
      ok(asked > 200, `only ${asked} requests were asked`);
    });
  });
});
