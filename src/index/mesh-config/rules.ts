import { isDomainName, isLabel, isPort, isProxyAddress, isTrustDomain, isWildcardDomain } from './addresses.js';
import type { Decoded } from './decode.js';
import { localityProblems } from './localities.js';

/**
 * What Istio's validation refuses in a mesh config that decodes (ValidateMeshConfig of pkg/config/validation, Istio
 * 1.18, with which the reference is built): one refusal costs the whole document. The defaults stand in the place of
 * what is not set, so only what is set can be wrong.
 */
export function meshProblems(mesh: Decoded, proxy: Decoded): string[] {
  return [
    ...port(mesh, 'proxyListenPort'),
    ...check(mesh, 'connectTimeout', connectTimeout),
    ...check(mesh, 'protocolDetectionTimeout', wholeMilliseconds),
    ...proxyProblems(proxy),
    ...localityProblems(message(mesh, 'localityLbSetting')),
    ...list(mesh, 'serviceSettings').flatMap((settings, i) =>
      texts(settings, 'hosts').flatMap((host) =>
        isWildcardDomain(host) ? [] : [`serviceSettings[${i}].hosts: ${host} is no host name`],
      ),
    ),
    ...(typeof mesh.trustDomain === 'string' && !isTrustDomain(mesh.trustDomain)
      ? [`trustDomain: "${mesh.trustDomain}" is no trust domain`]
      : []),
    ...texts(mesh, 'trustDomainAliases').flatMap((domain) =>
      isTrustDomain(domain) ? [] : [`trustDomainAliases: "${domain}" is no trust domain`],
    ),
    ...(list(message(mesh, 'meshMTLS'), 'ecdhCurves').length > 0
      ? ['meshMTLS.ecdhCurves: curves cannot be set for mesh TLS']
      : []),
  ];
}

const millisecond = 1_000_000n;
const second = 1_000n * millisecond;

type Check = (value: bigint) => string | undefined;

const wholeMilliseconds: Check = (value) =>
  value % millisecond === 0n ? undefined : 'milliseconds are the finest unit';
const positive: Check = (value) => (value < millisecond ? 'it must be at least 1ms' : wholeMilliseconds(value));
const connectTimeout: Check = (value) => (value > 30n * second ? 'it must be at most 30s' : positive(value));
const drainDuration: Check = (value) => {
  if (value > 3600n * second) return 'it must be at most 1h';
  return positive(value) ?? (value % second === 0n ? undefined : 'seconds are the finest unit');
};

function check(parent: Decoded, key: string, rule: Check): string[] {
  const value = parent[key];
  const reason = typeof value === 'bigint' ? rule(value) : undefined;
  return reason === undefined ? [] : [`${key}: ${reason}`];
}

function port(parent: Decoded, key: string, at = key): string[] {
  const value = parent[key];
  return typeof value === 'number' && !isPort(value) ? [`${at}: a port is from 1 to 65535`] : [];
}

function proxyProblems(proxy: Decoded): string[] {
  const at = (key: string) => `defaultConfig.${key}`;
  const empty = ['configPath', 'binaryPath', 'discoveryAddress'].filter((key) => proxy[key] === '');
  // Of two fields of a oneof the later in the proto counts, which is tracingServiceName.
  const noCluster = proxy.serviceCluster === '' && proxy.tracingServiceName === undefined;
  const authentication = proxy.controlPlaneAuthPolicy;
  return [
    ...[...empty, ...(noCluster ? ['serviceCluster'] : [])].map((key) => `${at(key)}: it must not be empty`),
    ...check(proxy, 'drainDuration', drainDuration).map((problem) => at(problem)),
    ...address(proxy, 'discoveryAddress'),
    ...address(proxy, 'statsdUdpAddress'),
    ...address(proxy, 'envoyMetricsServiceAddress'),
    ...address(message(proxy, 'envoyMetricsService'), 'address', 'envoyMetricsService.'),
    ...address(message(proxy, 'envoyAccessLogService'), 'address', 'envoyAccessLogService.'),
    ...port(proxy, 'proxyAdminPort', at('proxyAdminPort')),
    ...port(proxy, 'statusPort', at('statusPort')),
    ...(authentication === undefined || authentication === 0 || authentication === 1
      ? []
      : [`${at('controlPlaneAuthPolicy')}: NONE or MUTUAL_TLS is wanted`]),
    ...tracingProblems(message(proxy, 'tracing')).map((problem) => at(`tracing.${problem}`)),
    ...privateKeyProblems(proxy.privateKeyProvider).map((problem) => at(`privateKeyProvider: ${problem}`)),
  ];
}

/** An empty one is unset, save in a collector, which asks for it itself. */
function address(parent: Decoded, key: string, before = ''): string[] {
  const value = parent[key];
  return typeof value !== 'string' || value === '' || isProxyAddress(value)
    ? []
    : [`defaultConfig.${before}${key}: host:port is wanted`];
}

/** One oneof in this order of fields, so the last that is set counts; the first three must have an address. */
const collectors = ['zipkin', 'lightstep', 'datadog', 'stackdriver', 'openCensusAgent'];

function tracingProblems(tracing: Decoded): string[] {
  const set = collectors.findLast((name) => tracing[name] !== undefined);
  const problems: string[] = [];
  if (set !== undefined && collectors.indexOf(set) < 3) {
    const { address: given, accessToken } = message(tracing, set);
    const host = typeof given === 'string' ? given : '';
    const known = set === 'lightstep' ? host : host.replace('$(HOST_IP)', '127.0.0.1');
    if (!isProxyAddress(known)) problems.push(`${set}.address: host:port is wanted`);
    if (set === 'lightstep' && !accessToken) problems.push('lightstep.accessToken: it is missing');
  }
  return [...problems, ...tlsProblems(message(tracing, 'tlsSettings'))];
}

const simple = 1;
const mutual = 2;

function tlsProblems(tls: Decoded): string[] {
  const has = (key: string) => typeof tls[key] === 'string' && tls[key] !== '';
  if ((tls.mode === simple || tls.mode === mutual) && has('credentialName')) {
    const both = ['clientCertificate', 'caCertificates', 'privateKey'].filter(has);
    return both.length === 0 ? [] : [`tlsSettings.${both[0]}: it cannot stand beside credentialName`];
  }
  const missing = tls.mode === mutual ? ['clientCertificate', 'privateKey'].filter((key) => !has(key)) : [];
  return missing.map((key) => `tlsSettings.${key}: MUTUAL wants it`);
}

function privateKeyProblems(value: unknown): string[] {
  if (value === undefined) return [];
  const provider = value as Decoded;
  const set = ['cryptomb', 'qat'].findLast((name) => provider[name] !== undefined);
  if (set === undefined) return ['a provider is missing'];
  const delay = message(provider, set).pollDelay;
  return typeof delay === 'bigint' && delay !== 0n ? [] : [`${set}.pollDelay is missing or 0`];
}

/** What Istio refuses in `meshNetworks` of the same ConfigMap, which it reads first and which then costs `mesh` too. */
export function networkProblems(networks: Decoded): string[] {
  return Object.entries(message(networks, 'networks')).flatMap(([name, network]) => [
    ...list(network as Decoded, 'endpoints').flatMap(({ fromCidr, fromRegistry }) =>
      fromCidr === undefined && typeof fromRegistry === 'string' && !isLabel(fromRegistry)
        ? [`networks.${name}: "${fromRegistry}" is no registry name`]
        : [],
    ),
    ...list(network as Decoded, 'gateways').flatMap((gateway) => [
      ...(isPort(typeof gateway.port === 'number' ? gateway.port : 0)
        ? []
        : [`networks.${name}: a gateway has no port`]),
      ...(typeof gateway.registryServiceName === 'string' && !isDomainName(gateway.registryServiceName)
        ? [`networks.${name}: "${gateway.registryServiceName}" is no host name`]
        : []),
    ]),
  ]);
}

function message(parent: Decoded, key: string): Decoded {
  return (parent[key] ?? {}) as Decoded;
}

function list(parent: Decoded, key: string): readonly Decoded[] {
  return ((parent[key] ?? []) as readonly (Decoded | undefined)[]).map((each) => each ?? {});
}

function texts(parent: Decoded, key: string): readonly string[] {
  return ((parent[key] ?? []) as readonly unknown[]).map((each) => (typeof each === 'string' ? each : ''));
}
