import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';
import { ageOf, compare } from './mesh-service.js';

export interface SidecarPort {
  readonly number?: number;
  readonly protocol?: string;
  readonly name?: string;
}

export interface EgressListener {
  readonly port?: SidecarPort;
  readonly bind?: string;
  readonly captureMode?: string;
  readonly hosts?: readonly string[];
}

export interface SidecarSpec {
  readonly workloadSelector?: { readonly labels?: Readonly<Record<string, string>> };
  readonly egress?: readonly EgressListener[];
  readonly ingress?: readonly { readonly port?: SidecarPort; readonly defaultEndpoint?: string }[];
  readonly outboundTrafficPolicy?: { readonly mode?: string };
}

/** A proxy as istiod knows it. */
export interface Workload {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

export function sidecarSpec(resource: Resource): SidecarSpec {
  return (resource.object.spec ?? {}) as SidecarSpec;
}

/** Whether it is for some workloads of its namespace, and not for all. */
export function hasSelector(sidecar: Resource): boolean {
  return sidecarSpec(sidecar).workloadSelector !== undefined;
}

/** All Sidecars in the order in which istiod looks at them: those with a selector first, the oldest first. */
export function orderedSidecars(resources: readonly Resource[]): readonly Resource[] {
  const sidecars = resources.filter(({ kind }) => kind === 'Sidecar');
  const byAge = [...sidecars].sort(
    (a, b) => compare(ageOf(a), ageOf(b)) || compare(a.name, b.name) || compare(a.namespace, b.namespace),
  );
  return [...byAge.filter(hasSelector), ...byAge.filter((sidecar) => !hasSelector(sidecar))];
}

/**
 * The Sidecar that counts for a workload: of its namespace the first one whose selector fits or that has none, else
 * the first without a selector of the root namespace. None is merged with another. undefined: all that is exported.
 *
 * @param own those of the workload's namespace, in the order of `orderedSidecars`
 * @param root those of the root namespace
 */
export function sidecarOf(
  workload: Workload,
  own: readonly Resource[],
  root: readonly Resource[],
): Resource | undefined {
  const first = own.find((resource) => {
    const selector = sidecarSpec(resource).workloadSelector;
    return selector === undefined || fits(selector.labels ?? {}, workload.labels);
  });
  return first ?? root.find((sidecar) => !hasSelector(sidecar));
}
