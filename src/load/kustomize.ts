import { basename, dirname, join } from 'node:path';
import { isFields } from './document.js';

/** What a kustomization file says of the files around it. */
export interface Kustomization {
  /** The directory that it stands in. */
  readonly directory: string;
  /** Files that are no resources of their own: patches, and what configures Kustomize. */
  readonly passedOver: ReadonlySet<string>;
}

const FILE = /^(?:kustomization\.ya?ml|Kustomization)$/;
/** Lists of files, or of objects that name one under `path`. */
const LISTS = [
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'configurations',
  'transformers',
  'generators',
  'validators',
  'replacements',
] as const;

/** Reads a document as a kustomization or a component; undefined: it is none. */
export function kustomizationOf(value: unknown, file: string): Kustomization | undefined {
  if (!isFields(value)) return undefined;
  const { apiVersion, kind } = value;
  const declared = typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/');
  if (!declared && !(FILE.test(basename(file)) && apiVersion === undefined && kind === undefined)) return undefined;
  const directory = dirname(file);
  const paths = LISTS.flatMap((name) => {
    const list = value[name];
    return Array.isArray(list) ? list.map((item: unknown) => (isFields(item) ? item.path : item)) : [];
  });
  // An inline patch has several lines and is no path.
  const files = paths.flatMap((path) =>
    typeof path === 'string' && !path.includes('\n') ? [join(directory, path)] : [],
  );
  return { directory, passedOver: new Set(files) };
}

/** Directives of a strategic merge patch. */
const DIRECTIVE = /\$(?:patch|retainKeys|setElementOrder\/|deleteFromPrimitiveList\/)/;

/** Whether the text of a document has a directive of a strategic merge patch. */
export function hasPatchDirective(text: string, start: number, end: number): boolean {
  // Not sought from `start` on: the next one may be at the other end of a large file, for each of its documents.
  const own = text.slice(start, end);
  return own.includes('$') && DIRECTIVE.test(own);
}

/** Whether a document is a JSON6902 patch: a list of operations (RFC 6902). */
export function isJsonPatch(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => isFields(each) && typeof each.op === 'string' && typeof each.path === 'string')
  );
}

/** The nearest directory around a file that has a kustomization; undefined: none has. */
export function kustomizationAround(file: string, directories: ReadonlySet<string>): string | undefined {
  for (let at = dirname(join(file)); ; at = dirname(at)) {
    if (directories.has(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}
