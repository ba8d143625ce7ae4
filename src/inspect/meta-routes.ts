import type { FieldReader } from '../envoy/fields.js';
import { shownValue } from '../envoy/redact.js';
import type { JsonObject } from '../model/envoy.js';
import { headerMatches } from './header-match.js';
import { weightedClusters } from './http-routes.js';

/** One MetaProtocol route, in words. */
export interface MetaRouteText {
  readonly name: string;
  readonly match: string;
  readonly destination: string;
}

export function metaRouteTexts(config: JsonObject, reader: FieldReader): readonly MetaRouteText[] {
  return reader.objects(config, 'routes').map((route) => ({
    name: reader.text(route, 'name'),
    match: headerMatches(reader.object(route, 'match'), 'metadata', reader) || 'ALL',
    destination: metaDestination(route, reader),
  }));
}

/** Clusters with their shares, then the mirror, the hash policy and the mutations, where there are any. */
function metaDestination(route: JsonObject, reader: FieldReader): string {
  const action = reader.object(route, 'route');
  const weighted = reader.object(action, 'weighted_clusters');
  const clusters = weighted === undefined ? reader.text(action, 'cluster') : weightedClusters(weighted, reader);
  const mirrors = reader.objects(action, 'request_mirror_policies').map((each) => mirrorText(each, reader));
  const hash = reader.texts(action, 'hash_policy');
  return [
    clusters || 'no cluster',
    ...mirrors,
    ...(hash.length > 0 ? [`hash ${hash.join(', ')}`] : []),
    ...mutationText(route, 'request_mutation', 'set request', reader),
    ...mutationText(route, 'response_mutation', 'set response', reader),
  ].join('; ');
}

function mutationText(route: JsonObject, list: string, words: string, reader: FieldReader): readonly string[] {
  const pairs = reader.objects(route, list).map((each) => {
    const key = reader.text(each, 'key');
    return `${key}=${shownValue(key, reader.text(each, 'value'))}`;
  });
  return pairs.length === 0 ? [] : [`${words} ${pairs.join(', ')}`];
}

/** `mirror 12.5% to c`; without a fraction every request is mirrored. */
function mirrorText(policy: JsonObject, reader: FieldReader): string {
  return `mirror ${mirrorPercent(policy, reader)}% to ${reader.text(policy, 'cluster')}`;
}

const denominators: Readonly<Record<string, number>> = { HUNDRED: 100, TEN_THOUSAND: 10_000, MILLION: 1_000_000 };

export function mirrorPercent(policy: JsonObject, reader: FieldReader): number {
  const fraction = reader.object(reader.object(policy, 'runtime_fraction'), 'default_value');
  if (fraction === undefined) return 100;
  const whole = denominators[reader.text(fraction, 'denominator') || 'HUNDRED'] ?? 100;
  return ((reader.number(fraction, 'numerator') ?? 0) * 100) / whole;
}
