import { type FieldReader, field } from '../envoy/fields.js';
import { isObject, messageName } from '../envoy/proto-json.js';
import type { JsonObject } from '../model/envoy.js';

/** A network filter of a chain, with its configuration unwrapped from a TypedStruct if it was in one. */
export interface NetworkFilter {
  /** As in the chain: `envoy.filters.network.redis_proxy`. */
  readonly name: string;
  /** Message name of the configuration; '' when it has none. */
  readonly type: string;
  readonly config: JsonObject;
}

/** What we call a layer-7 filter, by the message name of its configuration and by its usual name in a chain. */
interface FilterKind {
  readonly label: string;
  readonly type: string;
  readonly name: string;
}

export const httpConnectionManager = 'envoy.filters.network.http_connection_manager';
export const tcpProxy = 'envoy.filters.network.tcp_proxy';
export const metaProtocolProxy = 'envoy.filters.network.meta_protocol_proxy';

const extensions = 'envoy.extensions.filters.network';

const kinds: readonly FilterKind[] = [
  { label: 'MetaProtocol', name: metaProtocolProxy, type: 'aeraki.meta_protocol_proxy.v1alpha.MetaProtocolProxy' },
  { label: 'Dubbo', name: 'envoy.filters.network.dubbo_proxy', type: `${extensions}.dubbo_proxy.v3.DubboProxy` },
  { label: 'Thrift', name: 'envoy.filters.network.thrift_proxy', type: `${extensions}.thrift_proxy.v3.ThriftProxy` },
  { label: 'Redis', name: 'envoy.filters.network.redis_proxy', type: `${extensions}.redis_proxy.v3.RedisProxy` },
  { label: 'Kafka', name: 'envoy.filters.network.kafka_broker', type: `${extensions}.kafka_broker.v3.KafkaBroker` },
  {
    label: 'ZooKeeper',
    name: 'envoy.filters.network.zookeeper_proxy',
    type: `${extensions}.zookeeper_proxy.v3.ZooKeeperProxy`,
  },
  { label: 'MongoDB', name: 'envoy.filters.network.mongo_proxy', type: `${extensions}.mongo_proxy.v3.MongoProxy` },
  { label: 'MySQL', name: 'envoy.filters.network.mysql_proxy', type: `${extensions}.mysql_proxy.v3.MySQLProxy` },
  {
    label: 'PostgreSQL',
    name: 'envoy.filters.network.postgres_proxy',
    type: `${extensions}.postgres_proxy.v3alpha.PostgresProxy`,
  },
  {
    label: 'RocketMQ',
    name: 'envoy.filters.network.rocketmq_proxy',
    type: `${extensions}.rocketmq_proxy.v3.RocketmqProxy`,
  },
  {
    label: 'Generic',
    name: 'envoy.filters.network.generic_proxy',
    type: `${extensions}.generic_proxy.v3.GenericProxy`,
  },
  { label: 'SIP', name: 'envoy.filters.network.sip_proxy', type: `${extensions}.sip_proxy.v3alpha.SipProxy` },
];

const labels = new Map(
  kinds.flatMap((kind) => [
    [kind.name, kind.label],
    [kind.type, kind.label],
  ]),
);

/** Our name of a layer-7 filter, from the type of its configuration (the chain may call it anything), else its name. */
export function filterLabel(filter: NetworkFilter): string | undefined {
  return labels.get(filter.type) ?? labels.get(filter.name);
}

export function isHttp(filter: NetworkFilter): boolean {
  return filter.name === httpConnectionManager || filter.type.endsWith('.HttpConnectionManager');
}

export function isTcp(filter: NetworkFilter): boolean {
  return filter.name === tcpProxy || filter.type.endsWith('.TcpProxy');
}

const shortNames: ReadonlyMap<string, string> = new Map(
  ['tcp_proxy', 'http_connection_manager', 'redis_proxy', 'mongo_proxy', 'ratelimit', 'client_ssl_auth'].map((name) => [
    `envoy.${name}`,
    `envoy.filters.network.${name}`,
  ]),
);

function currentName(name: string): string {
  return shortNames.get(name) ?? name;
}

/** Unwraps one entry of a chain's `filters`; the reader notes what has a wrong type. */
export function readFilter(value: JsonObject, reader: FieldReader): NetworkFilter {
  const name = reader.text(value, 'name');
  const typed = reader.object(value, 'typed_config');
  // Proxies of the API v2 have short names and an untyped `config`.
  if (typed === undefined) return { name: currentName(name), type: '', config: reader.object(value, 'config') ?? {} };
  return { name: currentName(name), ...unwrapConfig(typed, reader) };
}

/** A `typed_config`: the message itself, or a TypedStruct (of udpa or xds) around it. */
export function unwrapConfig(
  typed: JsonObject,
  reader: FieldReader,
): { readonly type: string; readonly config: JsonObject } {
  const type = messageName(reader.text(typed, '@type'));
  if (type !== 'udpa.type.v1.TypedStruct' && type !== 'xds.type.v3.TypedStruct') return { type, config: typed };
  const inner = field(typed, 'value');
  return { type: messageName(reader.text(typed, 'type_url')), config: isObject(inner) ? inner : {} };
}
