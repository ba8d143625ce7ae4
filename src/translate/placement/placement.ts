import type { MeshService } from '../../index/mesh-index.js';
import type { Resource } from '../../model/resource.js';

/** Why istiod does not put a filter where it means to stand. */
export type NotPlaced =
  | 'no-address'
  | 'http'
  | 'detected'
  | 'range'
  | 'second-address'
  | 'other-address'
  | 'no-port'
  | 'hidden'
  | 'other-namespace'
  | 'target-port'
  | 'no-selector'
  | 'no-pods'
  | 'external-name'
  | 'sidecar'
  | 'not-intercepted';

export interface Placement {
  /** `namespace/name`. */
  readonly envoyFilter: string;
  readonly placed: boolean;
  /** The listener that the filter names; `virtualInbound:20880` for a filter chain, `*_20880` for a port alone. */
  readonly listener: string;
  /** The service that the filter is for; absent for a gateway's. */
  readonly service?: MeshService;
  readonly why?: NotPlaced;
  /** Because of which it is not placed. */
  readonly sidecar?: Resource;
}

/** The same in words, for people. */
export const reasons: Readonly<Record<NotPlaced, string>> = {
  'no-address':
    'the service has no address of its own, so that Istio listens on the addresses of its pods and has no listener of this name',
  http: 'Istio takes the port for HTTP, so that its listener has no tcp proxy to replace',
  detected:
    'the port says no protocol, so that Istio detects HTTP first, and the filter stands at most behind that, in the default filter chain',
  range: 'a block of addresses has no listener of its own',
  'second-address': 'Istio listens on the first address of a Service only; a second one has no listener of this name',
  'other-address': 'the ServiceEntry has another address in Istio: two entries have the same host',
  'no-port': 'Istio has no listener for this port and address',
  hidden: "exportTo of the service hides it from the proxies of the filter's namespace",
  'other-namespace': "the filter is in a namespace that does not reach the service's workloads",
  'target-port': 'the workload listens on another port (targetPort), which the filter chain is for',
  'no-selector': 'no selector says which pods serve it, so that no sidecar has a filter chain for it',
  'no-pods':
    'only the annotation workloadSelector says which pods serve it, which Istio does not know, so that no sidecar has a filter chain for it',
  sidecar:
    'the Sidecars of the proxies that the filter reaches hide the service, or make its listener at another address (bind, captureMode)',
  'not-intercepted':
    'the interception mode of the mesh config is NONE, so that listeners have the name 127.0.0.1_PORT, and there is no virtualInbound',
  'external-name': 'an ExternalName has no pods, so that no sidecar has a filter chain for it',
};

/** A placement as `translate -o json --placement` prints it. */
export interface PlacementRow {
  readonly envoyFilter: string;
  readonly placed: boolean;
  readonly listener: string;
  /** Why it is not placed; '' where it is. */
  readonly reason: string;
}

export function rowOf({ envoyFilter, placed, listener, why }: Placement): PlacementRow {
  return { envoyFilter, placed, listener, reason: why === undefined ? '' : reasons[why] };
}
