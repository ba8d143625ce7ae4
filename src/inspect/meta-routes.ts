import type { Finding } from '../diagnostics/diagnostic.js';
import type { JsonObject } from '../model/envoy.js';
import { metaApplication } from './destination.js';
import type { Dump } from './dump.js';
import { readEntries } from './entries.js';
import { type FieldReader, field } from './fields.js';
import { filterLabel, readFilter } from './filter.js';
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
  const pairs = reader.objects(route, list).map((each) => `${reader.text(each, 'key')}=${reader.text(each, 'value')}`);
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

/**
 * The application protocols of route configurations by name, from the MetaProtocol filters of all listeners: the
 * routes' own section does not say. Inline configurations of several services may share a name (`inbound|20880||`).
 */
export function applicationProtocols(dump: Dump): ReadonlyMap<string, readonly string[]> {
  const protocols = new Map<string, Set<string>>();
  const ignored: Finding[] = [];
  readEntries(dump, 'listeners', ['dynamic_listeners', 'static_listeners'], ignored, (value, _entry, reader) => {
    const states = ['active_state', 'warming_state', 'draining_state'].map((each) => field(value, each));
    for (const holder of [value, ...states]) {
      const listener = reader.object(holder, 'listener');
      const last = reader.object(listener, 'default_filter_chain');
      const chains = reader.objects(listener, 'filter_chains');
      for (const chain of last === undefined ? chains : [...chains, last]) addChain(chain, reader);
    }
    return undefined;
  });
  return new Map([...protocols].map(([name, words]) => [name, [...words].sort()]));

  function addChain(chain: JsonObject, reader: FieldReader): void {
    for (const each of reader.objects(chain, 'filters')) {
      const filter = readFilter(each, reader);
      if (filterLabel(filter) !== 'MetaProtocol') continue;
      const rds = reader.text(reader.object(filter.config, 'rds'), 'route_config_name');
      const name = rds || reader.text(reader.object(filter.config, 'route_config'), 'name');
      const application = metaApplication(filter.config, reader);
      if (application === '') continue;
      const known = protocols.get(name);
      if (known === undefined) protocols.set(name, new Set([application]));
      else known.add(application);
    }
  }
}
