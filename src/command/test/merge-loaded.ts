import { resolve } from 'node:path';
import type { Loaded } from '../../load/loaded.js';
import type { Resource } from '../../model/resource.js';

/** The rules among the inputs. */
export function withoutTests(loaded: Loaded): Loaded {
  return {
    ...loaded,
    resources: loaded.resources.filter(({ kind }) => kind !== 'RouteTest'),
    findings: loaded.findings.filter(({ resource }) => resource?.kind !== 'RouteTest'),
  };
}

/**
 * The rules that a test names and those of the command line as one input. A file that is in both counts once; of two
 * objects with one kind, namespace and name that of the command line counts.
 */
export function mergeLoaded(own: Loaded, named: Loaded): Loaded {
  const files = new Set(own.resources.map(({ source }) => resolve(source.file)));
  const added = named.resources.filter(({ source }) => !files.has(resolve(source.file)));
  const replaced = new Set(added.map(identity));
  const fromNamed = new Set(added);
  const sources = new Set(added.map(({ source }) => source));
  return {
    documents: [...own.documents, ...named.documents],
    resources: [...own.resources.filter((resource) => !replaced.has(identity(resource))), ...fromNamed],
    findings: [...own.findings, ...named.findings],
    files: own.files + named.files,
    locate: (source, pointer, at) => (sources.has(source) ? named : own).locate(source, pointer, at),
  };
}

function identity({ kind, namespace, name }: Resource): string {
  return `${kind} ${namespace}/${name}`;
}
