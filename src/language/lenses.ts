import type { CodeLens, Location } from 'vscode-languageserver-types';
import { reach } from '../match/reach.js';
import type { CompiledRules, MatchService } from '../match/service.js';
import type { MetaRouter } from '../model/aeraki.js';
import type { Resource } from '../model/resource.js';
import type { RouteTest } from '../model/route-test.js';
import { checkTest } from '../routetest/check.js';
import { runSuites } from '../routetest/suite.js';
import { loadSchemaCheck } from '../schema/check.js';
import type { Address } from './navigation.js';
import { rangeAt } from './place.js';
import type { Effects, Workspace } from './workspace.js';

/** The command that a lens runs, in the editor: shows places. Its arguments: an address, a position, locations. */
export const showReferences = 'aeraki.showReferences';

/** The rules of a MetaRouter's hosts, and of those that it sends requests to. */
export function rulesOf(workspace: Workspace, router: Resource<MetaRouter>, effects: Effects): CompiledRules {
  const hosts = workspace.symbols.in(router).flatMap(({ kind, symbol }) => (kind === 'host' ? [symbol] : []));
  return effects.compiled(new Set(hosts));
}

/** The services of the mesh that a MetaRouter's routes are those of. */
export function servicesOf(
  router: Resource<MetaRouter>,
  { rules }: Effects,
  compiled: CompiledRules,
): readonly MatchService[] {
  return (router.object.spec?.hosts ?? []).flatMap((host) => {
    const [first] = rules.index.metaRoutersByHost.get(host) ?? [];
    return first?.object === router.object ? (compiled.byHost.get(host) ?? []) : [];
  });
}

/** How a route can be reached, in words; undefined where nothing stands in its way. */
export function obstacleOf(service: MatchService, index: number): string | undefined {
  const found = reach(service, index);
  if (found.status === 'codec') return `no request reaches this: ${service.codec} makes no ${found.attribute}`;
  if (found.status !== 'never') return undefined;
  const labels = found.by.map((each) => service.routes().routes[each]?.label ?? `routes[${each}]`);
  if (labels.length === 0) return 'no request reaches this: its matchers contradict each other';
  return `shadowed by ${labels.join(found.alone ? ', and by ' : ' and ')}`;
}

/** What the tests of a workspace come to. */
export interface Tested {
  readonly test: Resource<RouteTest>;
  /** The number of the case in its test. */
  readonly index: number;
  readonly name: string;
  readonly passed: boolean;
  /** The route that the request of the case took. */
  readonly service: MatchService;
  readonly route: number;
}

/** Runs the tests of a workspace against these rules; one that names rules of its own too, for all are there. */
export async function runTests(workspace: Workspace, compiled: CompiledRules): Promise<readonly Tested[]> {
  const tests = workspace.resources.filter((each): each is Resource<RouteTest> => each.kind === 'RouteTest');
  if (tests.length === 0) return [];
  const check = await loadSchemaCheck(['RouteTest']);
  const sound = tests.filter((test) =>
    [...check(test), ...checkTest(test)].every(({ severity }) => severity !== 'error'),
  );
  const { results } = runSuites(sound.map((test) => ({ test, rules: compiled })));
  return results.flatMap(({ test, index, name, passed, choice }) =>
    choice?.route === undefined
      ? []
      : [{ test, index, name, passed, service: choice.service, route: choice.route.index }],
  );
}

/** Above each route of a MetaRouter: how many tests take it, and which route stands in its way. */
export async function lenses(workspace: Workspace, name: string, address: Address): Promise<readonly CodeLens[]> {
  const routers = workspace
    .resourcesIn(name)
    .filter((each): each is Resource<MetaRouter> => each.kind === 'MetaRouter');
  if (routers.length === 0) return [];
  const effects = await workspace.effects();
  const result: CodeLens[] = [];
  for (const router of routers) {
    const compiled = rulesOf(workspace, router, effects);
    const tested = await runTests(workspace, compiled);
    const services = servicesOf(router, effects, compiled);
    for (const index of (router.object.spec?.routes ?? []).keys()) {
      const place = rangeAt(workspace, router, `/spec/routes/${index}`, 'value');
      if (place === undefined) continue;
      const own = tested.filter((each) => each.route === index && services.includes(each.service));
      const files = new Set(own.map(({ test }) => test));
      const title =
        own.length === 0
          ? 'no test takes this route'
          : `${count(files.size, 'test')}, ${count(own.length, 'request')} ${own.length === 1 ? 'takes' : 'take'} this route`;
      const failed = own.filter(({ passed }) => !passed).length;
      const range = { start: place.range.start, end: place.range.start };
      const titles = [failed === 0 ? title : `${title}, ${failed} failed`];
      const [service] = services;
      const obstacle = service === undefined ? undefined : obstacleOf(service, index);
      if (obstacle !== undefined) titles.push(obstacle);
      const cases = own.flatMap((each) => caseOf(workspace, each, address));
      for (const each of titles) {
        const shown = cases.length === 0 ? '' : showReferences;
        const command = { title: each, command: shown, arguments: [address(place.file), range.start, cases] };
        result.push({ range, command });
      }
    }
  }
  return result;
}

function caseOf(workspace: Workspace, { test, index }: Tested, address: Address): readonly Location[] {
  const place = rangeAt(workspace, test, `/spec/cases/${index}`, 'value');
  return place === undefined ? [] : [{ uri: address(place.file), range: place.range }];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
