import type { Loaded } from '../load/loaded.js';
import type { Resource } from '../model/resource.js';
import type { Source } from './source.js';

/** A source laid over another, as `overlay` lays what they have. */
export function overlaid(under: Source, over: Source): Source {
  const watched = [under, over].filter((each) => each.watch !== undefined);
  return {
    name: `${over.name} and ${under.name}`,
    read: async () => {
      const [below, above] = await Promise.all([under.read(), over.read()]);
      return overlay(below, above);
    },
    ...(watched.length > 0 && {
      watch: (changed: (names: readonly string[]) => void) => {
        const watching = watched.map((each) => each.watch?.(changed));
        return {
          close: () => {
            for (const each of watching) each?.close();
          },
        };
      },
    }),
  };
}

/**
 * Files laid over what a cluster has: an object of the files takes the place of the one in the cluster with the same
 * kind, namespace and name, or comes after all of them. Documents and findings of the files stay as they are.
 */
export function overlay(cluster: Loaded, files: Loaded): Loaded {
  const byId = new Map(files.resources.map((resource) => [id(resource), resource]));
  const replaced = new Set<string>();
  const resources = cluster.resources.map((resource) => {
    const own = byId.get(id(resource));
    if (own === undefined) return resource;
    replaced.add(id(resource));
    return own;
  });
  resources.push(...files.resources.filter((resource) => !replaced.has(id(resource))));
  const kept = cluster.documents.filter((each) => each.status !== 'resource' || !byId.has(id(each.resource)));
  const below = new Set(cluster.resources.map(({ source }) => source));
  return {
    documents: [...kept, ...files.documents],
    resources,
    findings: [...cluster.findings, ...files.findings],
    files: files.files,
    ...(files.paths !== undefined && { paths: files.paths }),
    locate: (source, pointer, at) => (below.has(source) ? cluster : files).locate(source, pointer, at),
  };
}

function id(resource: Resource): string {
  return `${resource.kind} ${resource.namespace}/${resource.name}`;
}
