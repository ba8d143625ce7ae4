import assert from 'node:assert/strict';
import type { ApiServer } from '../parts/apiserver.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { requirePart } from '../parts/require-part.js';
import { created } from './inputs.js';
import { made, Running, startCluster, until } from './running.js';
import { entry, router } from './shop.js';

const selectors = [{ matchLabels: { mesh: 'member' } }];
const spaces = ['inside', 'outside'];
/** One of each kind that istiod tells, in a namespace. */
const objectsOf = (namespace: string, at: number): readonly KubeObject[] => {
  const host = `svc-${namespace}.example.com`;
  const istio = (kind: string, spec: object): KubeObject => ({
    apiVersion: 'networking.istio.io/v1',
    kind,
    metadata: { name: `a-${kind.toLowerCase()}`, namespace },
    spec,
  });
  return [
    entry(`svc-${namespace}`, at, namespace),
    istio('DestinationRule', { host, trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: 'x' } } } }),
    istio('VirtualService', { hosts: [host], tcp: [{ route: [{ destination: { host } }] }] }),
    istio('Gateway', {
      selector: { istio: 'ingressgateway' },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['*'] }],
    }),
    {
      ...istio('EnvoyFilter', { configPatches: [] }),
      apiVersion: 'networking.istio.io/v1alpha3',
    },
  ];
};

/** Namespaces that the mesh config's discoverySelectors leave out, as a real istiod has it. */
describe('a mesh with discoverySelectors', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  let running: Running | undefined;
  const parts = (): { readonly server: ApiServer; readonly istiod: Istiod } => {
    assert.ok(server && istiod);
    return { server, istiod };
  };
  const label = (namespace: string, mesh: string | null) =>
    parts().server.admin.call(
      'PATCH',
      `/api/v1/namespaces/${namespace}`,
      { metadata: { labels: { mesh } } },
      'application/merge-patch+json',
    );
  /** What istiod has, as `KIND NAMESPACE`. */
  const ofIstiod = async (): Promise<readonly string[]> => {
    const all = (await (await fetch(`${parts().istiod.http}/debug/configz`)).json()) as readonly KubeObject[];
    return all.map(({ kind, metadata }) => `${kind} ${metadata.namespace}`).sort();
  };
  /** The services for which EnvoyFilters are there. */
  const served = async (): Promise<readonly string[]> => {
    const { envoyFilters } = await made(parts().server.admin);
    const names = envoyFilters.map(({ metadata }) => /svc-[a-z]+/.exec(metadata.name)?.[0] ?? '');
    return [...new Set(names)].sort();
  };

  before(async function () {
    requirePart(this, 'istiod');
    server = await startCluster(this);
    const mesh = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio', namespace: 'istio-system' } };
    const { refused } = await created(server.admin, [
      { ...mesh, data: { mesh: JSON.stringify({ discoverySelectors: selectors }) } },
      ...spaces.flatMap((space, at) => objectsOf(space, at)),
      ...spaces.map((space) => router(`svc-${space}`, 'v1', 3, 'inside')),
    ]);
    assert.deepEqual(refused, []);
    istiod = await startIstiod(server, { mesh: { discoverySelectors: selectors } });
    await label('inside', 'member');
  });
  after(async () => {
    running?.kill('SIGKILL');
    await istiod?.stop();
    await server?.stop();
  });

  it('has for istiod only what is in namespaces that fit, of every kind; the root namespace is no exception', async () => {
    const kinds = ['DestinationRule', 'EnvoyFilter', 'Gateway', 'ServiceEntry', 'VirtualService'];
    await until(
      async () => (await ofIstiod()).length === kinds.length,
      30,
      () => parts().istiod.output(),
    );
    assert.deepEqual(
      await ofIstiod(),
      kinds.map((kind) => `${kind} inside`),
    );
    const filter = { ...objectsOf('istio-system', 9).at(-1) } as KubeObject;
    await created(parts().server.admin, [filter]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.ok(!(await ofIstiod()).includes('EnvoyFilter istio-system'));
    await label('istio-system', 'member');
    await until(
      async () => (await ofIstiod()).includes('EnvoyFilter istio-system'),
      30,
      () => parts().istiod.output(),
    );
    await label('istio-system', null);
  });

  it('has for the controller the same, and it says why a rule does nothing', async () => {
    running = new Running(await parts().server.kubeconfig());
    await running.line(({ event }) => event === 'serving');
    await until(
      async () => (await served()).length > 0,
      30,
      () => running?.text ?? '',
    );
    assert.deepEqual(await served(), ['svc-inside']);
    const finding = await running.line(({ event, code }) => event === 'finding' && code === 'AER1500');
    assert.match(finding.message, /svc-outside\.example\.com is a service in the namespace outside/);
    const root = await running.line(({ event, code }) => event === 'finding' && code === 'AER1501');
    assert.match(root.message, /istio-system/);
    await until(
      async () => {
        const { body } = await parts().server.admin.call('GET', '/api/v1/namespaces/inside/events');
        const { items } = body as { items: { message: string; involvedObject: { name: string } }[] };
        return items.some(
          ({ message, involvedObject }) => message.startsWith('[AER1500]') && involvedObject.name === 'svc-outside',
        );
      },
      30,
      () => running?.text ?? '',
    );
  });

  it('follows labels and selectors that change', async () => {
    const seen = (names: readonly string[]) =>
      until(
        async () => (await served()).join() === names.join(),
        30,
        () => running?.text ?? '',
      );
    await label('outside', 'member');
    await seen(['svc-inside', 'svc-outside']);
    await label('inside', 'stranger');
    // Half of all at once is more than goes by itself.
    await running?.line(({ event }) => event === 'held');
    running?.kill('SIGHUP');
    await seen(['svc-outside']);
    const path = '/api/v1/namespaces/istio-system/configmaps/istio';
    await parts().server.admin.call('PATCH', path, { data: { mesh: '{}' } }, 'application/merge-patch+json');
    await seen(['svc-inside', 'svc-outside']);
  });
});
