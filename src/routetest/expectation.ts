import { shownValue } from '../envoy/redact.js';
import type { Decision } from '../match/decision.js';
import type { MetaKeyValue } from '../model/envoy.js';
import type { Expectation } from '../model/route-test.js';

/** A decision without the reasons, which no expectation looks at. */
export type Outcome = Omit<Decision, 'tried'>;

/** Everything in which `actual` is not what was expected, one sentence each; empty when the case passes. */
export function compare(expected: Expectation, actual: Outcome): readonly string[] {
  return [
    ...compareRoute(expected, actual),
    ...compareClusters(expected, actual),
    ...compareMirrors(expected, actual),
    ...compareMutation('requestMutation', expected.requestMutation, actual.requestMutation),
    ...compareMutation('responseMutation', expected.responseMutation, actual.responseMutation),
    ...compareLimited(expected, actual),
  ];
}

function compareRoute({ route, noRoute }: Expectation, actual: Outcome): readonly string[] {
  const failures: string[] = [];
  if (route !== undefined && actual.route !== route) {
    failures.push(`route: expected ${route}, got ${actual.route ?? 'no route'}`);
  }
  if (noRoute === true && actual.matched) failures.push(`noRoute: expected no route, got ${actual.route}`);
  if (noRoute === false && !actual.matched) failures.push('noRoute: expected a route, got none');
  return failures;
}

function compareClusters({ cluster, clusters }: Expectation, actual: Outcome): readonly string[] {
  const failures: string[] = [];
  const possible = actual.clusters.filter(({ weight }) => weight > 0).map(({ name }) => name);
  if (cluster !== undefined && !possible.includes(cluster)) {
    failures.push(`cluster: expected ${cluster}, got ${possible.join(' or ') || 'none'}`);
  }
  if (clusters !== undefined) {
    const weights = new Map<string, number>();
    for (const { name, weight } of actual.clusters) weights.set(name, (weights.get(name) ?? 0) + weight);
    const same =
      weights.size === Object.keys(clusters).length &&
      Object.entries(clusters).every(([name, weight]) => weights.get(name) === weight);
    if (!same) failures.push(`clusters: expected ${shares(Object.entries(clusters))}, got ${shares([...weights])}`);
  }
  return failures;
}

function shares(weights: readonly (readonly [string, number])[]): string {
  return weights.map(([name, weight]) => `${name} ${weight}`).join(', ') || 'none';
}

function compareMirrors({ mirrors }: Expectation, actual: Outcome): readonly string[] {
  if (mirrors === undefined) return [];
  const same =
    mirrors.length === actual.mirrors.length &&
    mirrors.every(({ cluster, percentage }, index) => {
      const mirror = actual.mirrors[index];
      return mirror?.cluster === cluster && (percentage ?? mirror.percentage) === mirror.percentage;
    });
  return same ? [] : [`mirrors: expected ${mirrorsText(mirrors)}, got ${mirrorsText(actual.mirrors)}`];
}

function mirrorsText(mirrors: readonly { readonly cluster: string; readonly percentage?: number }[]): string {
  const texts = mirrors.map(
    ({ cluster, percentage }) => cluster + (percentage === undefined ? '' : ` ${percentage} %`),
  );
  return texts.join(', ') || 'none';
}

function compareMutation(
  field: string,
  expected: readonly MetaKeyValue[] | undefined,
  actual: readonly MetaKeyValue[],
): readonly string[] {
  if (expected === undefined) return [];
  if (mutationText(expected, asItIs) === mutationText(actual, asItIs)) return [];
  const [wanted, got] = [mutationText(expected, shownValue), mutationText(actual, shownValue)];
  return [`${field}: expected ${wanted}, got ${got === wanted ? 'another value' : got}`];
}

const asItIs = (_key: string, value: string): string => value;

function mutationText(mutation: readonly MetaKeyValue[], text: (key: string, value: string) => string): string {
  const pairs = mutation.map(({ key = '', value = '' }) => `${key}=${JSON.stringify(text(key, value))}`);
  return pairs.join(', ') || 'none';
}

function compareLimited({ limited }: Expectation, actual: Outcome): readonly string[] {
  if (limited === undefined || limited === actual.limits.length > 0) return [];
  const got = actual.limits.map((limit) =>
    limit.type === 'local' ? `local ${limit.bucket}` : `global ${limit.domain}`,
  );
  return limited ? ['limited: expected a limit, got none'] : [`limited: expected no limit, got ${got.join(' and ')}`];
}
