import type { Decision } from '../../match/decision.js';
import type { Limit } from '../../match/limits.js';
import type { MetaKeyValue } from '../../model/envoy.js';
import type { Style } from '../log.js';
import { printable } from '../printable.js';

/** A decision and the service and port that it is about. */
export interface RouteAnswer {
  readonly host: string;
  readonly port: number;
  readonly decision: Decision;
  /** The message is one that the proxy answers itself. */
  readonly heartbeat?: boolean;
}

/** What a person reads: the winner and what it does, then why it is none of the others. */
export function routeText({ host, port, decision, heartbeat = false }: RouteAnswer, { palette }: Style): string {
  const title = `${palette.bold(printable(`${host}:${port}`))}\n`;
  const winner =
    decision.route === null
      ? `Route: ${palette.warning('none')}; ${withoutRoute(decision, heartbeat)}.\n`
      : `Route: ${palette.bold(printable(decision.route))}\n`;
  const effects = effectLines(decision).map((line) => `  ${printable(line)}\n`);
  const others = otherLines(decision).map((line) => `  ${printable(line)}\n`);
  const notes = noteLines(decision).map((line) => `  ${palette.warning(printable(line))}\n`);
  return [title, winner, ...effects, ...notes, ...(others.length > 0 ? ['Other routes:\n', ...others] : [])].join('');
}

/** What becomes of a request without a route. */
export function withoutRoute({ notes = [] }: Decision, heartbeat: boolean): string {
  if (heartbeat) return 'the proxy answers a heartbeat itself';
  const ends: readonly string[] = ['AER0944', 'AER0945', 'AER0946'];
  return notes.find(({ code }) => ends.includes(code))?.text ?? 'the proxy answers that there is no route';
}

/** What the proxy does that one would not think, a line each. */
export function noteLines({ notes = [] }: Decision): readonly string[] {
  return notes.map(({ code, text }) => `in the mesh: ${text} (${code})`);
}

/** What the route does with the request, a line each. */
export function effectLines(decision: Decision): readonly string[] {
  const total = decision.clusters.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...decision.clusters.map(({ name, weight }) =>
      decision.clusters.length === 1 ? `to ${name}` : `to ${name}: ${weight} of ${total}`,
    ),
    ...decision.mirrors.map(({ cluster, percentage }) => `mirrored to ${cluster}: ${percentage} %`),
    ...mutationLine('request', decision.requestMutation),
    ...mutationLine('response', decision.responseMutation),
    ...(decision.hashPolicy.length > 0 ? [`endpoint by the hash of ${decision.hashPolicy.join(', ')}`] : []),
    ...decision.limits.map(limitLine),
  ];
}

function mutationLine(what: string, mutation: readonly MetaKeyValue[]): readonly string[] {
  if (mutation.length === 0) return [];
  return [
    `sets on the ${what}: ${mutation.map(({ key, value }) => `${key}=${JSON.stringify(value ?? '')}`).join(', ')}`,
  ];
}

function limitLine(limit: Limit): string {
  if (limit.type === 'local') {
    return `local rate limit of ${limit.host}, ${limit.bucket}: at most ${limit.maxTokens}, ${limit.tokensPerFill} more every ${limit.fillInterval}, in each proxy`;
  }
  const descriptors = limit.descriptors.map(({ key, value }) => `${key}=${JSON.stringify(value)}`).join(', ');
  const fails = limit.denyOnFail ? 'refused' : 'let through';
  return `global rate limit of ${limit.host}: asks ${limit.rateLimitService} about ${descriptors} in ${limit.domain}; ${fails} when it fails`;
}

function otherLines({ tried, route: taken }: Decision): readonly string[] {
  return tried.map(({ route, failed }) => {
    if (failed.length === 0) return `${route}: matches too, but ${taken ?? 'another'} comes before it`;
    const reasons = failed.map(({ attribute, matcher, expected, actual }) => {
      const found = actual === null ? 'is absent' : `is ${JSON.stringify(actual)}`;
      return matcher === 'present'
        ? `${attribute} ${found}`
        : `${attribute} ${found}, not ${matcher} ${JSON.stringify(expected)}`;
    });
    return `${route}: ${reasons.join('; ')}`;
  });
}
