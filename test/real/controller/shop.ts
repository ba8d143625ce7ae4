import type { KubeClient, KubeObject } from '../parts/kube-client.js';
import { pathOf } from './inputs.js';
import { made } from './running.js';

/** A service of the namespace, with an address of its own. */
export const entry = (name: string, address: number, namespace = 'shop'): KubeObject => ({
  apiVersion: 'networking.istio.io/v1',
  kind: 'ServiceEntry',
  metadata: { name, namespace },
  spec: {
    hosts: [`${name}.example.com`],
    addresses: [`240.241.${Math.floor(address / 250)}.${(address % 250) + 1}`],
    location: 'MESH_INTERNAL',
    resolution: 'STATIC',
    ports: [{ number: 20880, name: 'tcp-metaprotocol-dubbo', protocol: 'TCP' }],
    workloadSelector: { labels: { app: name } },
  },
});

/** Its rules. @param tokens a change of it changes the EnvoyFilter, one of `subset` the route */
export const router = (name: string, subset: string, tokens = 0, namespace = 'shop'): KubeObject => ({
  apiVersion: 'metaprotocol.aeraki.io/v1alpha1',
  kind: 'MetaRouter',
  metadata: { name, namespace },
  spec: {
    hosts: [`${name}.example.com`],
    routes: [{ name: subset, route: [{ destination: { host: `${name}.example.com`, subset } }] }],
    ...(tokens > 0 && {
      localRateLimit: { tokenBucket: { maxTokens: tokens, tokensPerFill: tokens, fillInterval: '1s' } },
    }),
  },
});

/** Puts what is given in the place of what is there; once more where the controller has written its status meanwhile. */
export async function put(client: KubeClient, object: KubeObject): Promise<void> {
  const path = `${pathOf(object)}/${object.metadata.name}`;
  for (let tries = 1; ; tries++) {
    const { body } = await client.call('GET', path);
    const { status } = await client.call('PUT', path, { ...object, metadata: (body as KubeObject).metadata });
    if (status === 200) return;
    if (status !== 409 || tries === 5) throw new Error(`PUT ${path}: ${status}`);
  }
}

/** What the EnvoyFilters of a service say, without what the server adds; '' where there are none. */
export async function filtersOf(client: KubeClient, name: string): Promise<string> {
  const { envoyFilters } = await made(client);
  const of = envoyFilters.filter(({ metadata }) => metadata.name.includes(`-${name}.example.com-`));
  return of.length === 0 ? '' : JSON.stringify(of.map(({ metadata, spec }) => [metadata.name, spec]));
}
