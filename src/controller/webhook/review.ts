import type { Finding } from '../../diagnostics/diagnostic.js';
import { isObject } from '../../envoy/proto-json.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import type { KubernetesObject, Resource } from '../../model/resource.js';
import { kinds as webhookKinds } from './registration.js';

/** What is asked. */
export interface Request {
  readonly uid: string;
  readonly operation: string;
  readonly object: JsonObject | undefined;
  readonly before: JsonObject | undefined;
}

/** What says what there is to be said of an object. */
export interface Judges {
  /** What its shape and the rules of the webhook say. */
  readonly own: (resource: Resource) => Promise<readonly Finding[]>;
  /** What it does among all others; undefined where there is no time for that. */
  readonly around: (resource: Resource) => Promise<readonly Finding[] | undefined>;
}

/** Kubernetes cuts longer ones, and all of them at 4,096 octets together. */
const longest = 256;
const most = 4_096;
const mostWarnings = 12;
const unlooked =
  'too many objects are applied at once to say what this one does among all others; its Events and `aeraki validate` do';

/** Reads an AdmissionReview; undefined where it is none. */
export function readReview(body: Json | undefined): Request | undefined {
  const request = isObject(body) && body.kind === 'AdmissionReview' ? body.request : undefined;
  if (!isObject(request) || typeof request.uid !== 'string') return undefined;
  return {
    uid: request.uid,
    operation: typeof request.operation === 'string' ? request.operation : '',
    object: isObject(request.object) ? request.object : undefined,
    before: isObject(request.oldObject) ? request.oldObject : undefined,
  };
}

/**
 * The answer to an AdmissionReview: errors of the webhook's rules and of the schema refuse, all else that there is to be
 * said comes as warnings, and that there was no time to look around. What was there with the same spec before is never refused, nor what is being deleted: somebody
 * who takes a finaliser away has nothing to mend. Of Istio's kinds nothing is refused.
 */
export async function review(request: Request, judges: Judges): Promise<JsonObject> {
  const { uid, object } = request;
  const resource = object === undefined ? undefined : resourceOf(object);
  if (resource === undefined || request.operation === 'DELETE') return answer(uid, [], [], []);
  const own = await judges.own(resource);
  const errors = mayRefuse(request, resource) ? own.filter(({ severity }) => severity === 'error') : [];
  if (errors.length > 0) {
    return answer(
      uid,
      errors,
      own.filter((each) => !errors.includes(each)),
      [],
    );
  }
  const around = await judges.around(resource);
  const said = new Set(own.map(({ code, pointer }) => `${code} ${pointer}`));
  const others = (around ?? []).filter(({ code, pointer }) => !said.has(`${code} ${pointer}`));
  return answer(uid, [], [...own, ...others], around === undefined ? [unlooked] : []);
}

function mayRefuse({ operation, object, before }: Request, { kind }: Resource): boolean {
  if (!webhookKinds.refused.some((each) => each.kind === kind)) return false;
  const meta = object?.metadata;
  if (isObject(meta) && meta.deletionTimestamp !== undefined) return false;
  return operation !== 'UPDATE' || JSON.stringify(before?.spec) !== JSON.stringify(object?.spec);
}

function resourceOf(object: JsonObject): Resource | undefined {
  const { apiVersion, kind, metadata } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !isObject(metadata)) return undefined;
  const { managedFields: _managed, ...meta } = metadata;
  const { status: _status, ...rest } = object;
  const namespace = typeof metadata.namespace === 'string' ? metadata.namespace : '';
  const name = typeof metadata.name === 'string' ? metadata.name : '';
  return {
    ...{ apiVersion, kind, namespace, name },
    object: { ...rest, metadata: meta } as unknown as KubernetesObject,
    source: { file: `admission:${kind} ${namespace}/${name}`, document: 0, pointer: '', line: 1 },
    nulls: [],
  };
}

function answer(
  uid: string,
  errors: readonly Finding[],
  others: readonly Finding[],
  notes: readonly string[],
): JsonObject {
  const warnings = [...fitting(others.filter(({ severity }) => severity !== 'info').map(wordsOf)), ...notes];
  const status = { code: 400, reason: 'Invalid', message: errors.map(wordsOf).join('; ').slice(0, 8_000) };
  return {
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    response: {
      uid,
      allowed: errors.length === 0,
      ...(errors.length > 0 && { status }),
      ...(warnings.length > 0 && { warnings }),
    },
  };
}

function wordsOf({ code, pointer, message }: Finding): string {
  return `[${code}]${pointer === undefined || pointer === '' ? '' : ` ${pointer}`}: ${message}`;
}

function fitting(all: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let size = 0;
  for (const each of new Set(all)) {
    const text = each.length > longest ? `${each.slice(0, longest - 1)}…` : each;
    size += Buffer.byteLength(text);
    if (size > most - longest || shown.length === mostWarnings) {
      shown.push(`${new Set(all).size - shown.length} more; \`aeraki validate\` says them all`);
      break;
    }
    shown.push(text);
  }
  return shown;
}
