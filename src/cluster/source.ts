import type { Resource } from '../model/resource.js';
import type { Source } from '../source/source.js';
import type { ReadOptions } from './reader.js';

/** What a live cluster has. It is not watched: whoever reads other sources under a watch reads it with them. */
export function clusterSource(options: ReadOptions): Source {
  let known = new Map<string, Resource>();
  return {
    name: options.context === undefined ? 'the cluster' : `the cluster ${options.context}`,
    read: async () => {
      const { readCluster } = await import('./reader.js');
      const loaded = await readCluster(options);
      const now = new Map<string, Resource>();
      const resources = loaded.resources.map((resource) => {
        const key = `${resource.apiVersion} ${resource.kind} ${resource.namespace}/${resource.name}`;
        const before = known.get(key);
        const same = before !== undefined && JSON.stringify(before.object) === JSON.stringify(resource.object);
        const kept = same ? before : resource;
        now.set(key, kept);
        return kept;
      });
      known = now;
      return { ...loaded, resources, documents: resources.map((resource) => ({ status: 'resource', resource })) };
    },
  };
}
