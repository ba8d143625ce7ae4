import type { Labels } from '../../../model/labels.js';

export interface OutlierDetection {
  readonly splitExternalLocalOriginErrors?: boolean;
  readonly consecutiveLocalOriginFailures?: number;
  readonly consecutiveErrors?: number;
  readonly interval?: string;
  readonly baseEjectionTime?: string;
  readonly maxEjectionPercent?: number;
  readonly minHealthPercent?: number;
}

export interface ConnectionPool {
  readonly http?: {
    readonly http1MaxPendingRequests?: number;
    readonly http2MaxRequests?: number;
    readonly maxRequestsPerConnection?: number;
    readonly maxRetries?: number;
    readonly maxConcurrentStreams?: number;
    readonly idleTimeout?: string;
    readonly h2UpgradePolicy?: string;
    readonly useClientProtocol?: boolean;
    readonly http2KeepAlive?: { readonly interval?: string; readonly timeout?: string };
  };
  readonly tcp?: {
    readonly maxConnections?: number;
    readonly connectTimeout?: string;
    readonly maxConnectionDuration?: string;
    readonly idleTimeout?: string;
    readonly tcpKeepalive?: { readonly time?: string; readonly interval?: string };
  };
}

export interface Failover {
  readonly from?: string;
  readonly to?: string;
}
export interface LocalitySetting {
  readonly distribute?: readonly { readonly from?: string; readonly to?: Readonly<Record<string, number>> }[];
  readonly failover?: readonly Failover[];
  readonly failoverPriority?: readonly string[];
}

export interface LoadBalancer {
  readonly consistentHash?: {
    readonly httpCookie?: {
      readonly name?: string;
      readonly ttl?: string;
      readonly attributes?: readonly { readonly name?: string }[];
    };
    readonly minimumRingSize?: number;
    readonly ringHash?: object;
    readonly maglev?: { readonly tableSize?: number };
  };
  readonly localityLbSetting?: LocalitySetting;
  readonly zoneAwareLbSetting?: LocalitySetting;
  readonly warmup?: { readonly duration?: string; readonly minimumPercent?: number; readonly aggression?: number };
  readonly warmupDurationSecs?: string;
}

export interface ClientTls {
  readonly mode?: string;
  readonly clientCertificate?: string;
  readonly privateKey?: string;
  readonly caCertificates?: string;
  readonly caCrl?: string;
  readonly credentialName?: string;
  readonly subjectAltNames?: readonly string[];
  readonly insecureSkipVerify?: boolean;
}

export interface PortPolicy {
  readonly port?: { readonly number?: number };
  readonly connectionPool?: ConnectionPool;
  readonly loadBalancer?: LoadBalancer;
  readonly outlierDetection?: OutlierDetection;
  readonly tls?: ClientTls;
}

export interface TrafficPolicy extends PortPolicy {
  readonly portLevelSettings?: readonly PortPolicy[];
  readonly tunnel?: { readonly protocol?: string; readonly targetHost?: string; readonly targetPort?: number };
  readonly proxyProtocol?: object;
  readonly retryBudget?: { readonly budgetInterval?: string };
}

export interface DestinationRuleSpec {
  readonly host?: string;
  readonly trafficPolicy?: TrafficPolicy;
  readonly subsets?: readonly {
    readonly name?: string;
    readonly labels?: Labels;
    readonly trafficPolicy?: TrafficPolicy;
  }[];
  readonly workloadSelector?: { readonly matchLabels?: Labels };
  readonly exportTo?: readonly string[];
}
