/**
 * Words of other resources (VirtualService, AuthorizationPolicy, Envoy, earlier releases) that people write into ours,
 * and what they are called here. By kind, then by the path of the field with `[]` for each index.
 */
const metaRouter: Readonly<Record<string, string>> = {
  http: 'Write `routes`',
  tcp: 'Write `routes`',
  host: 'Write `hosts: [HOST]`',
  gateway: 'Write `gateways`, a list',
  'routes[].match.headers': 'Write `attributes`',
  'routes[].match.metadata': 'Write `attributes`',
  'routes[].match.method': 'Write `attributes: {method: …}`',
  'routes[].match.uri': 'Write `attributes`; the protocols of Aeraki have no URI',
  'routes[].timeout': 'A MetaRouter has no time limits; set them in the client',
  'routes[].retries': 'A MetaRouter has no retries; set them in the client',
  'routes[].fault': 'A MetaRouter has no faults; Redis has them (RedisService `faults`)',
  'routes[].headers': 'Write `requestMutation` and `responseMutation`, lists of `key` and `value`',
  'routes[].mutation': 'Write `requestMutation` or `responseMutation`',
  'routes[].destination': 'Write `route: [{destination: …}]`',
  'routes[].mirrorPercent': 'Write `mirrorPercentage: {value: PERCENT}`',
  'routes[].mirror_percent': 'Write `mirrorPercentage: {value: PERCENT}`',
  'routes[].mirror.destination': 'Write `host`, `subset` and `port` directly under `mirror`',
  'routes[].route[].host': 'Write `destination: {host: …}`',
  'routes[].route[].subset': 'Write `destination: {subset: …}`',
  'routes[].route[].cluster': 'Write `destination: {host: …, subset: …, port: {number: …}}`',
  'localRateLimit.descriptors': 'Write `conditions`, each with `match: {attributes: …}` and `tokenBucket`',
  'localRateLimit.match': 'Write `conditions`, each with `match` and `tokenBucket`',
  'localRateLimit.conditions[].entries': 'Write `match: {attributes: …}`',
  'localRateLimit.conditions[].attributes': 'Write `match: {attributes: …}`',
  'globalRateLimit.conditions': 'Write `match: {attributes: …}`',
  'globalRateLimit.timeout': 'Write `requestTimeout`',
  'globalRateLimit.failureModeDeny': 'Write `denyOnFail`',
  'globalRateLimit.descriptors[].key': 'Write `descriptorKey`, and the attribute as `property`',
  'globalRateLimit.descriptors[].value': 'Write the attribute as `property`',
  'globalRateLimit.descriptors[].entries': 'Write `property` and `descriptorKey` directly in each descriptor',
  'globalRateLimit.tokenBucket': 'The limits of a global rate limit are those of the rate-limit service',
};

const redisService: Readonly<Record<string, string>> = {
  hosts: 'Write `host`, a list',
  routes: 'Write `redis`',
  http: 'Write `redis`',
  'redis[].match.prefix': 'Write `key: {prefix: …}`',
  'redis[].prefix': 'Write `match: {key: {prefix: …}}`',
  'redis[].route.destination': 'Write `host` and `port` directly under `route`',
  'redis[].mirror[].destination': 'Write `route: {host: …, port: …}`',
  'settings.auth.password': 'Write `plain: {password: …}`, or better `secret: {name: …}`',
};

const redisDestination: Readonly<Record<string, string>> = {
  hosts: 'Write `host`, one name',
  'trafficPolicy.tls': 'A RedisDestination has no TLS',
  'trafficPolicy.loadBalancer': 'Aeraki chooses the load balancer itself',
  'trafficPolicy.outlierDetection': 'A RedisDestination has no outlier detection',
  'trafficPolicy.connectionPool.redis.auth.password': 'Write `plain: {password: …}`, or better `secret: {name: …}`',
  'trafficPolicy.connectionPool.redis.auth.username': 'Write `plain: {username: …}`, or better `secret: {name: …}`',
};

const dubboPolicy: Readonly<Record<string, string>> = {
  selector: 'A policy is for all native Dubbo services of its namespace; it cannot be narrowed to workloads',
  'rules[].when': 'A policy has no conditions; write principals and namespaces under `from`',
  'rules[].from[].source.ipBlocks': 'Callers are known by `principals` and `namespaces` only',
  'rules[].from[].source.remoteIpBlocks': 'Callers are known by `principals` and `namespaces` only',
  'rules[].from[].source.requestPrincipals': 'Callers are known by `principals` and `namespaces` only',
  'rules[].from[].source.serviceAccounts': 'Write `principals`, such as cluster.local/ns/NAMESPACE/sa/ACCOUNT',
  'rules[].to[].operation.hosts': 'Write `interfaces`',
  'rules[].to[].operation.services': 'Write `interfaces`',
  'rules[].to[].operation.paths': 'Write `methods`',
  'rules[].to[].operation.ports': 'An operation is known by `interfaces` and `methods`',
};

const applicationProtocol: Readonly<Record<string, string>> = {
  name: 'Write `protocol`',
  codecName: 'Write `codec`',
};

const habits: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  MetaRouter: metaRouter,
  RedisService: redisService,
  RedisDestination: redisDestination,
  DubboAuthorizationPolicy: dubboPolicy,
  ApplicationProtocol: applicationProtocol,
};

/** What a field that is not known should be, as a sentence without its dot; `field` is `spec.routes[0].match.headers`. */
export function knownSlip(kind: string, field: string): string | undefined {
  const table = habits[kind];
  if (table === undefined || !field.startsWith('spec.')) return undefined;
  const path = field.slice('spec.'.length).replace(/\[\d+\]/g, '[]');
  return Object.hasOwn(table, path) ? table[path] : undefined;
}
