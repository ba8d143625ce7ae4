import { type IstioRule, items, type Report } from '../rule.js';
import type { HttpMatch, StringMatch, VirtualServiceSpec } from '../spec.js';

interface Route {
  readonly name?: string;
  readonly match?: readonly object[];
}

/** AER1155, warnings: rules and matches that come too late, by what is written alone. */
export const unusedRules: IstioRule<VirtualServiceSpec> = {
  kind: 'VirtualService',
  check(spec, { report }) {
    for (const protocol of ['http', 'tcp', 'tls'] as const) checkOrder(spec[protocol] ?? [], protocol, report);
    checkPrefixes(spec, report);
  },
};

function checkOrder(routes: readonly Route[], protocol: string, report: Report): void {
  let everything: number | undefined;
  const before = new Map<string, number>();
  for (const [index, route] of routes.entries()) {
    const pointer = `/spec/${protocol}/${index}`;
    const matches = items(route.match, `${pointer}/match`);
    if (matches.length === 0) {
      if (everything !== undefined)
        unused(report, pointer, 'the rule', `rule ${everything} takes everything before it`);
      everything = index;
      continue;
    }
    let repeated = 0;
    for (const [match, at] of matches) {
      if (everything !== undefined) {
        unused(report, at, 'the match', `rule ${everything} takes everything before it`);
        continue;
      }
      const text = canonical({ ...match, name: undefined });
      const earlier = before.get(text);
      if (earlier === undefined) before.set(text, index);
      else {
        repeated++;
        unused(report, at, 'the match', `rule ${earlier} has the same one`);
      }
    }
    if (repeated === matches.length) unused(report, pointer, 'the rule', 'rules before it have all its matches');
  }
}

function unused(report: Report, pointer: string, what: string, why: string): void {
  report('AER1155', pointer, { what, why });
}

interface Prefixed {
  readonly prefix: string;
  readonly match: HttpMatch;
  readonly pointer: string;
  readonly route: number;
}

/** Prefixes of paths that a shorter one before them covers, where all other conditions are covered too. */
function checkPrefixes(spec: VirtualServiceSpec, report: Report): void {
  const found: Prefixed[] = (spec.http ?? []).flatMap(({ match }, route) =>
    items(match, `/spec/http/${route}/match`).flatMap(([each, pointer]) => {
      const prefix = each.uri?.prefix ?? '';
      return prefix === '' ? [] : [{ prefix, match: each, pointer, route }];
    }),
  );
  for (const [second, later] of found.entries()) {
    const earlier = found
      .slice(0, second)
      .find(
        (each) =>
          each.prefix !== later.prefix && later.prefix.startsWith(each.prefix) && covers(each.match, later.match),
      );
    if (earlier === undefined) continue;
    unused(report, later.pointer, 'the match', `rule ${earlier.route} takes the prefix ${earlier.prefix} before it`);
  }
}

/** istiod's own comparison: it looks at exact and prefix only, so that a regular expression counts as any. */
function covers(one: HttpMatch, other: HttpMatch): boolean {
  return (
    (one.port ?? 0) === (other.port ?? 0) &&
    textOf(one.method, 'exact:GET').startsWith(textOf(other.method, 'exact:GET')) &&
    textOf(one.authority).startsWith(textOf(other.authority)) &&
    coversAll(one.headers, other.headers) &&
    coversAll(one.queryParams, other.queryParams) &&
    coversAll(one.withoutHeaders, other.withoutHeaders)
  );
}

type Matches = Readonly<Record<string, StringMatch>>;

function coversAll(one: Matches = {}, other: Matches = {}): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && textOf(one[name]).startsWith(textOf(other[name])))
  );
}

function textOf(match: StringMatch | undefined, none = ''): string {
  if (match?.exact) return `exact:${match.exact}`;
  return match?.prefix ? `prefix:${match.prefix}` : none;
}

/** One text for what means the same: keys sorted, zero values left out as protobuf does. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '' : `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value)
    .filter(
      ([, each]) => each !== undefined && each !== 0 && each !== false && !(Array.isArray(each) && each.length === 0),
    )
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${fields.sort().join(',')}}`;
}
