import { protoMilliseconds } from '../../envoy/duration/milliseconds.js';
import { defined, listOf, numberOf, objectOf, textOf } from '../../envoy/proto-json.js';
import { qualifiedHost } from '../../index/host.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { Cluster, LbPolicy } from '../config.js';
import type { OutlierSettings } from '../upstream/outlier.js';
import type { PoolLimits } from '../upstream/resources.js';

/** What the DestinationRule of a host says about one of its clusters. */
export interface Policy
  extends Pick<
    Cluster,
    'lbPolicy' | 'minimumRingSize' | 'maglevTableSize' | 'connectTimeout' | 'poolLimits' | 'outlierDetection'
  > {
  /** The labels of the subset; undefined: there is no such subset. Without a subset: none. */
  readonly labels: Readonly<Record<string, string>> | undefined;
}

/** Istio's defaults. */
const CONNECT_TIMEOUT = 10_000;
const RING = 1024;
const TABLE = 65_537;

const simple: Readonly<Record<string, LbPolicy>> = {
  ROUND_ROBIN: 'ROUND_ROBIN',
  RANDOM: 'RANDOM',
  LEAST_CONN: 'LEAST_REQUEST',
  LEAST_REQUEST: 'LEAST_REQUEST',
};

/** The policy of a cluster: that of the subset, over that of the port, over that of the host. */
export function policyOf(host: string, port: number, subset: string, namespace: string, index: MeshIndex): Policy {
  const [rule] = index.destinationRulesByHost.get(qualifiedHost(host, namespace)) ?? [];
  const spec = objectOf(rule?.object.spec as Json | undefined);
  const named = listOf(spec.subsets)
    .map(objectOf)
    .find(({ name }) => name === subset);
  const policies = [named?.trafficPolicy, spec.trafficPolicy].map(objectOf);
  const levels = policies.flatMap((policy) => [portLevel(policy, port), policy]);
  const balancer = objectOf(levels.map(({ loadBalancer }) => loadBalancer).find((value) => value !== undefined));
  const pool = objectOf(levels.map(({ connectionPool }) => connectionPool).find((value) => value !== undefined));
  const outliers = levels.map(({ outlierDetection }) => outlierDetection).find((value) => value !== undefined);
  const timeout = textOf(objectOf(pool.tcp).connectTimeout);
  return {
    ...balancing(balancer),
    connectTimeout: (timeout === undefined ? undefined : protoMilliseconds(timeout)) ?? CONNECT_TIMEOUT,
    ...defined<Pick<Cluster, 'poolLimits' | 'outlierDetection'>>({
      poolLimits: poolLimitsOf(pool),
      outlierDetection: outliers === undefined ? undefined : outlierSettings(objectOf(outliers)),
    }),
    labels: subset === '' ? {} : named === undefined ? undefined : (objectOf(named.labels) as Record<string, string>),
  };
}

function portLevel({ portLevelSettings }: JsonObject, port: number): JsonObject {
  const settings = listOf(portLevelSettings).map(objectOf);
  return settings.find((each) => numberOf(objectOf(each.port).number) === port) ?? {};
}

function balancing(balancer: JsonObject): Pick<Cluster, 'lbPolicy' | 'minimumRingSize' | 'maglevTableSize'> {
  const sizes = { minimumRingSize: RING, maglevTableSize: TABLE };
  if (balancer.consistentHash === undefined) {
    return { ...sizes, lbPolicy: simple[textOf(balancer.simple) ?? ''] ?? 'LEAST_REQUEST' };
  }
  const hash = objectOf(balancer.consistentHash);
  if (hash.maglev !== undefined) {
    return { ...sizes, lbPolicy: 'MAGLEV', maglevTableSize: numberOf(objectOf(hash.maglev).tableSize) ?? TABLE };
  }
  const size = numberOf(objectOf(hash.ringHash).minimumRingSize) ?? numberOf(hash.minimumRingSize) ?? RING;
  return { ...sizes, lbPolicy: 'RING_HASH', minimumRingSize: Math.max(1, size) };
}

/** Undefined: the rule bounds nothing. Envoy's other bounds are for HTTP. */
function poolLimitsOf(pool: JsonObject): PoolLimits | undefined {
  const [tcp, http] = [objectOf(pool.tcp), objectOf(pool.http)];
  // 0 is Istio's "not set".
  const positive = (value: Json | undefined) => numberOf(value) || undefined;
  const limits = defined<PoolLimits>({
    maxConnections: positive(tcp.maxConnections),
    maxPending: positive(http.http1MaxPendingRequests),
    maxRequestsPerConnection: positive(http.maxRequestsPerConnection),
  });
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** With the defaults of Istio's API. */
function outlierSettings(source: JsonObject): OutlierSettings {
  const duration = (value: Json | undefined, otherwise: number) =>
    (textOf(value) === undefined ? undefined : protoMilliseconds(textOf(value) ?? '')) ?? otherwise;
  return {
    consecutiveErrors: numberOf(source.consecutive5xxErrors) ?? numberOf(source.consecutiveErrors) ?? 5,
    consecutiveGatewayErrors: numberOf(source.consecutiveGatewayErrors) ?? 0,
    interval: Math.max(1, duration(source.interval, 10_000)),
    baseEjectionTime: Math.max(1, duration(source.baseEjectionTime, 30_000)),
    maxEjectionPercent: numberOf(source.maxEjectionPercent) || 10,
    minHealthPercent: numberOf(source.minHealthPercent) ?? 0,
  };
}
