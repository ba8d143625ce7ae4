import type { Labels } from '../../../model/labels.js';

export interface FilterMatch {
  readonly name?: string;
  readonly subFilter?: { readonly name?: string };
}

export interface ConfigPatch {
  readonly applyTo?: string;
  readonly match?: {
    readonly context?: string;
    readonly proxy?: { readonly proxyVersion?: string };
    readonly listener?: { readonly filterChain?: { readonly filter?: FilterMatch } };
    readonly routeConfiguration?: object;
    readonly cluster?: object;
    readonly waypoint?: object;
  };
  readonly patch?: { readonly operation?: string; readonly value?: Readonly<Record<string, unknown>> };
}

export interface EnvoyFilterSpec {
  readonly workloadSelector?: { readonly labels?: Labels };
  readonly configPatches?: readonly ConfigPatch[];
}
