import type { KubernetesObject } from './resource.js';

/**
 * Aeraki's own kinds, as in `schemas/`. Everything is optional, because the CRDs require nothing; the schema layer has
 * made sure that what is there has the type that is written here.
 */

export interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

export interface MetaRouteMatch {
  readonly attributes?: Readonly<Record<string, StringMatch>>;
}

export interface MetaDestination {
  readonly host?: string;
  readonly subset?: string;
  readonly port?: { readonly number?: number };
}

export interface MetaRouteDestination {
  readonly destination?: MetaDestination;
  readonly weight?: number;
}

export interface KeyValue {
  readonly key?: string;
  readonly value?: string;
}

export interface MetaRoute {
  readonly name?: string;
  readonly match?: MetaRouteMatch;
  readonly route?: readonly MetaRouteDestination[];
  readonly mirror?: MetaDestination;
  readonly mirrorPercentage?: { readonly value?: number };
  readonly requestMutation?: readonly KeyValue[];
  readonly responseMutation?: readonly KeyValue[];
}

export interface TokenBucketSpec {
  /** Go notation. */
  readonly fillInterval?: string;
  readonly maxTokens?: number;
  readonly tokensPerFill?: number;
}

export interface LocalRateLimitSpec {
  readonly tokenBucket?: TokenBucketSpec;
  readonly conditions?: readonly { readonly match?: MetaRouteMatch; readonly tokenBucket?: TokenBucketSpec }[];
}

export interface GlobalRateLimitSpec {
  readonly domain?: string;
  readonly match?: MetaRouteMatch;
  readonly rateLimitService?: string;
  /** Go notation. */
  readonly requestTimeout?: string;
  readonly denyOnFail?: boolean;
  readonly descriptors?: readonly { readonly property?: string; readonly descriptorKey?: string }[];
}

export interface MetaRouterSpec {
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
  readonly routes?: readonly MetaRoute[];
  readonly localRateLimit?: LocalRateLimitSpec;
  readonly globalRateLimit?: GlobalRateLimitSpec;
  readonly exportTo?: readonly string[];
}
export type MetaRouter = KubernetesObject<MetaRouterSpec>;

export interface ApplicationProtocolSpec {
  readonly protocol?: string;
  readonly codec?: string;
}
export type ApplicationProtocol = KubernetesObject<ApplicationProtocolSpec>;

export interface DubboOperation {
  readonly interfaces?: readonly string[];
  readonly notInterfaces?: readonly string[];
  readonly methods?: readonly string[];
  readonly notMethods?: readonly string[];
}

export interface DubboSource {
  readonly principals?: readonly string[];
  readonly notPrincipals?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly notNamespaces?: readonly string[];
}

export interface DubboRule {
  readonly from?: readonly { readonly source?: DubboSource }[];
  readonly to?: readonly { readonly operation?: DubboOperation }[];
}

export interface DubboAuthorizationPolicySpec {
  readonly action?: 'ALLOW' | 'DENY';
  readonly rules?: readonly DubboRule[];
}
export type DubboAuthorizationPolicy = KubernetesObject<DubboAuthorizationPolicySpec>;

export interface RedisAuth {
  readonly plain?: { readonly username?: string; readonly password?: string };
  readonly secret?: { readonly name?: string; readonly usernameField?: string; readonly passwordField?: string };
}

export interface RedisTarget {
  readonly host?: string;
  readonly port?: number;
}

export interface RedisMirror {
  readonly route?: RedisTarget;
  readonly percentage?: { readonly value?: number };
  readonly excludeReadCommands?: boolean;
}

export interface RedisRoute {
  readonly match?: { readonly key?: { readonly prefix?: string; readonly removePrefix?: boolean } };
  readonly route?: RedisTarget;
  readonly mirror?: readonly RedisMirror[];
}

export interface RedisFault {
  readonly type?: 'DELAY' | 'ERROR';
  readonly percentage?: { readonly value?: number };
  /** Go notation. */
  readonly delay?: string;
  readonly commands?: readonly string[];
}

export interface RedisSettings {
  readonly auth?: RedisAuth;
  /** Go notation, as are all durations here. */
  readonly opTimeout?: string;
  readonly bufferFlushTimeout?: string;
  readonly maxBufferSizeBeforeFlush?: number;
  readonly maxUpstreamUnknownConnections?: number;
  readonly enableCommandStats?: boolean;
  readonly enableHashtagging?: boolean;
  readonly enableRedirection?: boolean;
  readonly caseInsensitive?: boolean;
  readonly readPolicy?: 'MASTER' | 'PREFER_MASTER' | 'REPLICA' | 'PREFER_REPLICA' | 'ANY';
}

export interface RedisServiceSpec {
  readonly host?: readonly string[];
  readonly redis?: readonly RedisRoute[];
  readonly settings?: RedisSettings;
  readonly faults?: readonly RedisFault[];
}
export type RedisService = KubernetesObject<RedisServiceSpec>;

export interface RedisDestinationSpec {
  readonly host?: string;
  readonly trafficPolicy?: {
    readonly connectionPool?: {
      readonly redis?: {
        readonly mode?: 'PROXY' | 'CLUSTER';
        readonly auth?: RedisAuth;
        readonly discoveryEndpoints?: readonly string[];
      };
      readonly tcp?: {
        readonly maxConnections?: number;
        readonly connectTimeout?: string;
        readonly tcpKeepalive?: { readonly probes?: number; readonly time?: string; readonly interval?: string };
      };
    };
  };
}
export type RedisDestination = KubernetesObject<RedisDestinationSpec>;
