import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';

/** The kind that istiod asks for and that the shared definitions lack. */
export const peerAuthentications: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'peerauthentications.security.istio.io' },
  spec: {
    group: 'security.istio.io',
    scope: 'Namespaced',
    names: { kind: 'PeerAuthentication', plural: 'peerauthentications', singular: 'peerauthentication' },
    versions: ['v1', 'v1beta1'].map((name) => ({
      name,
      served: true,
      storage: name === 'v1',
      schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    })),
  },
};

export interface Backend {
  readonly port: number;
  stop(): Promise<void>;
}

/** An HTTP server that answers every request with a text. */
export async function startBackend(text: string, host = '127.0.0.1'): Promise<Backend> {
  const server = createServer((_, response) => response.end(text));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a kubelet would say of a pod that runs. */
export async function runPod(server: ApiServer, namespace: string, name: string, ip: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
  const { body } = await server.admin.call('GET', path);
  const ready = { phase: 'Running', podIP: ip, podIPs: [{ ip }], conditions: [{ type: 'Ready', status: 'True' }] };
  const answer = await server.admin.call('PUT', `${path}/status`, { ...(body as object), status: ready });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

/** The body of a GET through a port of this machine; rejects for whatever is not 200. */
export function http(port: number, host: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, agent: false, headers: { ...headers, host }, timeout: 5000 };
    const outgoing = request(options, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (part: string) => {
          text += part;
        })
        .once('error', reject)
        .once('end', () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode}: ${text}`));
        });
    });
    outgoing.once('timeout', () => outgoing.destroy(new Error('no answer')));
    outgoing.once('error', reject).end();
  });
}

/** istiod and Envoy take a moment. */
export async function settles(check: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await check();
    } catch (error) {
      if (attempt === 80) throw error;
      await sleep(250);
    }
  }
}
