import { defined, listOf, numberOf, objectOf, textOf } from '../envoy/proto-json.js';
import type {
  HeaderMatcher,
  Json,
  JsonObject,
  MetaKeyValue,
  MetaRouteAction,
  MetaRouteConfiguration,
  ProxyRoute,
  RequestMirrorPolicy,
} from '../model/envoy.js';

/** A MetaProtocol route configuration from protobuf JSON with lowerCamelCase names (proxy-messages.md). */
export function readMetaRoutes(source: JsonObject): MetaRouteConfiguration {
  const routes = listOf(source.routes).map((route): ProxyRoute => {
    const { name, match, route: action, requestMutation, responseMutation } = objectOf(route);
    return readRoute({
      name,
      matchers: objectOf(match).metadata,
      action: objectOf(action),
      requestMutation: listOf(requestMutation),
      responseMutation: listOf(responseMutation),
    });
  });
  return { name: textOf(source.name) ?? '', routes };
}

/** The HTTP form of one, as it travels over RDS (translation.md section 7), turned back as the proxy does. */
export function readHttpRoutes(source: JsonObject): MetaRouteConfiguration {
  const [host] = listOf(source.virtualHosts);
  const routes = listOf(objectOf(host).routes).map((route): ProxyRoute => {
    const { name, match, route: action, requestHeadersToAdd, responseHeadersToAdd } = objectOf(route);
    const { hashPolicy, ...rest } = objectOf(action);
    return readRoute({
      name,
      matchers: objectOf(match).headers,
      action: {
        ...rest,
        hashPolicy: listOf(hashPolicy).map((policy) => objectOf(objectOf(policy).header).headerName ?? ''),
      },
      requestMutation: listOf(requestHeadersToAdd).map((option) => objectOf(option).header ?? {}),
      responseMutation: listOf(responseHeadersToAdd).map((option) => objectOf(option).header ?? {}),
    });
  });
  return { name: textOf(source.name) ?? '', routes };
}

interface RouteParts {
  readonly name: Json | undefined;
  readonly matchers: Json | undefined;
  readonly action: JsonObject;
  readonly requestMutation: readonly Json[];
  readonly responseMutation: readonly Json[];
}

function readRoute({ name, matchers, action, requestMutation, responseMutation }: RouteParts): ProxyRoute {
  return defined<ProxyRoute>({
    name: textOf(name),
    match: { metadata: readMatchers(matchers) },
    route: readAction(action),
    requestMutation: requestMutation.map(readKeyValue),
    responseMutation: responseMutation.map(readKeyValue),
  });
}

/** Header matchers; a field that Aeraki never writes is kept, so that the matcher is refused and not misread. */
export function readMatchers(source: Json | undefined): readonly HeaderMatcher[] {
  return listOf(source).map((matcher) => {
    const { name, ...rest } = objectOf(matcher);
    const regex = rest.safeRegexMatch === undefined ? undefined : textOf(objectOf(rest.safeRegexMatch).regex);
    return defined<HeaderMatcher>({
      ...rest,
      name: textOf(name) ?? '',
      exactMatch: textOf(rest.exactMatch),
      prefixMatch: textOf(rest.prefixMatch),
      safeRegexMatch: rest.safeRegexMatch === undefined ? undefined : { googleRe2: {}, regex: regex ?? '' },
      presentMatch: typeof rest.presentMatch === 'boolean' ? rest.presentMatch : undefined,
    });
  });
}

function readAction(source: JsonObject): MetaRouteAction {
  const weighted = source.weightedClusters === undefined ? undefined : objectOf(source.weightedClusters);
  return defined<MetaRouteAction>({
    cluster: textOf(source.cluster),
    weightedClusters: weighted && {
      clusters: listOf(weighted.clusters).map((cluster) => {
        const { name, weight } = objectOf(cluster);
        return { name: textOf(name) ?? '', weight: numberOf(weight) ?? 0 };
      }),
    },
    hashPolicy: listOf(source.hashPolicy).flatMap((name) => textOf(name) ?? []),
    requestMirrorPolicies: listOf(source.requestMirrorPolicies).map((policy) => readMirror(objectOf(policy))),
  });
}

const denominators: Readonly<Record<string, number>> = { HUNDRED: 100, TEN_THOUSAND: 10_000, MILLION: 1_000_000 };

function readMirror({ cluster, runtimeFraction }: JsonObject): RequestMirrorPolicy {
  const fraction = objectOf(runtimeFraction).defaultValue;
  // What one without a fraction does hangs on the proxy (`mirrorsWithoutFraction`).
  if (fraction === undefined) return { cluster: textOf(cluster) ?? '' };
  const { numerator, denominator } = objectOf(fraction);
  const per = denominators[textOf(denominator) ?? 'HUNDRED'] ?? 100;
  return {
    cluster: textOf(cluster) ?? '',
    runtimeFraction: {
      defaultValue: { numerator: ((numberOf(numerator) ?? 0) * 1_000_000) / per, denominator: 'MILLION' },
    },
  };
}

function readKeyValue(source: Json): MetaKeyValue {
  const { key, value } = objectOf(source);
  return { key: textOf(key) ?? '', value: textOf(value) ?? '' };
}
