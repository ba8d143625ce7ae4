import { isObject } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { isAerakiGroup } from '../../model/kinds.js';
import type { KubernetesObject, Resource } from '../../model/resource.js';
import { at, listAt, textAt } from '../json.js';

/** An object as it is kept in memory. */
export interface Kept {
  readonly resource: Resource;
  readonly uid: string;
  /** 0 where the kind has none. */
  readonly generation: number;
  /** Those that a controller of ours has put on it. */
  readonly conditions: readonly Stood[];
}

/** A condition as Kubernetes writes them (API conventions, `metav1.Condition`). */
export interface Stood {
  readonly type: 'Accepted' | 'Programmed';
  readonly status: 'True' | 'False';
  readonly reason: string;
  readonly message: string;
  readonly observedGeneration: number;
  readonly lastTransitionTime: string;
}

/** The fields of metadata that translation and validation look at. */
const metaFields = ['name', 'namespace', 'labels', 'annotations', 'creationTimestamp'] as const;
/** The fields of a Service that do; its many others change nothing. */
const serviceFields = ['type', 'clusterIP', 'clusterIPs', 'selector', 'ports', 'externalName'] as const;
/** Whose addresses and labels say who stands behind a call; nothing else of them counts. */
const workloadKinds: ReadonlyMap<string, (item: JsonObject) => Readonly<Record<string, Json>>> = new Map([
  ['Pod', ({ status }) => ({ status: picked(status, ['podIP', 'podIPs']) })],
  ['Deployment', templateOf],
  ['StatefulSet', templateOf],
  ['DaemonSet', templateOf],
  ['Namespace', () => ({})],
]);
/** kubectl keeps the whole object in it once more. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Only what is used of an object: without status, managed fields and versions, so that a write of those changes nothing. */
export function kept(context: string, kind: string, apiVersion: string, item: JsonObject): Kept {
  const { status, metadata, ...all } = item;
  const few = workloadKinds.get(kind);
  const rest = few === undefined ? all : few(item);
  const meta = picked(metadata, kind === 'Pod' ? [...metaFields, 'ownerReferences'] : metaFields);
  const annotations = meta.annotations;
  if (isObject(annotations) && lastApplied in annotations) {
    const { [lastApplied]: _applied, ...others } = annotations;
    meta.annotations = others;
  }
  const spec = kind === 'Service' ? { spec: picked(all.spec, serviceFields) } : {};
  const object = { ...rest, ...spec, apiVersion, kind, metadata: meta } as unknown as KubernetesObject;
  const namespace = textAt(item, 'metadata', 'namespace');
  const name = textAt(item, 'metadata', 'name');
  const place = namespace === '' ? name : `${namespace}/${name}`;
  const source = { file: `cluster:${context} ${kind} ${place}`, document: 0, pointer: '', line: 1 };
  const generation = at(item, 'metadata', 'generation');
  return {
    resource: { kind, namespace, name, apiVersion, object, source, nulls: [] },
    uid: textAt(item, 'metadata', 'uid'),
    generation: typeof generation === 'number' ? generation : 0,
    conditions: isAerakiGroup(apiVersion.split('/')[0] ?? '') ? conditionsOf(status) : none,
  };
}

const none: readonly Stood[] = [];

function conditionsOf(status: Json | undefined): readonly Stood[] {
  const found = listAt(status, 'conditions').filter((each) =>
    ['Accepted', 'Programmed'].includes(textAt(each, 'type')),
  );
  return found.length === 0 ? none : (found as unknown as readonly Stood[]);
}

/** What is the same to all that work with it, with what else is known of it now. */
export function renewed(before: Kept, now: Kept): Kept {
  return { ...now, resource: before.resource };
}

export function sameKept(before: Kept, now: Kept): boolean {
  return before.uid === now.uid && JSON.stringify(before.resource.object) === JSON.stringify(now.resource.object);
}

function templateOf({ spec }: JsonObject): Readonly<Record<string, Json>> {
  const { selector, template } = picked(spec, ['selector', 'template']);
  const labels = isObject(template) && isObject(template.metadata) ? template.metadata.labels : undefined;
  return {
    spec: {
      ...(selector !== undefined && { selector }),
      ...(labels !== undefined && { template: { metadata: { labels } } }),
    },
  };
}

function picked(value: Json | undefined, fields: readonly string[]): Record<string, Json> {
  const result: Record<string, Json> = {};
  if (!isObject(value)) return result;
  for (const field of fields) {
    const found = value[field];
    if (found !== undefined) result[field] = found;
  }
  return result;
}

/** Older first, then by namespace, name and kind: which of two "the first" is does not depend on who came when. */
export function byAge(a: Resource, b: Resource): number {
  return (
    order(a.object.metadata?.creationTimestamp ?? '', b.object.metadata?.creationTimestamp ?? '') ||
    order(a.namespace, b.namespace) ||
    order(a.name, b.name) ||
    order(a.kind, b.kind)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
