import type { Attributes } from '../../../match/attributes.js';
import { type Budget, runBudget } from '../../../match/language/budget.js';
import { reach } from '../../../match/reach.js';
import type { MetaRouteMatch, MetaRouterSpec } from '../../../model/aeraki.js';
import type { Json } from '../../../model/envoy.js';
import type { Resource } from '../../../model/resource.js';
import type { ChangeKind } from '../difference.js';
import { type BothRules, effectOf, limitEffectOf } from './effects.js';
import { type RouterChange, routerChanges } from './meta-router.js';
import { fieldWords } from './other-kinds.js';
import type { Effect, Statement } from './statement.js';

export interface StatementInput {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  readonly rules: BothRules;
  /** Whether anything that is made of the inputs is another because of this one's change. */
  readonly shows: (was: Resource | undefined, is: Resource | undefined) => Promise<boolean>;
}

/** Everything that changed between two sets of inputs, in the order of the new ones, in the words of the rules. */
export async function statementsOf({ before, after, rules, shows }: StatementInput): Promise<readonly Statement[]> {
  const old = new Map(before.map((each) => [idOf(each), each]));
  const now = new Map(after.map((each) => [idOf(each), each]));
  const budget = runBudget();
  const statements: Statement[] = [];
  for (const [id, is] of now) statements.push(...(await visible(old.get(id), is)));
  for (const [id, was] of old) if (!now.has(id)) statements.push(...(await visible(was, undefined)));
  return statements;

  async function visible(was: Resource | undefined, is: Resource | undefined): Promise<readonly Statement[]> {
    const own = compare(was, is);
    if (own.length === 0 || (await shows(was, is))) return own;
    return own.map((each) => ({ ...each, shown: false }));
  }

  function compare(was: Resource | undefined, is: Resource | undefined): readonly Statement[] {
    const own = is ?? was;
    if (own === undefined) return [];
    const { kind, namespace, name, source } = own;
    const place = { kind, namespace, name, file: source.file, line: source.line, shown: true };
    if (kind === 'MetaRouter') {
      return routerStatements(was, is).map(({ text, change, route, effect }) => ({
        ...place,
        change,
        text,
        ...(route !== undefined && { route }),
        effect,
      }));
    }
    if (was === undefined || is === undefined) {
      const change: ChangeKind = was === undefined ? 'added' : 'removed';
      return [{ ...place, change, text: change }];
    }
    const words = fieldWords(contentOf(was), contentOf(is));
    // What a Secret holds is never told, whatever its keys are called.
    const text = words !== undefined && kind === 'Secret' ? 'its content changed' : words;
    return text === undefined ? [] : [{ ...place, change: 'changed', text }];
  }

  function routerStatements(was: Resource | undefined, is: Resource | undefined) {
    const [from, to] = [specOf(was), specOf(is)];
    const host = (to.hosts ?? from.hosts ?? [])[0] ?? '';
    if (was === undefined || is === undefined) {
      const change: ChangeKind = was === undefined ? 'added' : 'removed';
      const effect = effectOf(rules, host, { route: undefined, budget });
      return [{ change, text: `${change} for ${host}`, route: undefined, effect }];
    }
    const changes = routerChanges(from, to);
    return changes.map((each) => ({ ...each, route: each.route, effect: effectFor(each, { from, to, host, budget }) }));
  }

  function effectFor(
    { limit, route }: RouterChange,
    {
      from,
      to,
      host,
    }: { readonly from: MetaRouterSpec; readonly to: MetaRouterSpec; readonly host: string; readonly budget: Budget },
  ): Effect {
    if (limit !== true) return effectOf(rules, host, { route, budget });
    return limitEffectOf(rules, host, limitCandidates([from, to], rules, host));
  }
}

/** Requests that the conditions of limits speak of, on the way of each route. */
function limitCandidates(specs: readonly MetaRouterSpec[], rules: BothRules, host: string): readonly Attributes[] {
  const ways = [rules.after, rules.before].flatMap((side) =>
    (side.byHost.get(host) ?? []).flatMap((service) =>
      service.routes().routes.flatMap(({ index }) => {
        const found = reach(service, index);
        return found.status === 'found' ? [found.attributes] : [];
      }),
    ),
  );
  const conditions = specs.flatMap(({ localRateLimit, globalRateLimit }) => [
    ...(localRateLimit?.conditions ?? []).map(({ match }) => plainAttributes(match)),
    plainAttributes(globalRateLimit?.match),
  ]);
  return [...conditions, new Map<string, string>()].flatMap((own) => [
    own,
    ...ways.map((way) => new Map([...way, ...own])),
  ]);
}

function plainAttributes(match: MetaRouteMatch | undefined): Attributes {
  return new Map(
    Object.entries(match?.attributes ?? {}).map(([name, { exact, prefix }]) => [
      name.toLowerCase(),
      exact ?? prefix ?? 'any',
    ]),
  );
}

/** What makes two versions of a resource the same one. */
export function idOf({ kind, namespace, name }: Resource): string {
  return `${kind}\n${namespace}\n${name}`;
}

function specOf(resource: Resource | undefined): MetaRouterSpec {
  return (resource?.object.spec ?? {}) as MetaRouterSpec;
}

/** What means something: the labels and annotations that Aeraki reads, and everything outside the metadata. */
function contentOf({ object }: Resource): Json {
  const {
    metadata = {},
    apiVersion: _version,
    status: _status,
    ...rest
  } = object as typeof object & { status?: unknown };
  const { labels = {}, annotations = {} } = metadata as {
    labels?: unknown;
    annotations?: Readonly<Record<string, unknown>>;
  };
  const { 'kubectl.kubernetes.io/last-applied-configuration': _applied, ...own } = annotations;
  return { ...rest, metadata: { labels, annotations: own } } as unknown as Json;
}
