import { fits } from '../model/labels.js';
import type { Resource } from '../model/resource.js';

/** A workload: pods that are made alike. */
export interface MeshWorkload {
  /** `namespace/name`. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  /** Of its pods (of several the first). */
  readonly labels: Readonly<Record<string, string>>;
  /** The labels that select its pods and nobody else's, as far as the input says. */
  readonly selector: Readonly<Record<string, string>>;
}

/** Who stands behind pods and addresses. */
export interface Workloads {
  readonly all: readonly MeshWorkload[];
  readonly ofPod: (name: string, namespace: string) => MeshWorkload | undefined;
  readonly ofAddress: (address: string) => MeshWorkload | undefined;
  readonly byId: ReadonlyMap<string, MeshWorkload>;
}

interface PodTemplate {
  readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly template?: { readonly metadata?: { readonly labels?: Readonly<Record<string, string>> } };
}

const CONTROLLERS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);
/** Labels that a controller adds to tell its own pods apart. */
const OF_CONTROLLERS = [
  'pod-template-hash',
  'controller-revision-hash',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'pod-template-generation',
];

/** Workloads of Deployments and their like, of Pods and of WorkloadEntries. */
export function findWorkloads(resources: readonly Resource[]): Workloads {
  const byId = new Map<string, MeshWorkload>();
  const pods = new Map<string, MeshWorkload>();
  const addresses = new Map<string, MeshWorkload>();
  const controllers: MeshWorkload[] = [];
  const remember = (workload: MeshWorkload): MeshWorkload => {
    const known = byId.get(workload.id);
    if (known === undefined) byId.set(workload.id, workload);
    return known ?? workload;
  };
  for (const resource of resources) {
    if (!CONTROLLERS.has(resource.kind)) continue;
    const { selector, template } = (resource.object.spec ?? {}) as PodTemplate;
    const labels = template?.metadata?.labels ?? selector?.matchLabels ?? {};
    controllers.push(remember(make(resource.namespace, resource.name, labels, selector?.matchLabels ?? labels)));
  }
  for (const resource of resources) {
    if (resource.kind === 'Pod') {
      const workload = remember(workloadOfPod(resource, controllers));
      pods.set(`${resource.namespace}/${resource.name}`, workload);
      const { podIP, podIPs } = statusOf(resource);
      for (const address of [podIP, ...(podIPs ?? []).map(({ ip }) => ip)]) {
        if (address !== undefined) addresses.set(address, workload);
      }
    }
    if (resource.kind === 'WorkloadEntry') {
      const { address, labels } = (resource.object.spec ?? {}) as WorkloadEntrySpec;
      const name = labels?.app ?? resource.name;
      const workload = remember(make(resource.namespace, name, labels ?? {}, labels ?? {}));
      if (address !== undefined) addresses.set(address, workload);
    }
  }
  return {
    all: [...byId.values()],
    byId,
    ofAddress: (address) => addresses.get(address),
    // A pod that is gone is known by its name alone.
    ofPod: (name, namespace) => pods.get(`${namespace}/${name}`) ?? byId.get(`${namespace}/${nameOfController(name)}`),
  };
}

interface WorkloadEntrySpec {
  readonly address?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface PodStatus {
  readonly podIP?: string;
  readonly podIPs?: readonly { readonly ip?: string }[];
}

function statusOf(resource: Resource): PodStatus {
  const { status } = resource.object as { readonly status?: PodStatus };
  return status ?? {};
}

function make(
  namespace: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  selector: Readonly<Record<string, string>>,
): MeshWorkload {
  return { id: `${namespace}/${name}`, namespace, name, labels, selector };
}

/** By its owner, else by the controller whose selector fits, else by the label `app`, else by its own name. */
function workloadOfPod(pod: Resource, controllers: readonly MeshWorkload[]): MeshWorkload {
  const labels = pod.object.metadata?.labels ?? {};
  const { ownerReferences } = (pod.object.metadata ?? {}) as {
    readonly ownerReferences?: readonly { readonly kind?: string; readonly name?: string }[];
  };
  const owner = ownerReferences?.[0];
  const owned = owner?.kind === 'ReplicaSet' ? owner.name?.replace(/-[a-z0-9]+$/, '') : owner?.name;
  const controller = controllers.find(
    ({ namespace, name, selector }) =>
      namespace === pod.namespace &&
      (owned === undefined ? Object.keys(selector).length > 0 && fits(selector, labels) : name === owned),
  );
  if (controller !== undefined) return controller;
  const canonical = labels['service.istio.io/canonical-name'] ?? labels['app.kubernetes.io/name'] ?? labels.app;
  const own = Object.fromEntries(Object.entries(labels).filter(([key]) => !OF_CONTROLLERS.includes(key)));
  return make(pod.namespace, owned ?? canonical ?? nameOfController(pod.name), own, own);
}

/** `web-6d4cf56db6-x2x9z`, `web-0`, `web-x2x9z` → `web`. */
export function nameOfController(pod: string): string {
  return (
    /^(.+)-[bcdf-hj-np-tv-z2-9]{8,10}-[bcdf-hj-np-tv-z2-9]{5}$/.exec(pod)?.[1] ??
    /^(.+)-(?:\d+|[bcdf-hj-np-tv-z2-9]{5})$/.exec(pod)?.[1] ??
    pod
  );
}
