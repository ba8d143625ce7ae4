import { credentials } from '@grpc/grpc-js';
import { type DiscoveredResource, discover } from '../../../src/xds/client.js';
import type { ResourceType } from '../../../src/xds/types.js';
import type { Istiod } from './istiod.js';

/** What istiod has of a type for a node now, asked once by the incremental form. `names`: none are all. */
export async function askIstiod(
  { xds }: Pick<Istiod, 'xds'>,
  type: ResourceType,
  nodeId: string,
  names: readonly string[] = [],
): Promise<readonly DiscoveredResource[]> {
  const stop = new AbortController();
  const options = { server: xds, credentials: credentials.createInsecure(), delta: true, nodeId, type, names };
  try {
    for await (const { resources } of discover({ ...options, signal: stop.signal })) return resources;
    return [];
  } finally {
    stop.abort();
  }
}
