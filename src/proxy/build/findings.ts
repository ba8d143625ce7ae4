import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import { nearest } from '../../diagnostics/nearest.js';
import { parseClusterName } from '../../envoy/cluster-name.js';
import { clusterNames } from '../../match/cluster-names.js';
import { type BuiltCluster, clusterOf } from './clusters.js';
import type { Sources } from './config.js';
import { EndpointFinder } from './endpoints.js';

/** So many names a message lists. */
const LISTED = 5;

/** What a person should know of the clusters before the first request: those that cannot be reached, and why. */
export function clusterFindings({
  index,
  rules,
  upstreams,
}: Pick<Sources, 'index' | 'rules' | 'upstreams'>): readonly Finding[] {
  const names = clusterNames(rules);
  const finder = new EndpointFinder(index);
  const built = [...names].map((name) => clusterOf(name, upstreams, index, finder));
  return [
    ...[...upstreams.keys()].filter((name) => !names.has(name)).map((name) => unused(name, [...names])),
    ...built.flatMap(unreachable),
    ...built.flatMap(({ left }) => left.map(({ resource, reason }) => finding('AER0943', { reason }, { resource }))),
  ];
}

function unused(cluster: string, known: readonly string[]): Finding {
  const meant = nearest(cluster, known);
  const listed = known.slice(0, LISTED).join(', ');
  const more = known.length > LISTED ? ` and ${known.length - LISTED} more` : '';
  const cure =
    meant !== undefined
      ? `Did you mean ${meant}?`
      : known.length === 0
        ? 'The rules send requests nowhere.'
        : `They know ${listed}${more}.`;
  return finding('AER0940', { cluster, cure }, {});
}

function unreachable({ cluster, all, labels }: BuiltCluster): readonly Finding[] {
  const { name, endpoints } = cluster;
  if (endpoints.length > 0) return [];
  if (all === 0) return [finding('AER0941', { cluster: name }, {})];
  const { subset, host } = parseClusterName(name) ?? { subset: '', host: '' };
  const wanted = Object.entries(labels ?? {}).map(([label, value]) => `${label}=${value}`);
  const reason =
    labels === undefined ? `no DestinationRule of ${host} defines it` : `none has the labels ${wanted.join(', ')}`;
  return [finding('AER0942', { subset, host, count: all, reason, cluster: name }, {})];
}
