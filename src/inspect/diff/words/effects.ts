import { parseClusterName } from '../../../envoy/cluster-name.js';
import type { Attributes } from '../../../match/attributes.js';
import { choose, effects } from '../../../match/decision.js';
import { requestThatDiffers, type Ways } from '../../../match/differ.js';
import type { Budget } from '../../../match/language/budget.js';
import type { Limit } from '../../../match/limits.js';
import type { CompiledRoute } from '../../../match/routes.js';
import type { CompiledRules, MatchService } from '../../../match/service.js';
import { percent } from './destinations.js';
import type { Effect } from './statement.js';

/** The rules of both sides, ready to be asked. */
export interface BothRules {
  readonly before: CompiledRules;
  readonly after: CompiledRules;
}

/**
 * What a change of a route of `host` means for requests: the first that the route took or takes, and that goes another
 * way now. `route` undefined: of any route. `limits`: also one that counts against other limits.
 */
export function effectOf(
  rules: BothRules,
  host: string,
  { route, budget }: { readonly route: string | undefined; readonly budget: Budget },
): Effect {
  // What is on one side only, nobody can compare.
  let unknown = (rules.after.byHost.get(host) ?? []).length === 0;
  const old = rules.before.byHost.get(host) ?? [];
  for (const after of rules.after.byHost.get(host) ?? []) {
    const before = old.find(({ port }) => port === after.port);
    if (before === undefined) {
      unknown = true;
      continue;
    }
    // What a proxy refuses as a whole, and what has ways of its own to match, is not decided here.
    if ([before, after].some((each) => each.native || each.routes().refusals.length > 0)) {
      unknown = true;
      continue;
    }
    const texts = memo();
    const differ = (ways: Ways) => texts('before', ways.before) !== texts('after', ways.after);
    const ask = (wanted: (ways: Ways) => boolean) => requestThatDiffers(before, after, { differ, wanted }, budget);
    // A request that took the route and still takes it says most.
    const stays = ask((ways) => route !== undefined && ways.before?.label === route && ways.after?.label === route);
    const found = stays.status === 'found' ? stays : ask((ways) => route === undefined || isOf(ways, route));
    if (found.status === 'found')
      return { status: 'changed', witness: witnessOf(rules, { before, after }, found.attributes) };
    if (found.status === 'unknown') unknown = true;
  }
  return { status: unknown ? 'unknown' : 'none' };
}

/** A request that counts against other limits than before, of those that are given. */
export function limitEffectOf(rules: BothRules, host: string, candidates: readonly Attributes[]): Effect {
  const old = rules.before.byHost.get(host) ?? [];
  for (const after of rules.after.byHost.get(host) ?? []) {
    const before = old.find(({ port }) => port === after.port);
    if (before === undefined) continue;
    for (const attributes of candidates) {
      if (limitsFor(rules.before, before, attributes) === limitsFor(rules.after, after, attributes)) continue;
      return { status: 'changed', witness: witnessOf(rules, { before, after }, attributes) };
    }
  }
  return { status: 'unknown' };
}

function limitsFor(rules: CompiledRules, service: MatchService, attributes: Attributes): string {
  return effects(rules, choose(service, attributes)).limits.map(limitText).join();
}

function isOf({ before, after }: Ways, route: string): boolean {
  return before?.label === route || after?.label === route;
}

/** What each route of either side does, worked out once. */
function memo(): (side: 'before' | 'after', route: CompiledRoute | undefined) => string {
  const known = new Map<string, string>();
  return (side, route) => {
    const key = `${side} ${route?.index ?? -1}`;
    const text = known.get(key) ?? wayOf(route);
    known.set(key, text);
    return text;
  };
}

/** What a route does with a request, limits aside: those depend on the request. */
function wayOf(taken: CompiledRoute | undefined): string {
  if (taken === undefined) return 'no route';
  const { route: action, requestMutation = [], responseMutation = [] } = taken.route;
  const { requestMirrorPolicies = [], hashPolicy = [] } = action;
  return JSON.stringify([sharesOf(action), requestMirrorPolicies, hashPolicy, requestMutation, responseMutation]);
}

function sharesOf(action: CompiledRoute['route']['route']): readonly (readonly [string, number])[] {
  const weighted = action.weightedClusters?.clusters ?? [];
  if (weighted.length === 0) return [[action.cluster ?? '', 100]];
  const total = weighted.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const shares = new Map<string, number>();
  for (const { name, weight } of weighted) {
    shares.set(name ?? '', (shares.get(name ?? '') ?? 0) + (total === 0 ? 0 : ((weight ?? 0) / total) * 100));
  }
  return [...shares].filter(([, share]) => share > 0).sort();
}

function witnessOf(
  rules: BothRules,
  services: { readonly before: MatchService; readonly after: MatchService },
  attributes: Attributes,
): Extract<Effect, { status: 'changed' }>['witness'] {
  const { host, port } = services.after;
  return {
    host,
    port,
    attributes,
    before: outcome(rules.before, services.before, attributes),
    after: outcome(rules.after, services.after, attributes),
  };
}

function outcome(rules: CompiledRules, service: MatchService, attributes: Attributes): string {
  const { matched, clusters, mirrors, requestMutation, responseMutation, limits } = effects(
    rules,
    choose(service, attributes),
  );
  if (!matched) return 'no route';
  const total = clusters.reduce((sum, { weight }) => sum + weight, 0);
  const where = clusters.map(
    ({ name, weight }) => `${shortName(name)} ${percent(total === 0 ? 0 : (weight / total) * 100)}`,
  );
  const more = [
    ...mirrors.map(({ cluster, percentage }) => `mirrored to ${shortName(cluster)} ${percent(percentage)}`),
    ...requestMutation.map(({ key, value }) => `${key}=${value} set`),
    ...responseMutation.map(({ key, value }) => `${key}=${value} set on the response`),
    ...limits.map(limitText),
  ];
  return [...where, ...more].join(', ');
}

function limitText(limit: Limit): string {
  if (limit.type === 'global') return `limited by ${limit.rateLimitService}, domain ${limit.domain}`;
  return `limited to ${limit.tokensPerFill} per ${limit.fillInterval}, at most ${limit.maxTokens} at once`;
}

/** The subset of a cluster's name, or its host and port. */
function shortName(cluster: string): string {
  const name = parseClusterName(cluster);
  if (name === undefined) return cluster;
  return name.subset === '' ? `${name.host}:${name.port}` : name.subset;
}
