import type { KubeClient, KubeObject } from '../parts/kube-client.js';

/** A pod that runs on the node `node` and is ready, with a sidecar unless `container` says otherwise. */
export function podObject(
  name: string,
  labels: Readonly<Record<string, string>>,
  container = 'istio-proxy',
  namespace = 'shop',
): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: {
      nodeName: 'node',
      containers: [
        { name: 'app', image: 'app' },
        { name: container, image: 'x' },
      ],
    },
  };
}

/** Says of pods that they run, and whether they are ready: what a kubelet would say. */
export async function setRunning(
  client: KubeClient,
  names: readonly string[],
  ready: boolean,
  namespace = 'shop',
): Promise<void> {
  for (const name of names) {
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    const { body } = await client.call('GET', path);
    const status = {
      phase: 'Running',
      podIP: '10.0.0.9',
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    };
    const answer = await client.call('PUT', `${path}/status`, { ...(body as object), status });
    if (answer.status !== 200) throw new Error(`status of ${name}: ${JSON.stringify(answer.body)}`);
  }
}

/** The node that pods run on, with its kubelet on a local port. */
export async function createNode(client: KubeClient, port: number): Promise<void> {
  await client.create([{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'node' } }]);
  const { body } = await client.call('GET', '/api/v1/nodes/node');
  const status = {
    addresses: [{ type: 'InternalIP', address: '127.0.0.1' }],
    daemonEndpoints: { kubeletEndpoint: { Port: port } },
  };
  const answer = await client.call('PUT', '/api/v1/nodes/node/status', { ...(body as object), status });
  if (answer.status !== 200) throw new Error(`status of the node: ${JSON.stringify(answer.body)}`);
}

/** A Deployment, StatefulSet or Service that selects `labels`. */
export function workload(
  kind: 'Deployment' | 'StatefulSet',
  name: string,
  labels: Readonly<Record<string, string>>,
): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec: {
      ...(kind === 'StatefulSet' && { serviceName: name }),
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'app' }] } },
    },
  };
}

export function serviceObject(
  name: string,
  selector: Readonly<Record<string, string>> | undefined,
  ports: readonly object[],
): KubeObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace: 'shop' }, spec: { selector, ports } };
}

/** Lets a user do the given things everywhere. */
export function role(user: string, rules: readonly object[]): readonly KubeObject[] {
  const apiGroup = 'rbac.authorization.k8s.io';
  return [
    { apiVersion: `${apiGroup}/v1`, kind: 'ClusterRole', metadata: { name: user }, rules },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: user },
      roleRef: { apiGroup, kind: 'ClusterRole', name: user },
      subjects: [{ apiGroup, kind: 'User', name: user }],
    },
  ];
}
