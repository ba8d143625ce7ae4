import { listOf, objectOf, textOf } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { DownstreamTls, NameMatcher, TlsVersion, UpstreamTls } from '../tls/settings.js';

/** What a transport socket is: clear text, TLS, or something that only an Envoy has. */
export type TransportSocket<T> = { readonly tls: T | undefined } | { readonly foreign: string };

/** ALPN that asks for Istio's exchange of metadata in front of what is sent, which is not done here. */
const EXCHANGE = 'istio-peer-exchange';

/** The socket of a cluster, or of an endpoint of it. Undefined: none is configured, so it is clear. */
export function upstreamSocket(socket: Json | undefined): TransportSocket<UpstreamTls> {
  const config = socketConfig(socket);
  if (typeof config === 'string') return { foreign: config };
  if (config === undefined) return { tls: undefined };
  const common = objectOf(config.commonTlsContext);
  const alpn = listOf(common.alpnProtocols).flatMap((name) => textOf(name) ?? []);
  const tls = { ...settings(common), serverName: textOf(config.sni), alpn: alpn.filter((name) => name !== EXCHANGE) };
  return { tls };
}

/** The socket of a filter chain. */
export function downstreamSocket(socket: Json | undefined): TransportSocket<DownstreamTls> {
  const config = socketConfig(socket);
  if (typeof config === 'string') return { foreign: config };
  if (config === undefined) return { tls: undefined };
  const requiresClient = config.requireClientCertificate === true;
  return { tls: { ...settings(objectOf(config.commonTlsContext)), requiresClient } };
}

/** Undefined: clear text; text: the name of a socket that is not known here. */
function socketConfig(socket: Json | undefined): JsonObject | string | undefined {
  if (socket === undefined) return undefined;
  const { name, typedConfig } = objectOf(socket);
  const config = objectOf(typedConfig);
  const type = textOf(config['@type']) ?? textOf(name) ?? '';
  if (/\.RawBuffer$|raw_buffer$/.test(type)) return undefined;
  return /\.(?:Up|Down)streamTlsContext$/.test(type) ? config : (textOf(name) ?? type);
}

function settings(common: JsonObject): Omit<UpstreamTls, 'serverName' | 'alpn'> {
  const combined = objectOf(common.combinedValidationContext);
  const own = objectOf(common.validationContext);
  const defaults = objectOf(combined.defaultValidationContext);
  const { tlsMinimumProtocolVersion, tlsMaximumProtocolVersion, cipherSuites } = objectOf(common.tlsParams);
  const roots = secretName(combined.validationContextSdsSecretConfig ?? common.validationContextSdsSecretConfig);
  const file = textOf(objectOf(own.trustedCa ?? defaults.trustedCa).filename);
  return {
    certificate:
      secretName(listOf(common.tlsCertificateSdsSecretConfigs)[0]) ?? pairOf(listOf(common.tlsCertificates)[0]),
    authorities: roots ?? (file === undefined ? undefined : `file-root:${file}`),
    names: [...namesOf(own), ...namesOf(defaults)],
    minVersion: version(tlsMinimumProtocolVersion),
    maxVersion: version(tlsMaximumProtocolVersion),
    ciphers: listOf(cipherSuites).flatMap((suite) => textOf(suite) ?? []),
  };
}

function secretName(config: Json | undefined): string | undefined {
  return textOf(objectOf(config).name);
}

/** Files are secrets with a name too, as Istio writes them. */
function pairOf(certificate: Json | undefined): string | undefined {
  const { certificateChain, privateKey } = objectOf(certificate);
  const [chain, key] = [certificateChain, privateKey].map((each) => textOf(objectOf(each).filename));
  return chain === undefined || key === undefined ? undefined : `file-cert:${chain}~${key}`;
}

function namesOf({ matchSubjectAltNames, matchTypedSubjectAltNames }: JsonObject): readonly NameMatcher[] {
  const typed = listOf(matchTypedSubjectAltNames).map((each) => objectOf(each).matcher);
  return [...listOf(matchSubjectAltNames), ...typed].flatMap((each) => nameMatcher(objectOf(each)));
}

function nameMatcher(source: JsonObject): readonly NameMatcher[] {
  for (const kind of ['exact', 'prefix', 'suffix', 'contains'] as const) {
    const value = textOf(source[kind]);
    if (value !== undefined) return [{ kind, value }];
  }
  const regex = textOf(objectOf(source.safeRegex).regex);
  return regex === undefined ? [] : [{ kind: 'regex', value: regex }];
}

function version(value: Json | undefined): TlsVersion | undefined {
  return value === 'TLSv1_2' ? 'TLSv1.2' : value === 'TLSv1_3' ? 'TLSv1.3' : undefined;
}
