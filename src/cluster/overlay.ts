import type { Loaded } from '../load/loaded.js';
import type { Resource } from '../model/resource.js';

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
  const fromFiles = new Set(files.resources.map(id));
  const kept = cluster.documents.filter((each) => each.status !== 'resource' || !fromFiles.has(id(each.resource)));
  return {
    documents: [...kept, ...files.documents],
    resources,
    findings: [...cluster.findings, ...files.findings],
    files: files.files,
    locate: (source, pointer, at) =>
      source.file.startsWith('cluster:') ? cluster.locate(source, pointer, at) : files.locate(source, pointer, at),
  };
}

function id(resource: Resource): string {
  return `${resource.kind} ${resource.namespace}/${resource.name}`;
}
