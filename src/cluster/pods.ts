import type { JsonObject } from '../model/envoy.js';
import type { ClusterConnection, Refusal } from './connection.js';
import { type ClusterFailure, clusterFailure } from './failure.js';
import { at, listAt, pairsAt, textAt } from './json.js';
import { resourcePath, type Target } from './target.js';

/** A pod that a configuration can be read from. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  /** Its IP address, '' when it has none. */
  readonly address: string;
  /** The image of its sidecar, '' when it has none. */
  readonly image: string;
}

export interface PodSelection {
  readonly target?: Target | undefined;
  /** `-l`. */
  readonly selector?: string | undefined;
  readonly namespace: string;
}

/** Istio's name for the container of the proxy, also when it is a native sidecar (an init container). */
const sidecar = 'istio-proxy';

/**
 * The pods that a target or a selector means, sorted by name: only those that are ready and have a sidecar. Raises
 * `ClusterFailure` with the reason when there is none.
 */
export async function selectPods(connection: ClusterConnection, selection: PodSelection): Promise<readonly Pod[]> {
  const { target } = selection;
  if (target === undefined) {
    const selector = selection.selector ?? '';
    return fromSelector(connection, selection.namespace, selector, `the selector ${selector}`);
  }
  if (target.type === 'pod') return [await onePod(connection, target, selection.namespace)];
  const { object, namespace, name } = await find(connection, target, selection.namespace);
  const what = `${target.type} ${name}`;
  const selector = target.type === 'service' ? pairs(pairsAt(object, 'spec', 'selector')) : labelSelector(object);
  if (selector === '') {
    throw clusterFailure('AER0708', {
      what: capital(what),
      namespace,
      reason: 'it has no selector, so no pods belong to it',
    });
  }
  return fromSelector(connection, namespace, selector, what);
}

/** The pods of istiod that are ready, sorted by name. Raises `ClusterFailure` when there is none. */
export async function istiodPods(connection: ClusterConnection, namespace: string): Promise<readonly Pod[]> {
  const pods: Pod[] = [];
  let failure: ClusterFailure | undefined;
  const refused = (refusal: Refusal) => {
    failure = refusalFailure(connection, 'list', 'pods', namespace, refusal);
  };
  for await (const pod of connection.list(resourcePath('pod', namespace), { labelSelector: 'app=istiod' }, refused)) {
    if (isReady(pod)) pods.push(podOf(pod, namespace));
  }
  if (failure !== undefined) throw failure;
  if (pods.length > 0) return pods.sort((one, other) => (one.name < other.name ? -1 : 1));
  const reason =
    "no pod with the label app=istiod is ready: name Istio's namespace with -i, or ask a port with --admin-address";
  throw clusterFailure('AER0708', { what: 'istiod', namespace, reason });
}

async function onePod(connection: ClusterConnection, target: Target, namespace: string): Promise<Pod> {
  const found = await find(connection, target, namespace);
  const pod = { ...podOf(found.object, found.namespace), name: found.name };
  if (!hasSidecar(found.object)) throw clusterFailure('AER0709', { pod: pod.name, namespace: pod.namespace });
  const phase = textAt(found.object, 'status', 'phase');
  if (phase !== 'Running') {
    const reason = phase === '' ? 'its phase is not known' : `it is ${phase}`;
    throw clusterFailure('AER0708', { what: `Pod ${pod.name}`, namespace: pod.namespace, reason });
  }
  return pod;
}

interface Found {
  readonly object: JsonObject;
  readonly namespace: string;
  readonly name: string;
}

/** Looks the target up; what stands after the last dot is a namespace unless the whole is a name. */
async function find(connection: ClusterConnection, target: Target, usual: string): Promise<Found> {
  const written = target.namespace === undefined ? undefined : `${target.name}.${target.namespace}`;
  const namespace = target.namespace ?? usual;
  const first = await connection.get(resourcePath(target.type, namespace, target.name));
  if (first.ok) return { object: first.value, namespace, name: target.name };
  if (written !== undefined && (first.status === 404 || first.status === 403)) {
    const second = await connection.get(resourcePath(target.type, usual, written));
    if (second.ok) return { object: second.value, namespace: usual, name: written };
  }
  if (first.status === 404) {
    const what = `${target.type} ${target.name}`;
    const cure = `\`kubectl --context ${connection.context} get ${target.type}s -n ${namespace}\` lists what is there.`;
    throw clusterFailure('AER0707', { what, namespace, context: connection.context, cure });
  }
  throw refusalFailure(connection, 'get', `${target.type}s`, namespace, first);
}

async function fromSelector(
  connection: ClusterConnection,
  namespace: string,
  selector: string,
  what: string,
): Promise<readonly Pod[]> {
  const ready: Pod[] = [];
  let seen = 0;
  let withSidecar = 0;
  let failure: ClusterFailure | undefined;
  const path = resourcePath('pod', namespace);
  const refused = (refusal: Refusal) => {
    failure = refusalFailure(connection, 'list', 'pods', namespace, refusal);
  };
  for await (const pod of connection.list(path, { labelSelector: selector }, refused)) {
    seen += 1;
    if (!hasSidecar(pod)) continue;
    withSidecar += 1;
    if (isReady(pod)) ready.push(podOf(pod, namespace));
  }
  if (failure !== undefined) throw failure;
  if (ready.length > 0) return ready.sort((one, other) => (one.name < other.name ? -1 : 1));
  const reason =
    seen === 0
      ? `no pod matches ${selector}`
      : withSidecar === 0
        ? `none of its ${seen} pods has a sidecar (no container ${sidecar}): enable the injection and restart it`
        : `none of its ${withSidecar} pods with a sidecar is ready`;
  throw clusterFailure('AER0708', { what: capital(what), namespace, reason });
}

function refusalFailure(
  connection: ClusterConnection,
  verb: string,
  what: string,
  namespace: string,
  refusal: Refusal,
): ClusterFailure {
  const { context } = connection;
  if (refusal.status === 403) {
    const where = `in namespace ${namespace}`;
    return clusterFailure('AER0704', { verb, what, where, context, flags: ` -n ${namespace}` });
  }
  const path = `${what} in ${namespace}`;
  return clusterFailure('AER0706', { context, status: refusal.status, path, reason: refusal.reason });
}

function podOf(pod: JsonObject, namespace: string): Pod {
  const proxy = sidecarOf(pod);
  return {
    namespace,
    name: textAt(pod, 'metadata', 'name'),
    address: textAt(pod, 'status', 'podIP'),
    image: proxy === undefined ? '' : textAt(proxy, 'image'),
  };
}

function hasSidecar(pod: JsonObject): boolean {
  return sidecarOf(pod) !== undefined;
}

function sidecarOf(pod: JsonObject) {
  const containers = [...listAt(pod, 'spec', 'containers'), ...listAt(pod, 'spec', 'initContainers')];
  return containers.find((each) => textAt(each, 'name') === sidecar);
}

function isReady(pod: JsonObject): boolean {
  if (at(pod, 'metadata', 'deletionTimestamp') !== undefined) return false;
  return listAt(pod, 'status', 'conditions').some((each) => {
    return textAt(each, 'type') === 'Ready' && textAt(each, 'status') === 'True';
  });
}

/** A workload's `spec.selector` in the notation of the API server's `labelSelector`. */
function labelSelector(workload: JsonObject): string {
  const labels = pairs(pairsAt(workload, 'spec', 'selector', 'matchLabels'));
  const expressions = listAt(workload, 'spec', 'selector', 'matchExpressions').map((each) => {
    const key = textAt(each, 'key');
    const values = listAt(each, 'values').map(String).join(',');
    switch (textAt(each, 'operator')) {
      case 'In':
        return `${key} in (${values})`;
      case 'NotIn':
        return `${key} notin (${values})`;
      case 'DoesNotExist':
        return `!${key}`;
      default:
        return key;
    }
  });
  return [labels, ...expressions].filter((each) => each !== '').join(',');
}

function pairs(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
