/**
 * What the translation prints: canonical protobuf JSON (translation.md, top). The objects are built once and only ever
 * serialised or compared, so their fields are typed where a stage reads them again and are plain JSON elsewhere.
 */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** An Envoy header matcher, in the form that RDS carries. Exactly one of the last four. */
export interface HeaderMatcher {
  /** Left out when it is empty, as protobuf JSON does. */
  readonly name?: string;
  readonly exactMatch?: string;
  readonly prefixMatch?: string;
  readonly safeRegexMatch?: { readonly googleRe2: Record<string, never>; readonly regex?: string };
  readonly presentMatch?: boolean;
}

export interface WeightedClusters {
  readonly clusters?: readonly { readonly name: string; readonly weight?: number }[];
  readonly totalWeight?: number;
}

export interface RequestMirrorPolicy {
  readonly cluster: string;
  /** Left out only by another control plane. */
  readonly runtimeFraction?: {
    readonly defaultValue: { readonly numerator?: number; readonly denominator: 'MILLION' };
  };
}

export interface MetaKeyValue {
  readonly key?: string;
  readonly value?: string;
}

export interface MetaRouteAction {
  readonly cluster?: string;
  readonly weightedClusters?: WeightedClusters;
  readonly hashPolicy?: readonly string[];
  readonly requestMirrorPolicies?: readonly RequestMirrorPolicy[];
}

/** aeraki.meta_protocol_proxy.config.route.v1alpha.Route */
export interface ProxyRoute {
  readonly name?: string;
  readonly match?: { readonly metadata?: readonly HeaderMatcher[] };
  readonly route: MetaRouteAction;
  readonly requestMutation?: readonly MetaKeyValue[];
  readonly responseMutation?: readonly MetaKeyValue[];
}

/** aeraki.meta_protocol_proxy.config.route.v1alpha.RouteConfiguration */
export interface MetaRouteConfiguration {
  readonly name: string;
  readonly routes?: readonly ProxyRoute[];
}

/** One route of the HTTP form that travels over RDS. */
export interface HttpProxyRoute {
  readonly name?: string;
  readonly match: { readonly prefix: '/'; readonly headers?: readonly HeaderMatcher[] };
  readonly route: {
    readonly cluster?: string;
    readonly weightedClusters?: WeightedClusters;
    readonly hashPolicy?: readonly { readonly header: { readonly headerName: string } }[];
    readonly requestMirrorPolicies?: readonly RequestMirrorPolicy[];
  };
  readonly requestHeadersToAdd?: readonly { readonly header: MetaKeyValue }[];
  readonly responseHeadersToAdd?: readonly { readonly header: MetaKeyValue }[];
}

/** envoy.config.route.v3.RouteConfiguration, as Aeraki's RDS serves it. */
export interface RouteConfiguration {
  readonly name: string;
  readonly virtualHosts: readonly {
    readonly name: 'dummy';
    readonly domains: readonly ['*'];
    readonly routes: readonly HttpProxyRoute[];
  }[];
}

export interface ObjectMeta {
  readonly name: string;
  readonly namespace: string;
  readonly labels: { readonly manager: 'Aeraki' };
}

export interface EnvoyFilter {
  readonly apiVersion: 'networking.istio.io/v1alpha3';
  readonly kind: 'EnvoyFilter';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly workloadSelector?: { readonly labels?: Readonly<Record<string, string>> };
    readonly configPatches: readonly JsonObject[];
  };
}

export interface GeneratedVirtualService {
  readonly apiVersion: 'networking.istio.io/v1alpha3';
  readonly kind: 'VirtualService';
  readonly metadata: ObjectMeta;
  readonly spec: JsonObject;
}
