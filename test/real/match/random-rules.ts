import { compileRoutes } from '../../../src/match/routes.js';
import { solve } from '../../../src/match/solve.js';
import type { HeaderMatcher, MetaRouteAction, MetaRouteConfiguration, ProxyRoute } from '../../../src/model/envoy.js';
import { Random } from './random.js';

/** A route configuration and requests to ask it. */
export interface Question {
  readonly configuration: MetaRouteConfiguration;
  readonly requests: readonly Readonly<Record<string, string>>[];
}

export const clusters = [
  'outbound|20880|v1|orders',
  'outbound|20880|v2|orders',
  'outbound|20880||orders',
  'spare',
] as const;

/** Mixed case on purpose: names fold, values do not. */
const names = ['method', 'Interface', 'user', 'x-Trace_id', 'group'] as const;
const values = [
  '',
  'a',
  'A',
  'b',
  'ab',
  'aa',
  'say',
  'sayHello',
  'sayBye',
  'u1',
  'u42',
  'a.b',
  'x y',
  'é',
  '日本',
  '-',
  '0',
] as const;
const prefixes = ['a', 'say', 'u', 'sayHello', 'é', '.', 'A'] as const;

/** Most of these only RE2 reads in this way. */
export const accepted = [
  'say.*',
  '^u[0-9]+$',
  'a|ab',
  '.*',
  '.+',
  '(?i)SAY(hello|bye)',
  '(?P<who>u)\\d*',
  '\\pL+',
  '\\p{Han}+',
  '\\PL',
  '[[:alpha:]]+',
  '[[:^digit:]]*',
  '[^a]',
  '\\Qa.b\\E',
  '(?U)a+',
  '\\Aab\\z',
  '(?s).',
  'x\\sy',
  '\\bsay\\w*\\b',
  'a\\Cb',
  '(a|b)*',
  'a{1,2}',
  '(?:a{2}){0,3}',
  '\\x61',
  '\\x{e5}.',
  '[\\w-]+',
  '(?i:a)b?',
  'é',
  '[é日]本?',
  '',
  '()',
  'a||b',
  'u\\d{1,3}?',
  '(?<name>a)b',
  '(?P<n>a)(?P<n>b)',
  '\\377',
  '\\xc3\\xa9',
  '(?m)^a$',
  '[a\\]]',
  '\\141',
  '[\\pL\\d]+',
  '(?i)K',
  '\\D\\d\\D?',
  '[[:word:]]+',
  'a**?b'.slice(0, 2),
  '[^[:space:]]+ y',
] as const;

export const refused = [
  '(',
  '[a',
  'a**',
  '(?=a)',
  '(?!a)',
  '(?<=a)b',
  '(a)\\1',
  'a{1001}',
  '*',
  '+a',
  '\\Z',
  'a++',
  '\\x{100}',
  '\\777',
  '\\p{Nope}',
  'x{2,1}',
  '(?z)',
  '[b-a]',
  '\\8',
  'a\\',
  '(?#c)',
  '\\u0061',
  '(a{100}){100}',
] as const;

function randomMatcher(random: Random, bad: boolean): HeaderMatcher {
  const name = random.from(names);
  if (bad) {
    return random.from([
      { name, safeRegexMatch: { googleRe2: {}, regex: random.from(refused) } },
      { name, prefixMatch: '' },
      { name, safeRegexMatch: { googleRe2: {}, regex: '' } },
      { name: 'a\rb', exactMatch: 'a' },
      { name: '', exactMatch: 'a' },
    ]);
  }
  switch (random.below(5)) {
    case 0:
      return { name, prefixMatch: random.from(prefixes) };
    case 1:
      return { name, presentMatch: true };
    case 2:
    case 3:
      return { name, safeRegexMatch: { googleRe2: {}, regex: random.from(accepted) || 'a*' } };
    default:
      return { name, exactMatch: random.from(values) };
  }
}

function randomAction(random: Random, bad: boolean): MetaRouteAction {
  if (bad) return random.from<MetaRouteAction>([{ weightedClusters: { totalWeight: 0 } }, weighted([0, 0])]);
  return random.chance(0.7)
    ? { cluster: random.from(clusters) }
    : weighted([random.below(3), 1 + random.below(3), random.below(2)]);
}

function weighted(weights: readonly number[]): MetaRouteAction {
  const list = weights.map((weight, index) => ({ name: clusters[index] ?? 'spare', weight }));
  return { weightedClusters: { clusters: list } };
}

/** A random configuration of one to twelve routes, in one of ten cases one that Envoy has to refuse. */
export function randomConfiguration(seed: number): MetaRouteConfiguration {
  const random = new Random(seed);
  const bad = random.chance(0.1);
  const badAction = bad && random.chance(0.3);
  const count = 1 + random.below(12);
  const guilty = random.below(count);
  const routes = Array.from({ length: count }, (_, index): ProxyRoute => {
    const metadata = Array.from({ length: random.below(4) }, () => randomMatcher(random, false));
    if (bad && !badAction && index === guilty) metadata.push(randomMatcher(random, true));
    const name = random.chance(0.9) ? { name: `r${index}` } : {};
    return { ...name, match: { metadata }, route: randomAction(random, badAction && index === guilty) };
  });
  return { name: `case-${seed}_1`, routes };
}

/** Half of the requests are made to take a route, and then some of their values are changed. */
export function randomQuestion(seed: number, count: number): Question {
  const configuration = randomConfiguration(seed);
  const routes = compileRoutes(configuration);
  const random = new Random(seed ^ 0x5eed);
  const requests = Array.from({ length: count }, () => {
    const solution = random.chance(0.6) ? solve(routes, random.below(routes.routes.length)) : undefined;
    const request = new Map(solution?.status === 'found' ? solution.attributes : []);
    for (const name of names) {
      if (random.chance(0.15)) request.delete(name.toLowerCase());
      if (random.chance(solution === undefined ? 0.6 : 0.1)) request.set(name.toLowerCase(), random.from(values));
    }
    return Object.fromEntries(request);
  });
  return { configuration, requests: requests.map(asHeaders) };
}

/** HTTP trims the blanks around a value, so ours have none. */
function asHeaders(request: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(request).map(([name, value]) => [name, value.trim()]));
}
