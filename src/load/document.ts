import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { KubernetesObject, Resource, ResourceId, Source } from '../model/resource.js';
import { isClusterScoped, judgeKind, needsName } from './kinds.js';
import type { LoadedDocument } from './loaded.js';
import { withoutNulls } from './nulls.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What one object of the input is: a resource, something that is not ours, or something wrong.
 *
 * @param value a document, or an item of a List
 * @param namespace of namespaced resources that have none
 * @param workloads whether Pods and the like are ours
 */
export function toDocument(value: unknown, source: Source, namespace: string, workloads = false): LoadedDocument {
  if (!isFields(value)) {
    return invalid(source, {}, (place) => finding('AER0010', { found: describe(value) }, place));
  }
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion === '' || kind === '') {
    const missing = [apiVersion === undefined ? 'apiVersion' : '', kind === undefined ? 'kind' : ''].filter(Boolean);
    const reason = missing.length > 0 ? `it has no ${missing.join(' and no ')}` : 'its apiVersion or kind is no text';
    return { status: 'skipped', source, id: identity(value), reason };
  }
  const judged = judgeKind(apiVersion, kind, workloads);
  if (judged.verdict === 'foreign') return { status: 'skipped', source, id: identity(value), reason: judged.reason };
  const metadata = readMetadata(value);
  const clean = withoutNulls(value);
  const resource: Resource = {
    kind,
    apiVersion,
    name: metadata.name,
    namespace: isClusterScoped(kind) ? '' : metadata.namespace || namespace,
    object: clean.value as KubernetesObject,
    source,
    nulls: clean.nulls,
  };
  if (judged.verdict === 'unknown-kind') {
    const hint = suggestion(kind, judged.known);
    return refused(
      resource,
      finding(
        'AER0014',
        { kind, group: judged.group, known: judged.known.join(', '), hint },
        { resource, pointer: '/kind' },
      ),
    );
  }
  if (judged.verdict === 'near-kind' || judged.verdict === 'near-group') {
    const [code, pointer] =
      judged.verdict === 'near-kind' ? (['AER0032', '/kind'] as const) : (['AER0033', '/apiVersion'] as const);
    return refused(resource, finding(code, { apiVersion, kind, near: judged.near }, { resource, pointer }));
  }
  if (judged.verdict === 'near-version') {
    const { group, version, near } = judged;
    return refused(resource, finding('AER0034', { kind, group, version, near }, { resource, pointer: '/apiVersion' }));
  }
  if (judged.verdict === 'unknown-version') {
    const { group, version, known } = judged;
    const args = {
      kind,
      group,
      version: version === '' ? 'no version here' : `no version ${version}`,
      known: known.map((one) => `${group}/${one}`).join(', '),
    };
    return refused(resource, finding('AER0015', args, { resource, pointer: '/apiVersion' }));
  }
  if (metadata.problem !== undefined) {
    const { pointer, field, found } = metadata.problem;
    return refused(
      resource,
      finding('AER0012', { field, found, wanted: field === 'metadata' ? 'map' : 'text' }, { resource, pointer }),
    );
  }
  if (metadata.name === '' && needsName(kind) && !hasGenerateName(value)) {
    return refused(resource, finding('AER0011', { kind }, { resource, pointer: '/metadata/name', at: 'key' }));
  }
  return { status: 'resource', resource };
}

/** An `invalid` result for a resource that has a name, or some of it. */
export function refused(resource: Resource, ...findings: readonly Finding[]): LoadedDocument {
  const { kind, namespace, name, source } = resource;
  return { status: 'invalid', source, id: { kind, namespace, name }, findings };
}

function invalid(
  source: Source,
  id: Partial<ResourceId>,
  make: (place: { file: string; line: number; column: number }) => Finding,
): LoadedDocument {
  return { status: 'invalid', source, id, findings: [make({ file: source.file, line: source.line, column: 1 })] };
}

/** Whether the API server makes the name; such an object has none here. */
function hasGenerateName({ metadata }: Fields): boolean {
  return isFields(metadata) && typeof metadata.generateName === 'string' && metadata.generateName !== '';
}

interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly problem?: { readonly pointer: string; readonly field: string; readonly found: string };
}

/** The name and namespace, '' where they are not given or are not text. */
function readMetadata(value: Fields): Metadata {
  const metadata = value.metadata ?? {};
  if (!isFields(metadata)) {
    return { name: '', namespace: '', problem: { pointer: '/metadata', field: 'metadata', found: describe(metadata) } };
  }
  const name = metadata.name ?? '';
  const namespace = metadata.namespace ?? '';
  const texts = {
    name: typeof name === 'string' ? name : '',
    namespace: typeof namespace === 'string' ? namespace : '',
  };
  for (const [field, found] of [
    ['name', name],
    ['namespace', namespace],
  ] as const) {
    if (typeof found === 'string') continue;
    return { ...texts, problem: { pointer: `/metadata/${field}`, field: `metadata.${field}`, found: describe(found) } };
  }
  return texts;
}

/** What can be said of the identity of an object that may be none. */
function identity(value: Fields): Partial<ResourceId> {
  const { name, namespace } = readMetadata(value);
  const { kind } = value;
  return {
    ...(typeof kind === 'string' && kind !== '' && { kind }),
    ...(namespace !== '' && { namespace }),
    ...(name !== '' && { name }),
  };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value's type and, where it cannot be a secret, the value. */
function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  // A text is not shown, for it might be a secret that slipped out of its place.
  return typeof value === 'string' ? 'a text' : `the ${typeof value} ${String(value)}`;
}

function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}
