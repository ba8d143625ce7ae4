import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { RedisAuth, RedisDestination, RedisService } from '../model/aeraki.js';
import type { Resource } from '../model/resource.js';
import type { ClusterConnection } from './connection.js';
import { asResource } from './resource.js';

/**
 * The Secrets that RedisServices and RedisDestinations name, each read by its name: nobody needs the right to list
 * Secrets for this. One that may not be read is a warning.
 */
export async function readNamedSecrets(
  connection: ClusterConnection,
  resources: readonly Resource[],
  findings: Finding[],
): Promise<readonly Resource[]> {
  const wanted = new Map<string, Resource>();
  for (const resource of resources) {
    const name = authOf(resource)?.secret?.name;
    if (typeof name === 'string' && name !== '') wanted.set(`${resource.namespace}/${name}`, resource);
  }
  const secrets: Resource[] = [];
  for (const [key, by] of [...wanted].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const name = key.slice(key.indexOf('/') + 1);
    const path = `/api/v1/namespaces/${encodeURIComponent(by.namespace)}/secrets/${encodeURIComponent(name)}`;
    const answer = await connection.get(path);
    if (answer.ok) {
      secrets.push(asResource(connection.context, 'Secret', 'v1', answer.value));
    } else if (answer.status !== 404) {
      const reason = answer.status === 403 ? 'you may not get it' : answer.reason;
      const args = { namespace: by.namespace, name, by: `${by.kind} ${by.namespace}/${by.name}`, reason };
      findings.push(finding('AER0712', args, { resource: by }));
    }
  }
  return secrets;
}

/** Both kinds come straight from the cluster, before any schema was looked at: every step may be missing. */
export function authOf(resource: Resource): RedisAuth | undefined {
  if (resource.kind === 'RedisService') return (resource.object as RedisService).spec?.settings?.auth;
  if (resource.kind === 'RedisDestination') {
    return (resource.object as RedisDestination).spec?.trafficPolicy?.connectionPool?.redis?.auth;
  }
  return undefined;
}
