import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials } from '@grpc/grpc-js';
import { load } from '../../src/load/load.js';
import type { Loaded } from '../../src/load/loaded.js';
import type { EnvoyFilter } from '../../src/model/envoy.js';
import { translateLoaded } from '../../src/pipeline.js';
import { defaultTranslateOptions } from '../../src/translate/options.js';
import type { Placement } from '../../src/translate/placement/placement.js';
import { predictPlacement } from '../../src/translate/placement/predict.js';
import { discover } from '../../src/xds/client.js';
import { type ApiServer, startApiServer } from './parts/apiserver.js';
import { type Istiod, startIstiod } from './parts/istiod.js';
import type { KubeObject } from './parts/kube-client.js';
import { requirePart } from './parts/require-part.js';

const rootNamespace = 'istio-system';
type Applied = KubeObject | EnvoyFilter;
/** A Service of a case, and those objects of Istio that decide of listeners. */
const applied: ReadonlySet<string> = new Set([
  'Service',
  'ServiceEntry',
  'DestinationRule',
  'VirtualService',
  'Gateway',
]);

/** Files, and whether the corrected result is looked at too. */
const files: readonly string[] = [
  ...['AER1170', 'AER1171', 'AER1177', 'AER1178'].flatMap((code) =>
    ['raises', 'clean'].map((name) => `test/golden/validate/${code}/${name}.yaml`),
  ),
  ...['feature-metaprotocol-service-headless', 'feature-service-target-port-D28', 'feature-dubbo-default'].map(
    (name) => `../shared/cases/${name}/input.yaml`,
  ),
];

describe('a real istiod places the filters where it is predicted', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  let istiod: Istiod | undefined;
  before(async function () {
    for (const part of ['istiod', 'apiserver', 'etcd'] as const) requirePart(this, part);
    server = await startApiServer({ crds: true });
    istiod = await startIstiod(server, { env: { PILOT_DEBOUNCE_AFTER: '20ms', PILOT_DEBOUNCE_MAX: '200ms' } });
  });
  after(async () => {
    await istiod?.stop();
    await server?.stop();
  });

  for (const file of files) {
    for (const fixed of [false, true]) {
      it(`${file}${fixed ? ', corrected' : ''}`, async () => {
        assert.ok(server && istiod);
        const loaded = await load([file], { namespace: 'default', exclude: [] });
        const { filters, placements, everyFilter, everyPlacement, hasErrors } = await predictions(loaded, fixed);
        const pods = podsOf(everyFilter, everyPlacement);
        const created = [...objectsOf(loaded), ...slicesFor(loaded, pods), ...filters];
        try {
          await createAll(server, created, pods);
          const wrong = await settle(async () => judge(istiod, filters, placements, pods));
          assert.deepStrictEqual(wrong, []);
          // Corrected, what is not placed is an error.
          if (fixed && placements.some(({ placed }) => !placed)) assert.ok(hasErrors);
        } finally {
          await removeAll(server, [...created, ...pods]);
        }
      });
    }
  }
});

async function predictions(loaded: Loaded, fixed: boolean) {
  const options = { ...defaultTranslateOptions, fixed };
  const { index, translation, diagnostics } = await translateLoaded(loaded, options);
  const placements = new Map(
    predictPlacement(translation, index, rootNamespace, loaded.resources).map((each) => [each.envoyFilter, each]),
  );
  // What the API server refuses (D21) is placed nowhere anyway.
  const filters = translation.envoyFilters.filter((filter) => {
    // Inbound filters of Services are held by the shared placements: pods without a kubelet get no chains here.
    const inbound = placements.get(keyOf(filter))?.listener.startsWith('virtualInbound') === true;
    const isService = placements.get(keyOf(filter))?.service?.synthetic === true;
    return /^[a-z0-9.-]+$/.test(filter.metadata.name ?? '') && !(inbound && isService);
  });
  const placementOf = (filter: EnvoyFilter) => placements.get(keyOf(filter));
  const of = (list: readonly EnvoyFilter[]) => list.map(placementOf).filter((each) => each !== undefined);
  return {
    filters,
    placements: of(filters),
    everyFilter: translation.envoyFilters,
    everyPlacement: of(translation.envoyFilters),
    hasErrors: diagnostics.some(({ severity }) => severity === 'error'),
  };
}

function keyOf({ metadata }: EnvoyFilter): string {
  return `${metadata.namespace}/${metadata.name}`;
}

interface Pod extends KubeObject {
  readonly ip: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A consumer in the filter's namespace (any, for the root's), and for each inbound filter a pod with its labels. */
function podsOf(filters: readonly EnvoyFilter[], placements: readonly Placement[]): readonly Pod[] {
  const wanted = new Map<string, { namespace: string; labels: Readonly<Record<string, string>> }>();
  for (const [index, filter] of filters.entries()) {
    const labels = filter.spec.workloadSelector?.labels;
    const own = filter.metadata.namespace ?? '';
    const service = placements[index]?.service;
    const everywhere = own === rootNamespace;
    const namespace = labels !== undefined ? (service?.namespace ?? own) : everywhere ? 'consumers' : own;
    wanted.set(`${namespace} ${JSON.stringify(labels)}`, { namespace, labels: labels ?? { app: 'consumer' } });
  }
  return [...wanted.values()].map(({ namespace, labels }, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${index}`, namespace, labels },
    spec: { containers: [{ name: 'main', image: 'none' }], automountServiceAccountToken: false },
    ip: `10.9.0.${index + 1}`,
    labels,
  }));
}

function objectsOf({ resources }: Loaded): readonly KubeObject[] {
  return resources
    .filter(({ kind }) => applied.has(kind))
    .map(({ object, namespace, name }) => ({
      ...(object as unknown as KubeObject),
      metadata: { ...object.metadata, namespace, name },
    }));
}

interface ServiceSpec {
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly targetPort?: number }[];
}

/** What the controllers of a cluster would write. */
function slicesFor({ resources }: Loaded, pods: readonly Pod[]): readonly KubeObject[] {
  return resources.flatMap(({ kind, name, namespace, object }) => {
    if (kind !== 'Service') return [];
    const { selector = {}, ports = [] } = (object.spec ?? {}) as ServiceSpec;
    const selected = pods.filter(
      (pod) =>
        pod.metadata.namespace === namespace &&
        Object.keys(selector).length > 0 &&
        Object.entries(selector).every(([key, value]) => pod.labels[key] === value),
    );
    if (selected.length === 0) return [];
    return [
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { name: `${name}-1`, namespace, labels: { 'kubernetes.io/service-name': name } },
        addressType: 'IPv4',
        ports: ports.map(({ name: port = '', port: number, targetPort }) => ({
          name: port,
          port: targetPort ?? number,
          protocol: 'TCP',
        })),
        endpoints: selected.map((pod) => ({
          addresses: [pod.ip],
          conditions: { ready: true },
          targetRef: { kind: 'Pod', name: pod.metadata.name, namespace },
        })),
      },
    ];
  });
}

async function createAll(server: ApiServer, objects: readonly Applied[], pods: readonly Pod[]): Promise<void> {
  for (const { ip, labels: _, ...pod } of pods) {
    const { namespace = '', name } = pod.metadata;
    await server.admin.create([pod]);
    const status = {
      ...{ phase: 'Running', podIP: ip, podIPs: [{ ip }] },
      conditions: [{ type: 'Ready', status: 'True' }],
    };
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/status`;
    const current = (await server.admin.call('GET', `/api/v1/namespaces/${namespace}/pods/${name}`)).body as object;
    await server.admin.call('PUT', path, { ...current, status });
  }
  await server.admin.create(objects as readonly KubeObject[]);
}

const plurals: Readonly<Record<string, string>> = {
  Pod: '/api/v1 pods',
  Service: '/api/v1 services',
  EndpointSlice: '/apis/discovery.k8s.io/v1 endpointslices',
  ServiceEntry: '/apis/networking.istio.io/v1 serviceentries',
  DestinationRule: '/apis/networking.istio.io/v1 destinationrules',
  VirtualService: '/apis/networking.istio.io/v1 virtualservices',
  Gateway: '/apis/networking.istio.io/v1 gateways',
  EnvoyFilter: '/apis/networking.istio.io/v1alpha3 envoyfilters',
};

async function removeAll(server: ApiServer, objects: readonly Applied[]): Promise<void> {
  for (const { kind, metadata } of objects) {
    const [base, plural] = (plurals[kind] ?? '').split(' ');
    const query = kind === 'Pod' ? '?gracePeriodSeconds=0' : '';
    await server.admin.call('DELETE', `${base}/namespaces/${metadata.namespace}/${plural}/${metadata.name}${query}`);
  }
}

/** What differs, asked again until nothing does or it stays so: istiod takes a moment for each object. */
async function settle(ask: () => Promise<readonly string[]>): Promise<readonly string[]> {
  let wrong = await ask();
  for (let i = 0; i < 20 && wrong.length > 0; i++) {
    await sleep(200);
    wrong = await ask();
  }
  return wrong;
}

interface Chain {
  readonly filterChainMatch?: { readonly destinationPort?: number };
  readonly filters?: readonly { readonly name: string }[];
}
interface Listener {
  readonly name: string;
  readonly filterChains?: readonly Chain[];
}

async function judge(
  istiod: Istiod | undefined,
  filters: readonly EnvoyFilter[],
  placements: readonly Placement[],
  pods: readonly Pod[],
): Promise<readonly string[]> {
  assert.ok(istiod);
  const dumps = new Map<Pod, readonly Listener[]>();
  for (const pod of pods) dumps.set(pod, await listenersOf(istiod, pod));
  return filters.flatMap((filter, index) => {
    const placement = placements[index];
    const stands = [...dumps].some(
      ([pod, listeners]) => placement !== undefined && isPlaced(filter, placement, pod, listeners),
    );
    if (placement?.placed === stands) return [];
    const seen = [...dumps].map(([pod, all]) => `${pod.metadata.namespace}: ${all.map(({ name }) => name).join(' ')}`);
    return [
      `${keyOf(filter)} at ${placement?.listener}: predicted ${placement?.placed} (${placement?.why}); ${seen.join('; ')}`,
    ];
  });
}

function isPlaced(filter: EnvoyFilter, { listener, service }: Placement, pod: Pod, all: readonly Listener[]): boolean {
  const own = filter.metadata.namespace;
  if (own !== rootNamespace && own !== pod.metadata.namespace) return false;
  const inbound = listener.startsWith('virtualInbound');
  if (inbound && pod.metadata.namespace !== service?.namespace) return false;
  const [patch] = filter.spec.configPatches as readonly {
    readonly patch?: { readonly value?: { readonly name?: string } };
  }[];
  const name = patch?.patch?.value?.name ?? '';
  const [, port] = listener.split(':');
  return all
    .filter((each) =>
      inbound
        ? each.name === 'virtualInbound'
        : listener.startsWith('*')
          ? each.name.endsWith(listener.slice(1))
          : each.name === listener,
    )
    .flatMap(({ filterChains = [] }) => filterChains)
    .filter(({ filterChainMatch }) => !inbound || filterChainMatch?.destinationPort === Number(port))
    .some(({ filters: chain = [] }) => chain.some((each) => each.name === name));
}

/** What istiod has for the sidecar of a pod, as its own page of configurations shows it. */
async function listenersOf(istiod: Istiod, pod: Pod): Promise<readonly Listener[]> {
  const { name, namespace } = pod.metadata;
  const stop = new AbortController();
  const updates = discover({
    ...{ server: istiod.xds, credentials: credentials.createInsecure(), type: 'lds', names: [], delta: false },
    ...{ nodeId: `sidecar~${pod.ip}~${name}.${namespace}~${namespace}.svc.cluster.local`, signal: stop.signal },
  });
  try {
    await updates.next();
    const response = await fetch(`${istiod.http}/debug/config_dump?proxyID=${name}.${namespace}`);
    const { configs = [] } = (await response.json()) as {
      configs?: readonly { dynamicListeners?: readonly { activeState: { listener: Listener } }[] }[];
    };
    return configs.flatMap(({ dynamicListeners = [] }) =>
      dynamicListeners.map(({ activeState }) => activeState.listener),
    );
  } finally {
    stop.abort();
    await updates.return?.(undefined).catch(() => undefined);
  }
}
