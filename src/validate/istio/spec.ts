import type { Labels } from '../../model/labels.js';
/** What istiod's admission looks at, as the schema allows it; a field that is absent has its type's zero value. */

export interface Port {
  readonly number?: number;
  readonly name?: string;
  readonly protocol?: string;
  readonly targetPort?: number;
}

export interface WorkloadEntrySpec {
  readonly address?: string;
  readonly ports?: Readonly<Record<string, number>>;
  readonly labels?: Labels;
  readonly network?: string;
}

export interface ServiceEntrySpec {
  readonly hosts?: readonly string[];
  readonly addresses?: readonly string[];
  readonly ports?: readonly Port[];
  readonly location?: string;
  readonly resolution?: string;
  readonly endpoints?: readonly WorkloadEntrySpec[];
  readonly workloadSelector?: { readonly labels?: Labels };
  readonly exportTo?: readonly string[];
}

/** One of the three is there; none in a match that stands for "any". */
export interface StringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

export interface Destination {
  readonly host?: string;
  readonly subset?: string;
  readonly port?: { readonly number?: number };
}

export interface HeaderOperations {
  readonly set?: Readonly<Record<string, string>>;
  readonly add?: Readonly<Record<string, string>>;
  readonly remove?: readonly string[];
}
export interface Headers {
  readonly request?: HeaderOperations;
  readonly response?: HeaderOperations;
}

export interface WeightedDestination {
  readonly destination?: Destination;
  readonly weight?: number;
  readonly headers?: Headers;
}

export interface Percent {
  readonly value?: number;
}

export interface HttpMatch {
  readonly name?: string;
  readonly uri?: StringMatch;
  readonly scheme?: StringMatch;
  readonly method?: StringMatch;
  readonly authority?: StringMatch;
  readonly headers?: Readonly<Record<string, StringMatch>>;
  readonly withoutHeaders?: Readonly<Record<string, StringMatch>>;
  readonly queryParams?: Readonly<Record<string, StringMatch>>;
  readonly port?: number;
  readonly sourceLabels?: Labels;
  readonly gateways?: readonly string[];
  readonly sourceNamespace?: string;
}

export interface HttpRoute {
  readonly name?: string;
  readonly match?: readonly HttpMatch[];
  readonly route?: readonly WeightedDestination[];
  readonly redirect?: {
    readonly uri?: string;
    readonly prefixRewrite?: string;
    readonly authority?: string;
    readonly scheme?: string;
    readonly port?: number;
    readonly derivePort?: string;
    readonly redirectCode?: number;
  };
  readonly directResponse?: {
    readonly status?: number;
    readonly body?: { readonly string?: string; readonly bytes?: string };
  };
  readonly delegate?: object;
  readonly rewrite?: {
    readonly uri?: string;
    readonly authority?: string;
    readonly uriRegexRewrite?: { readonly match?: string; readonly rewrite?: string };
  };
  readonly timeout?: string;
  readonly retries?: {
    readonly attempts?: number;
    readonly perTryTimeout?: string;
    readonly retryOn?: string;
    readonly retryRemoteLocalities?: boolean;
    readonly backoff?: string;
  };
  readonly fault?: {
    readonly delay?: {
      readonly percentage?: Percent;
      readonly fixedDelay?: string;
      readonly exponentialDelay?: string;
    };
    readonly abort?: {
      readonly percentage?: Percent;
      readonly httpStatus?: number;
      readonly grpcStatus?: string;
      readonly http2Error?: string;
    };
  };
  readonly mirror?: Destination;
  readonly mirrors?: readonly { readonly destination?: Destination; readonly percentage?: Percent }[];
  readonly mirrorPercent?: number;
  readonly mirror_percent?: number;
  readonly mirrorPercentage?: Percent;
  readonly corsPolicy?: {
    readonly allowOrigins?: readonly StringMatch[];
    readonly allowMethods?: readonly string[];
    readonly allowHeaders?: readonly string[];
    readonly exposeHeaders?: readonly string[];
    readonly maxAge?: string;
  };
  readonly headers?: Headers;
}

export interface L4Match {
  readonly destinationSubnets?: readonly string[];
  readonly port?: number;
  readonly sourceLabels?: Labels;
  readonly gateways?: readonly string[];
}
export interface TlsRoute {
  readonly match?: readonly (L4Match & { readonly sniHosts?: readonly string[] })[];
  readonly route?: readonly WeightedDestination[];
}
export interface TcpRoute {
  readonly match?: readonly L4Match[];
  readonly route?: readonly WeightedDestination[];
}

export interface VirtualServiceSpec {
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
  readonly http?: readonly HttpRoute[];
  readonly tls?: readonly TlsRoute[];
  readonly tcp?: readonly TcpRoute[];
  readonly exportTo?: readonly string[];
}

export interface ServerTls {
  readonly mode?: string;
  readonly httpsRedirect?: boolean;
  readonly serverCertificate?: string;
  readonly privateKey?: string;
  readonly caCertificates?: string;
  readonly caCrl?: string;
  readonly credentialName?: string;
  readonly credentialNames?: readonly string[];
  readonly tlsCertificates?: readonly { readonly serverCertificate?: string; readonly privateKey?: string }[];
  readonly subjectAltNames?: readonly string[];
  readonly minProtocolVersion?: string;
  readonly cipherSuites?: readonly string[];
}

export interface GatewaySpec {
  readonly servers?: readonly {
    readonly hosts?: readonly string[];
    readonly port?: Port;
    readonly bind?: string;
    readonly tls?: ServerTls;
  }[];
}
