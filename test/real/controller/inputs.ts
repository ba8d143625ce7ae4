import type { KubeClient, KubeObject } from '../parts/kube-client.js';

const plurals: Readonly<Record<string, string>> = {
  ServiceEntry: 'serviceentries',
  DubboAuthorizationPolicy: 'dubboauthorizationpolicies',
  RedisDestination: 'redisdestinations',
};
const clusterScoped = new Set(['ApplicationProtocol', 'Namespace']);

/** The path of an object in the API. */
export function pathOf({ apiVersion, kind, metadata }: KubeObject): string {
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const within = clusterScoped.has(kind) ? '' : `/namespaces/${metadata.namespace ?? 'default'}`;
  return `${base}${within}/${plurals[kind] ?? `${kind.toLowerCase()}s`}`;
}

/** Creates objects one after the other, as `kubectl apply` does; what the server refuses is told. */
export async function created(
  client: KubeClient,
  objects: readonly KubeObject[],
  pauseMs = 0,
): Promise<{ readonly there: readonly KubeObject[]; readonly refused: readonly string[] }> {
  const there: KubeObject[] = [];
  const refused: string[] = [];
  for (const object of objects) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const answer = await post(client, object);
    if (answer.status === 201) there.push(object);
    else refused.push(`${object.kind} ${object.metadata.name}: ${JSON.stringify(answer.body).slice(0, 300)}`);
  }
  return { there, refused };
}

async function post(client: KubeClient, object: KubeObject) {
  const answer = await client.call('POST', pathOf(object), object);
  if (answer.status !== 404 || clusterScoped.has(object.kind)) return answer;
  const metadata = { name: object.metadata.namespace ?? 'default' };
  await client.call('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata });
  return client.call('POST', pathOf(object), object);
}

export async function clear(client: KubeClient, objects: readonly KubeObject[]): Promise<void> {
  for (const object of objects) await client.call('DELETE', `${pathOf(object)}/${object.metadata.name}`);
}
