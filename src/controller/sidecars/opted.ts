import { fits } from '../../model/labels.js';
import type { Resource } from '../../model/resource.js';
import type { MeshWorkload, Workloads } from '../../traffic/workloads.js';

/** `true` or `false` on a Namespace or a workload: whether a Sidecar is learnt for it. */
export const learnAnnotation = 'sidecars.aeraki.io/learn';
/** lazyXDS's, on a Namespace or a Service. */
const lazyAnnotation = 'lazy-xds';

const controllers: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/**
 * The workloads for which a Sidecar is to be learnt, sorted: what the workload says counts, else what a Service in front of it
 * says (of several that disagree, no), else what its Namespace says. Nothing hangs on the order of the resources (L16).
 */
export function optedIn(resources: readonly Resource[], workloads: Workloads): readonly MeshWorkload[] {
  const namespaces = new Map<string, boolean | undefined>();
  const own = new Map<string, boolean | undefined>();
  const services = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { kind, namespace, name } = resource;
    if (kind === 'Namespace') namespaces.set(name, said(resource, learnAnnotation) ?? said(resource, lazyAnnotation));
    else if (controllers.has(kind)) own.set(`${namespace}/${name}`, said(resource, learnAnnotation));
    else if (kind === 'Service' && said(resource, lazyAnnotation) !== undefined) {
      services.set(namespace, [...(services.get(namespace) ?? []), resource]);
    }
  }
  const byService = ({ namespace, labels }: MeshWorkload): boolean | undefined => {
    const words = (services.get(namespace) ?? []).filter((service) => stands(service, labels));
    return words.length === 0 ? undefined : words.every((service) => said(service, lazyAnnotation) === true);
  };
  return workloads.all
    .filter((each) => own.get(each.id) ?? byService(each) ?? namespaces.get(each.namespace) ?? false)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function said({ object }: Resource, annotation: string): boolean | undefined {
  const word = object.metadata?.annotations?.[annotation]?.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** Whether a Service stands in front of pods with these labels; one without a selector stands in front of none. */
function stands({ object }: Resource, labels: Readonly<Record<string, string>>): boolean {
  const { selector = {} } = (object.spec ?? {}) as { readonly selector?: Readonly<Record<string, string>> };
  return Object.keys(selector).length > 0 && fits(selector, labels);
}
