import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import type { ApiAnswer, ApiCall, ApiClient } from '../../src/cluster/control/client.js';
import { clusterKinds, workloadKinds } from '../../src/cluster/kinds.js';
import type { Json, JsonObject } from '../../src/model/envoy.js';

/** An object as the server has it. */
export interface Stored extends JsonObject {
  readonly kind: string;
  readonly apiVersion: string;
  readonly metadata: JsonObject & {
    readonly name: string;
    readonly namespace: string;
    readonly resourceVersion: string;
  };
}

type Change = 'ADDED' | 'MODIFIED' | 'DELETED';

interface Watcher {
  readonly stream: PassThrough;
  readonly resource: string;
  readonly query: Readonly<Record<string, string>>;
}

const kinds = [
  ...clusterKinds,
  ...workloadKinds,
  { kind: 'ConfigMap', group: '', resource: 'configmaps', namespaced: true },
  { kind: 'Secret', group: '', resource: 'secrets', namespaced: true },
];
const apiVersions: Readonly<Record<string, string>> = {
  '': 'v1',
  'networking.istio.io': 'networking.istio.io/v1alpha3',
};

/**
 * As much of an API server as a controller needs, in memory: versions, pages, watches with a history that can be forgotten,
 * server-side apply with owners of the fields of a spec, preconditions; and faults when they are asked for. The tests of
 * test/real have a real one; this one is for thousands of histories.
 */
export class MemoryApi implements ApiClient {
  readonly context = 'memory';
  readonly server = 'memory';
  readonly namespace = 'default';
  readonly #objects = new Map<string, Stored>();
  readonly #watchers = new Set<Watcher>();
  #events: { readonly version: number; readonly type: Change; readonly resource: string; readonly object: Stored }[] =
    [];
  #version = 100;
  #forgotten = 100;
  #held: (() => void)[] | undefined;
  /** Answers that are left to fail, and how: before the work is done, or after it. */
  failing: { count: number; readonly how: 'refuse' | 'reset' | 'lose' } = { count: 0, how: 'refuse' };
  /** Writes that came in, whoever sent them by `call`. */
  writes = 0;

  all(kind: string): readonly Stored[] {
    const resource = kinds.find((each) => each.kind === kind)?.resource ?? '';
    return [...this.#objects].filter(([key]) => key.startsWith(`${resource} `)).map(([, object]) => object);
  }

  /** As somebody else than the controller: in place of what is there, at once. */
  set(object: JsonObject & { readonly kind: string }, manager = 'somebody'): void {
    const [resource, key] = placeOf(object);
    const before = this.#objects.get(`${resource} ${key}`);
    this.#put(resource, object, before, owned(object, manager, 'Update', before));
  }

  /** Whether it knows the kind. */
  serves(kind: string): boolean {
    return kinds.some((each) => each.kind === kind);
  }

  delete(kind: string, namespace: string, name: string): void {
    const resource = kinds.find((each) => each.kind === kind)?.resource ?? '';
    const before = this.#objects.get(`${resource} ${namespace}/${name}`);
    if (before !== undefined) this.#remove(resource, before);
  }

  /** Ends all watches. */
  cut(): void {
    for (const { stream } of this.#watchers) stream.destroy();
    this.#watchers.clear();
  }

  /** Forgets what was: a watch from before now is too old (410). */
  compact(): void {
    this.#events = [];
    this.#forgotten = this.#version;
  }

  /** What happens is not told to anybody until `release`. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const each of held) each();
  }

  async call(method: string, path: string, { query = {}, body }: ApiCall = {}): Promise<ApiAnswer> {
    await Promise.resolve();
    const { failing } = this;
    const fails = failing.count > 0;
    if (fails) failing.count -= 1;
    if (fails && failing.how === 'refuse') return answer(500, 'as it was asked to fail');
    if (fails && failing.how === 'reset') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const done = this.#serve(method, path, query, body);
    if (fails) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    return done;
  }

  async open(
    path: string,
    query: Readonly<Record<string, string>>,
    _: number,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    await Promise.resolve();
    signal.throwIfAborted();
    const stream = new PassThrough();
    const [resource] = parsed(path);
    const from = Number(query.resourceVersion);
    if (from < this.#forgotten) {
      stream.end(`${JSON.stringify({ type: 'ERROR', object: { code: 410, message: 'too old resource version' } })}\n`);
    } else {
      const watcher = { stream, resource, query };
      this.#watchers.add(watcher);
      const past = this.#events.filter((each) => each.version > from);
      const tell = (): void => {
        for (const each of past) this.#tell(watcher, each.type, each.resource, each.object);
      };
      if (this.#held === undefined) tell();
      else this.#held.push(tell);
      const end = (): void => {
        this.#watchers.delete(watcher);
        stream.destroy();
      };
      // Once: Node keeps a signal, and all that it leads to, as long as somebody listens to it.
      signal.addEventListener('abort', end, { once: true });
    }
    return Object.assign(stream, { statusCode: 200 }) as unknown as IncomingMessage;
  }

  close(): void {
    this.cut();
  }

  #serve(method: string, path: string, query: Readonly<Record<string, string>>, body: ApiCall['body']): ApiAnswer {
    const discovery = discovered(path);
    if (discovery !== undefined) return answer(200, '', discovery);
    const [resource, key] = parsed(path);
    if (method === 'GET' && key === undefined) return this.#list(resource, query, path);
    const id = `${resource} ${key ?? ''}`;
    const before = this.#objects.get(id);
    if (method === 'GET') return before === undefined ? answer(404, 'not found') : answer(200, '', before);
    this.writes += 1;
    const sent = JSON.parse(body?.text ?? '{}') as JsonObject & {
      metadata?: JsonObject;
      preconditions?: { uid: string };
    };
    if (method === 'DELETE') {
      if (before === undefined) return answer(404, 'not found');
      if (sent.preconditions !== undefined && sent.preconditions.uid !== before.metadata.uid)
        return answer(409, 'another uid');
      this.#remove(resource, before);
      return answer(200, '', {});
    }
    if (method === 'PATCH' && body?.type === 'application/apply-patch+yaml')
      return this.#apply(resource, sent, before, query);
    if (before === undefined) return answer(404, 'not found');
    const version = sent.metadata?.resourceVersion;
    if (version !== undefined && version !== before.metadata.resourceVersion) return answer(409, 'another version');
    const merged =
      method === 'PATCH' ? { ...before, spec: { ...(before.spec as object), ...(sent.spec as object) } } : sent;
    const fields = owned(merged, query.fieldManager ?? 'unknown', 'Update', before);
    return answer(200, '', this.#put(resource, merged as JsonObject & { kind: string }, before, fields));
  }

  #apply(
    resource: string,
    sent: JsonObject,
    before: Stored | undefined,
    query: Readonly<Record<string, string>>,
  ): ApiAnswer {
    const manager = query.fieldManager ?? '';
    const object = sent as JsonObject & { kind: string };
    if (before === undefined)
      return answer(201, '', this.#put(resource, object, undefined, owned(object, manager, 'Apply', undefined)));
    const wanted = sent.spec as Readonly<Record<string, Json>>;
    const was = before.spec as Readonly<Record<string, Json>>;
    const others = managedOf(before).filter((each) => each.manager !== manager || each.operation !== 'Apply');
    const isOthers = (field: string): boolean =>
      others.some((each) => Object.hasOwn(each.fieldsV1['f:spec'] ?? {}, `f:${field}`));
    const clash = Object.keys(wanted).some((field) => isOthers(field) && !same(was[field], wanted[field]));
    if (clash && query.force !== 'true') return answer(409, 'conflict with somebody');
    // What only others own stays.
    const kept = Object.entries(was).filter(([field]) => !Object.hasOwn(wanted, field) && isOthers(field));
    const merged = { ...object, spec: { ...Object.fromEntries(kept), ...wanted } };
    return answer(200, '', this.#put(resource, merged, before, owned(object, manager, 'Apply', before)));
  }

  #list(resource: string, query: Readonly<Record<string, string>>, path: string): ApiAnswer {
    const all = [...this.#objects]
      .filter(([key, object]) => key.startsWith(`${resource} `) && selected(object, query) && within(path, object))
      .map(([, object]) => object);
    const from = Number(query.continue ?? 0);
    const until = from + Number(query.limit ?? all.length);
    const more = until < all.length ? String(until) : '';
    return answer(200, '', {
      metadata: { resourceVersion: String(this.#version), continue: more },
      items: all.slice(from, until),
    });
  }

  #put(
    resource: string,
    object: JsonObject & { kind: string },
    before: Stored | undefined,
    managedFields: Json,
  ): Stored {
    const meta = object.metadata as JsonObject & { name: string; namespace?: string };
    const changed = before === undefined || !same(contentOf(before), contentOf(object));
    // What changes nothing has no new version, as in the real one.
    if (before !== undefined && !changed && same(before.metadata.managedFields, managedFields)) return before;
    this.#version += 1;
    const generation = Number(before?.metadata.generation ?? 0) + (changed ? 1 : 0);
    const stored = {
      ...object,
      apiVersion: String(object.apiVersion),
      metadata: {
        ...meta,
        namespace: meta.namespace ?? '',
        uid: before?.metadata.uid ?? `uid-${this.#version}`,
        creationTimestamp:
          before?.metadata.creationTimestamp ??
          meta.creationTimestamp ??
          new Date(1.7e12 + this.#version * 1000).toISOString(),
        resourceVersion: String(this.#version),
        ...{ generation, managedFields },
      },
    } as unknown as Stored;
    this.#objects.set(`${resource} ${stored.metadata.namespace}/${meta.name}`, stored);
    this.#happened(before === undefined ? 'ADDED' : 'MODIFIED', resource, stored);
    return stored;
  }

  #remove(resource: string, before: Stored): void {
    this.#version += 1;
    this.#objects.delete(`${resource} ${before.metadata.namespace}/${before.metadata.name}`);
    const metadata = { ...before.metadata, resourceVersion: String(this.#version) };
    this.#happened('DELETED', resource, { ...before, metadata });
  }

  #happened(type: Change, resource: string, object: Stored): void {
    this.#events.push({ version: this.#version, type, resource, object });
    if (this.#events.length > 2_000) {
      this.#forgotten = this.#events[999]?.version ?? this.#version;
      this.#events = this.#events.slice(1_000);
    }
    const watchers = [...this.#watchers];
    const tell = (): void => {
      for (const watcher of watchers) this.#tell(watcher, type, resource, object);
    };
    if (this.#held === undefined) tell();
    else this.#held.push(tell);
  }

  #tell({ stream, resource, query }: Watcher, type: Change, of: string, object: Stored): void {
    if (resource !== of || stream.destroyed) return;
    // What no longer bears the label is gone for whoever selects by it.
    const shown = selected(object, query) ? type : 'DELETED';
    stream.write(`${JSON.stringify({ type: shown, object })}\n`);
  }
}

function answer(status: number, reason: string, body?: Json): ApiAnswer {
  return { status, reason, body, retryAfterMs: undefined };
}

/** Plural name, and `namespace/name` where the path is that of one object. */
function parsed(path: string): readonly [resource: string, key: string | undefined] {
  const parts = path.split('/').slice(path.startsWith('/apis/') ? 4 : 3);
  // A path of Namespaces themselves is shorter than one of what is in them.
  if (parts[0] !== 'namespaces' || parts.length < 3)
    return [parts[0] ?? '', parts[1] === undefined ? undefined : `/${parts[1]}`];
  const [, namespace = '', resource = '', name] = parts;
  return [resource, name === undefined ? undefined : `${namespace}/${name}`];
}

function placeOf(object: JsonObject & { kind: string }): readonly [string, string] {
  const { namespace = '', name } = object.metadata as { namespace?: string; name: string };
  return [kinds.find(({ kind }) => kind === object.kind)?.resource ?? '', `${namespace}/${name}`];
}

function discovered(path: string): Json | undefined {
  const [, , group = '', version, ...rest] = path.split('/');
  if (!path.startsWith('/apis/') || rest.length > 0) return undefined;
  const served = apiVersions[group]?.split('/')[1] ?? 'v1alpha1';
  if (version === undefined) return { preferredVersion: { version: served }, versions: [{ version: served }] };
  return { resources: kinds.filter((each) => each.group === group).map(({ resource }) => ({ name: resource })) };
}

function selected({ metadata }: Stored, { labelSelector, fieldSelector }: Readonly<Record<string, string>>): boolean {
  if (labelSelector !== undefined) {
    const [label = '', value] = labelSelector.split('=');
    return (metadata.labels as Readonly<Record<string, Json>> | undefined)?.[label] === value;
  }
  return fieldSelector === undefined || metadata.name === fieldSelector.split('=')[1];
}

function within(path: string, { metadata }: Stored): boolean {
  const [, namespace] = /\/namespaces\/([^/]+)\//.exec(path) ?? [];
  return namespace === undefined || metadata.namespace === namespace;
}

interface Managed {
  readonly manager: string;
  readonly operation: string;
  readonly fieldsV1: { readonly 'f:spec'?: Readonly<Record<string, Json>> };
}

const managedOf = (object: Stored): readonly Managed[] =>
  (object.metadata.managedFields ?? []) as unknown as readonly Managed[];

/** Who owns which fields of the spec after a write: an update owns what it changed, an apply what it names. */
function owned(object: JsonObject, manager: string, operation: 'Apply' | 'Update', before: Stored | undefined): Json {
  const spec = (object.spec ?? {}) as Readonly<Record<string, Json>>;
  const was = (before?.spec ?? {}) as Readonly<Record<string, Json>>;
  const isMine = (each: Managed): boolean => each.manager === manager && each.operation === operation;
  const known = before === undefined ? [] : managedOf(before);
  const mine = Object.keys(spec).filter((field) => operation === 'Apply' || !same(was[field], spec[field]));
  const had = operation === 'Update' ? Object.keys(known.find(isMine)?.fieldsV1['f:spec'] ?? {}) : [];
  const fields = new Set(
    [...had, ...mine.map((field) => `f:${field}`)].filter((field) => Object.hasOwn(spec, field.slice(2))),
  );
  const others = known
    .filter((each) => !isMine(each))
    .map((each) => {
      const left = Object.keys(each.fieldsV1['f:spec'] ?? {}).filter((field) => {
        const name = field.slice(2);
        // A forced apply and an update take what they change; what is gone is nobody's.
        const taken = fields.has(field) && (!same(was[name], spec[name]) || operation === 'Update');
        return !taken && (operation === 'Apply' || Object.hasOwn(spec, name));
      });
      return {
        ...each,
        fieldsV1: left.length === 0 ? {} : { 'f:spec': Object.fromEntries(left.map((field) => [field, {}])) },
      };
    });
  const own = {
    manager,
    operation,
    fieldsV1: fields.size === 0 ? {} : { 'f:spec': Object.fromEntries([...fields].map((field) => [field, {}])) },
  };
  return [...others.filter((each) => Object.keys(each.fieldsV1).length > 0), own] as unknown as Json;
}

/** A change of it makes a new version. */
function contentOf({ spec, data, status, metadata }: JsonObject): unknown {
  const { labels, annotations } = metadata as { readonly labels?: Json; readonly annotations?: Json };
  return [spec, labels, annotations, data, status];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
