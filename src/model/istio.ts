import type { KubernetesObject } from './resource.js';

/** The parts of Istio's and Kubernetes' kinds that Aeraki reads. */

export interface ServicePort {
  readonly number?: number;
  readonly name?: string;
  readonly protocol?: string;
  readonly targetPort?: number;
}

export interface ServiceEntrySpec {
  readonly hosts?: readonly string[];
  readonly addresses?: readonly string[];
  readonly ports?: readonly ServicePort[];
  readonly location?: string;
  readonly resolution?: string;
  readonly workloadSelector?: { readonly labels?: Readonly<Record<string, string>> };
  readonly endpoints?: readonly {
    readonly address?: string;
    readonly ports?: Readonly<Record<string, number>>;
    readonly labels?: Readonly<Record<string, string>>;
    /** `region/zone/subzone`. */
    readonly locality?: string;
    readonly weight?: number;
    readonly serviceAccount?: string;
    readonly network?: string;
  }[];
  readonly exportTo?: readonly string[];
  readonly subjectAltNames?: readonly string[];
}
export type ServiceEntry = KubernetesObject<ServiceEntrySpec>;

export interface KubernetesServiceSpec {
  readonly type?: string;
  readonly clusterIP?: string;
  readonly clusterIPs?: readonly string[];
  readonly externalName?: string;
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly {
    readonly name?: string;
    readonly port?: number;
    readonly protocol?: string;
    readonly appProtocol?: string;
    readonly targetPort?: number | string;
  }[];
}
export type KubernetesService = KubernetesObject<KubernetesServiceSpec>;

export interface IstioStringMatch {
  readonly exact?: string;
  readonly prefix?: string;
  readonly regex?: string;
}

export interface HttpRouteDestination {
  readonly destination?: {
    readonly host?: string;
    readonly subset?: string;
    readonly port?: { readonly number?: number };
  };
  readonly weight?: number;
}

export interface HttpRoute {
  readonly name?: string;
  readonly match?: readonly {
    readonly method?: IstioStringMatch;
    readonly headers?: Readonly<Record<string, IstioStringMatch>>;
  }[];
  readonly route?: readonly HttpRouteDestination[];
}

export interface VirtualServiceSpec {
  readonly hosts?: readonly string[];
  readonly gateways?: readonly string[];
  readonly http?: readonly HttpRoute[];
}
export type VirtualService = KubernetesObject<VirtualServiceSpec>;

export interface TrafficPolicy {
  readonly loadBalancer?: { readonly consistentHash?: { readonly httpHeaderName?: string } };
}

export interface DestinationRuleSpec {
  readonly host?: string;
  readonly trafficPolicy?: TrafficPolicy;
  readonly subsets?: readonly {
    readonly name?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly trafficPolicy?: TrafficPolicy;
  }[];
}
export type DestinationRule = KubernetesObject<DestinationRuleSpec>;

export interface GatewaySpec {
  readonly selector?: Readonly<Record<string, string>>;
  readonly servers?: readonly {
    readonly port?: { readonly number?: number; readonly name?: string; readonly protocol?: string };
    readonly hosts?: readonly string[];
  }[];
}
export type Gateway = KubernetesObject<GatewaySpec>;

export type Secret = KubernetesObject & {
  /** Base64. */
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
};

export type ConfigMap = KubernetesObject & { readonly data?: Readonly<Record<string, string>> };
