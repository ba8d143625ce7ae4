import type { Attributes } from './attributes.js';
import { type Budget, runBudget } from './language/budget.js';
import { type Witness, witnesses } from './language/witness.js';
import type { Matcher } from './matcher.js';
import { type CompiledRoute, type CompiledRoutes, failedMatchers } from './routes.js';

/** Whether a request can take a route, and which one does. */
export type Solution =
  /** These attributes, and no others, take the route. */
  | { readonly status: 'found'; readonly attributes: Attributes }
  /**
   * No request takes it: the earlier routes `by` take all it could, each of them alone or only all together (there may
   * be others that do). Without any, its own matchers contradict each other.
   */
  | { readonly status: 'never'; readonly by: readonly number[]; readonly alone: boolean }
  /** Only values with control characters (a line break, …) take it, such as these. */
  | { readonly status: 'control'; readonly attributes: Attributes }
  /** The bounds of the search were met. */
  | { readonly status: 'unknown' };

/** How often a search starts again with the routes that took what it found. */
const MAX_ROUNDS = 40;
/** Bound of the search for a combination of values. */
const MAX_COMBINATIONS = 50_000;

/**
 * Attributes with which a request takes the route at `index`: all its matchers match, and every earlier route has one
 * that does not. Attributes that the route does not ask about are left out, and an absent attribute never matches, so
 * only those earlier routes stand in the way that ask about nothing else.
 * @param budget what all searches of a run share; its default is for one alone
 */
export function solve(routes: CompiledRoutes, index: number, budget: Budget = runBudget()): Solution {
  const target = routes.routes[index];
  if (target === undefined) return { status: 'never', by: [], alone: false };
  const wanted = byAttribute(target.matchers);
  const simple = simpleValues(wanted, budget);
  const inTheWay = simple === undefined ? [] : matching(routes, index, simple);
  if (simple !== undefined && inTheWay.length === 0) return { status: 'found', attributes: simple };

  const plain = search(routes, index, { wanted, rivals: inTheWay, controls: false, budget });
  if (plain.status !== 'never') return plain;
  const any = search(routes, index, { wanted, rivals: inTheWay, controls: true, budget });
  return any.status === 'found' ? { ...any, status: 'control' } : any.status === 'unknown' ? any : plain;
}

interface Problem {
  readonly wanted: ReadonlyMap<string, readonly Matcher[]>;
  /** The earlier routes that have to be kept from matching. */
  readonly rivals: readonly CompiledRoute[];
  readonly controls: boolean;
  readonly budget: Budget;
}

/**
 * Looks for values that keep away from `rivals`; when some other earlier route takes what it finds, from that one too.
 * So only those routes are looked at that are in the way of something, few of many as a rule.
 */
function search(routes: CompiledRoutes, index: number, problem: Problem): Solution {
  let { rivals } = problem;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const solution = attempt({ ...problem, rivals });
    if (solution.status !== 'found') return solution;
    const more = matching(routes, index, solution.attributes);
    if (more.length === 0) return solution;
    rivals = [...rivals, ...more].sort((a, b) => a.index - b.index);
  }
  return { status: 'unknown' };
}

/** The routes before `index` that match. */
function matching({ routes }: CompiledRoutes, index: number, attributes: Attributes): readonly CompiledRoute[] {
  return routes.slice(0, index).filter((route) => failedMatchers(route, attributes).length === 0);
}

function attempt(problem: Problem): Solution {
  const { wanted, rivals, budget } = problem;
  const choices = [...wanted].map(([attribute, matchers]) => choicesFor(attribute, matchers, problem));
  const combination = combine(choices, rivals.length, budget);
  if (combination === 'too many') return { status: 'unknown' };
  if (combination !== 'none') {
    return { status: 'found', attributes: new Map(combination.map(({ attribute, value }) => [attribute, value])) };
  }
  if (choices.some(({ complete }) => !complete)) return { status: 'unknown' };
  if (choices.some(({ options }) => options.length === 0)) return { status: 'never', by: [], alone: false };
  return { status: 'never', ...blockers(choices, rivals) };
}

function byAttribute(matchers: readonly Matcher[]): ReadonlyMap<string, readonly Matcher[]> {
  const groups = new Map<string, Matcher[]>();
  for (const matcher of matchers) {
    const group = groups.get(matcher.attribute);
    if (group === undefined) groups.set(matcher.attribute, [matcher]);
    else group.push(matcher);
  }
  return groups;
}

/** A readable value for each attribute that looks at no other route: good enough for most rules. */
function simpleValues(wanted: ReadonlyMap<string, readonly Matcher[]>, budget: Budget): Attributes | undefined {
  const values = new Map<string, string>();
  for (const [attribute, matchers] of wanted) {
    const value = matchers
      .flatMap((matcher) => simpleCandidates(matcher, budget))
      .find((candidate) => matchers.every((matcher) => matcher.test(candidate)));
    if (value === undefined) return undefined;
    values.set(attribute, value);
  }
  return values;
}

function simpleCandidates(matcher: Matcher, budget: Budget): readonly string[] {
  switch (matcher.kind) {
    case 'exact':
      return [matcher.expected];
    case 'prefix':
      return ['1', 'x', ''].map((suffix) => matcher.expected + suffix);
    case 'present':
      return ['any'];
    case 'regex':
      return witnesses([matcher], [], false, budget).found.map(({ value }) => value);
  }
}

interface Option {
  readonly attribute: string;
  readonly value: string;
  /** Indices of the rivals that the value keeps from matching. */
  readonly stops: ReadonlySet<number>;
}

interface Choices {
  readonly options: readonly Option[];
  readonly complete: boolean;
}

function choicesFor(attribute: string, wanted: readonly Matcher[], { rivals, controls, budget }: Problem): Choices {
  const avoided = new Map<string, Matcher>();
  for (const rival of rivals) {
    for (const matcher of rival.matchers) {
      if (matcher.attribute === attribute) avoided.set(keyOf(matcher), matcher);
    }
  }
  const keys = [...avoided.keys()];
  const { found, complete } = witnesses(wanted, [...avoided.values()], controls, budget);
  const stops = ({ rejectedBy }: Witness): ReadonlySet<number> => {
    const rejecting = new Set(keys.filter((_, index) => rejectedBy.has(index)));
    const stopped = rivals.flatMap(({ matchers }, index) =>
      matchers.some((matcher) => matcher.attribute === attribute && rejecting.has(keyOf(matcher))) ? [index] : [],
    );
    return new Set(stopped);
  };
  return {
    complete,
    options: found.map((each) => ({ attribute, value: each.value, stops: stops(each) })).sort(mostStops),
  };
}

function mostStops(a: Option, b: Option): number {
  return b.stops.size - a.stops.size;
}

function keyOf({ kind, expected }: Matcher): string {
  return `${kind} ${expected}`;
}

/** One option of each attribute such that together they stop all rivals. */
function combine(choices: readonly Choices[], rivals: number, budget: Budget): readonly Option[] | 'none' | 'too many' {
  let left = MAX_COMBINATIONS;
  const next = (at: number, stopped: ReadonlySet<number>, chosen: readonly Option[]): readonly Option[] | undefined => {
    const choice = choices[at];
    if (choice === undefined) return stopped.size === rivals ? chosen : undefined;
    for (const option of choice.options) {
      if (left <= 0) return undefined;
      left = budget.use(10 * (stopped.size + option.stops.size + 1)) ? left - 1 : 0;
      const result = next(at + 1, new Set([...stopped, ...option.stops]), [...chosen, option]);
      if (result !== undefined) return result;
    }
    return undefined;
  };
  return next(0, new Set(), []) ?? (left > 0 ? 'none' : 'too many');
}

/** The earlier routes that no value of any attribute stops; when there is none, all rivals, which do it together. */
function blockers(choices: readonly Choices[], rivals: readonly CompiledRoute[]) {
  const stoppable = new Set(choices.flatMap(({ options }) => options.flatMap(({ stops }) => [...stops])));
  const single = rivals.filter((_, at) => !stoppable.has(at));
  const alone = single.length > 0;
  return { by: (alone ? single : rivals).map(({ index }) => index), alone };
}
