import { protoMilliseconds } from '../../envoy/duration/milliseconds.js';
import { defined, isObject, listOf, numberOf, objectOf, textOf } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { refusalOfSizes } from '../balance/balancer.js';
import type { Cluster, LbPolicy } from '../config.js';
import type { OutlierSettings } from '../upstream/outlier.js';
import type { PoolLimits } from '../upstream/resources.js';

/** A cluster as the control plane has it, without its endpoints. */
export interface MeshCluster {
  readonly settings: Omit<Cluster, 'endpoints' | 'source'>;
  readonly discovery: 'EDS' | 'STATIC' | 'DNS' | 'ORIGINAL_DST';
  /** The name of its endpoints, for EDS. */
  readonly serviceName: string;
  /** Endpoints that stand in the cluster. */
  readonly assignment: JsonObject;
  /** `transport_socket_matches`: of the first whose labels an endpoint has all. */
  readonly socketMatches: readonly { readonly labels: JsonObject; readonly socket: Json | undefined }[];
  /** Where none of them is for an endpoint. */
  readonly socket: Json | undefined;
}

const policies: Readonly<Record<string, LbPolicy>> = {
  LEAST_REQUEST: 'LEAST_REQUEST',
  RANDOM: 'RANDOM',
  RING_HASH: 'RING_HASH',
  MAGLEV: 'MAGLEV',
};

/** Envoy's defaults. */
const CONNECT_TIMEOUT = 5_000;
const RING = 1024;
const TABLE = 65_537;
const UNLIMITED = 4_294_967_295;
const THRESHOLD = 1024;
const PANIC = 50;

/** Reads a Cluster in protobuf JSON, or says why Envoy refuses it. */
export function readCluster(source: JsonObject): MeshCluster | { readonly refused: string } {
  const name = textOf(source.name) ?? '';
  if (name === '') return { refused: 'a cluster has no name' };
  const discovery = discoveryOf(source);
  const eds = objectOf(source.edsClusterConfig);
  if (discovery === 'EDS' && source.edsClusterConfig === undefined) {
    return { refused: `cluster ${name}: cannot create an EDS cluster without an EDS config` };
  }
  const { localityWeightedLbConfig, healthyPanicThreshold } = objectOf(source.commonLbConfig);
  const panic = healthyPanicThreshold === undefined ? PANIC : (numberOf(objectOf(healthyPanicThreshold).value) ?? 0);
  const settings: MeshCluster['settings'] = {
    name,
    lbPolicy: policies[textOf(source.lbPolicy) ?? ''] ?? 'ROUND_ROBIN',
    minimumRingSize: numberOf(objectOf(source.ringHashLbConfig).minimumRingSize) ?? RING,
    maglevTableSize: numberOf(objectOf(source.maglevLbConfig).tableSize) ?? TABLE,
    choices: numberOf(objectOf(source.leastRequestLbConfig).choiceCount),
    weighsLocalities: localityWeightedLbConfig !== undefined,
    connectTimeout: milliseconds(source.connectTimeout, CONNECT_TIMEOUT),
    poolLimits: limitsOf(source),
    outlierDetection: outliersOf(source.outlierDetection, panic),
  };
  const refused = refusalOfSizes({ ...settings, endpoints: [], source: '' });
  if (refused !== undefined) return { refused: `cluster ${name}: ${refused}` };
  return {
    settings,
    discovery,
    serviceName: textOf(eds.serviceName) ?? name,
    assignment: objectOf(source.loadAssignment),
    socketMatches: listOf(source.transportSocketMatches)
      .map(objectOf)
      .map(({ match, transportSocket }) => ({ labels: objectOf(match), socket: transportSocket })),
    socket: source.transportSocket,
  };
}

function discoveryOf({ type }: JsonObject): MeshCluster['discovery'] {
  if (type === 'EDS' || type === 'ORIGINAL_DST') return type;
  return type === 'STRICT_DNS' || type === 'LOGICAL_DNS' ? 'DNS' : 'STATIC';
}

function milliseconds(value: Json | undefined, otherwise: number): number {
  const text = textOf(value);
  return (text === undefined ? undefined : protoMilliseconds(text)) ?? otherwise;
}

/** Those of the default priority; 4294967295 is how Istio writes that there is none. */
function limitsOf({ circuitBreakers, typedExtensionProtocolOptions }: JsonObject): PoolLimits | undefined {
  const all = listOf(objectOf(circuitBreakers).thresholds).map(objectOf);
  const own = all.find(({ priority }) => priority === undefined || priority === 'DEFAULT') ?? {};
  const bound = (value: Json | undefined) => {
    const number = numberOf(value) ?? THRESHOLD;
    return number === UNLIMITED ? undefined : number;
  };
  const options = Object.values(objectOf(typedExtensionProtocolOptions)).filter(isObject);
  const perConnection = options
    .map(({ commonHttpProtocolOptions }) => numberOf(objectOf(commonHttpProtocolOptions).maxRequestsPerConnection))
    .find((number) => number !== undefined && number > 0);
  const limits = defined<PoolLimits>({
    maxConnections: bound(own.maxConnections),
    maxPending: bound(own.maxPendingRequests),
    maxRequestsPerConnection: perConnection,
  });
  return Object.keys(limits).length === 0 ? undefined : limits;
}

/** With Envoy's defaults; a detection that is enforced at 0 percent ejects nothing. */
function outliersOf(value: Json | undefined, panic: number): OutlierSettings | undefined {
  if (value === undefined) return undefined;
  const source = objectOf(value);
  const enforced = (field: string, otherwise: number) => (numberOf(source[field]) ?? otherwise) > 0;
  return {
    consecutiveErrors: enforced('enforcingConsecutive5xx', 100) ? (numberOf(source.consecutive5xx) ?? 5) : 0,
    consecutiveGatewayErrors: enforced('enforcingConsecutiveGatewayFailure', 0)
      ? (numberOf(source.consecutiveGatewayFailure) ?? 5)
      : 0,
    interval: Math.max(1, milliseconds(source.interval, 10_000)),
    baseEjectionTime: Math.max(1, milliseconds(source.baseEjectionTime, 30_000)),
    maxEjectionPercent: numberOf(source.maxEjectionPercent) ?? 10,
    minHealthPercent: panic,
  };
}
