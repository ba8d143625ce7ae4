import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials } from '@grpc/grpc-js';
import { load } from '../../../src/load/load.js';
import type { EnvoyFilter } from '../../../src/model/envoy.js';
import { translateLoaded } from '../../../src/pipeline.js';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import type { Placement } from '../../../src/translate/placement/placement.js';
import { predictPlacement } from '../../../src/translate/placement/predict.js';
import { discover } from '../../../src/xds/client.js';
import { type ApiServer, startApiServer } from '../parts/apiserver.js';
import { type Istiod, startIstiod } from '../parts/istiod.js';
import type { KubeObject } from '../parts/kube-client.js';
import { isOfGateway, keyOf, marker, objectsOf, type Pod, podsOf, rootNamespace, slicesFor } from './objects.js';

/** What istiod made of one file. */
export interface Judgement {
  /** Filters that were looked for, and those that istiod has placed. */
  readonly filters: number;
  readonly placed: number;
  /** Predictions that are not what istiod did, in words. */
  readonly wrong: readonly string[];
  /** What the API server refused: neither istiod nor anybody else sees it. */
  readonly refused: readonly string[];
  /** Whether a filter that is not placed came with an error. */
  readonly hasErrors: boolean;
}

export interface Judge {
  /** Applies a file with what we translate it into, and asks istiod for the listeners of everybody concerned. */
  judge(file: string, fixed: boolean): Promise<Judgement>;
  stop(): Promise<void>;
}

export async function startJudge(): Promise<Judge> {
  const server = await startApiServer({ crds: true });
  const env = { PILOT_DEBOUNCE_AFTER: '20ms', PILOT_DEBOUNCE_MAX: '200ms', ENABLE_PROXY_FIND_POD_BY_IP: 'true' };
  const istiod = await startIstiod(server, { env });
  let count = 0;
  return {
    judge: (file, fixed) => judge(server, istiod, count++, file, fixed),
    stop: async () => {
      await istiod.stop();
      await server.stop();
    },
  };
}

async function judge(server: ApiServer, istiod: Istiod, count: number, file: string, fixed: boolean) {
  const loaded = await load([file], { namespace: 'default', exclude: [] });
  const { index, translation, diagnostics } = await translateLoaded(loaded, optionsOf(file, fixed));
  const placements = new Map(
    predictPlacement(translation, index, rootNamespace, loaded.resources).map((each) => [each.envoyFilter, each]),
  );
  const placementOf = (filter: EnvoyFilter) => placements.get(keyOf(filter));
  const pods = podsOf(translation.envoyFilters, placementOf, loaded);
  const mark = marker(count);
  const given = [...objectsOf(loaded, index), ...slicesFor(loaded, pods)];
  const filters = [...translation.envoyFilters, ...translation.virtualServices] as unknown as readonly KubeObject[];
  const created: KubeObject[] = [];
  const refused: string[] = [];
  /** Services that no cluster can have, so that no filter of theirs has a place. */
  const absent = new Set<string>();
  try {
    await createPods(server, pods);
    for (const object of [...given, ...filters, ...mark.objects]) {
      try {
        await server.admin.create([object]);
        created.push(object);
      } catch (error) {
        refused.push(String(error).slice(0, 200));
        if (object.kind === 'Service' || object.kind === 'ServiceEntry') absent.add(placeOf(object.metadata));
      }
    }
    const there = new Set(created);
    const judged = translation.envoyFilters.filter((filter) => {
      const { listener = '', service } = placementOf(filter) ?? {};
      const resource = service?.resource;
      // A headless Service that nobody says the pods of has no listener until somebody does.
      if (listener.startsWith('*') && Object.keys(service?.selector ?? {}).length === 0) return false;
      return there.has(filter as unknown as KubeObject) && (resource === undefined || !absent.has(placeOf(resource)));
    });
    await arrival(istiod, mark.listener);
    // What the injection of the mesh gives to each proxy.
    const { interceptionMode } = index.meshConfig;
    const ask = (pod: Pod) => listenersOf(istiod, nodeIdOf(pod), interceptionMode);
    let verdict = await compare(ask, judged, placementOf, pods);
    // Kinds come over watches of their own: what is not so yet may be so in a moment.
    for (let attempt = 0; attempt < 15 && verdict.wrong.length > 0; attempt++) {
      await sleep(200);
      verdict = await compare(ask, judged, placementOf, pods);
    }
    const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
    return { filters: judged.length, refused, hasErrors, ...verdict };
  } finally {
    await removeAll(server, [...created, ...pods]);
  }
}

function placeOf({ namespace, name }: { readonly namespace?: string; readonly name: string }): string {
  return `${namespace}/${name}`;
}

/** As the file `flags` of a shared case says. */
function optionsOf(file: string, fixed: boolean) {
  const beside = join(dirname(file), 'flags');
  const flags = file.endsWith('input.yaml') && existsSync(beside) ? readFileSync(beside, 'utf8') : '';
  return {
    ...defaultTranslateOptions,
    ...{ fixed, namespaceScoped: flags.includes('--namespace-scoped') },
    allocateAddresses: !flags.includes('--no-allocate-addresses'),
  };
}

async function createPods(server: ApiServer, pods: readonly Pod[]): Promise<void> {
  for (const { ip, labels: _, type: __, ...pod } of pods) {
    const { namespace = '', name } = pod.metadata;
    await server.admin.create([pod]);
    const conditions = [{ type: 'Ready', status: 'True' }];
    const status = { phase: 'Running', podIP: ip, podIPs: [{ ip }], conditions };
    const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
    const current = (await server.admin.call('GET', path)).body as object;
    await server.admin.call('PUT', `${path}/status`, { ...current, status });
  }
}

const plurals: Readonly<Record<string, string>> = {
  Pod: '/api/v1 pods',
  Service: '/api/v1 services',
  EndpointSlice: '/apis/discovery.k8s.io/v1 endpointslices',
  ServiceEntry: '/apis/networking.istio.io/v1 serviceentries',
  DestinationRule: '/apis/networking.istio.io/v1 destinationrules',
  VirtualService: '/apis/networking.istio.io/v1 virtualservices',
  Gateway: '/apis/networking.istio.io/v1 gateways',
  Sidecar: '/apis/networking.istio.io/v1 sidecars',
  EnvoyFilter: '/apis/networking.istio.io/v1alpha3 envoyfilters',
};

async function removeAll(server: ApiServer, objects: readonly KubeObject[]): Promise<void> {
  for (const { kind, metadata } of objects) {
    const [base, plural] = (plurals[kind] ?? '').split(' ');
    const query = kind === 'Pod' ? '?gracePeriodSeconds=0' : '';
    await server.admin.call('DELETE', `${base}/namespaces/${metadata.namespace}/${plural}/${metadata.name}${query}`);
  }
}

interface Chain {
  readonly filterChainMatch?: { readonly destinationPort?: number };
  readonly filters?: readonly { readonly name: string }[];
}
interface Listener {
  readonly name: string;
  readonly perConnectionBufferLimitBytes?: number;
  readonly filterChains?: readonly Chain[];
}

async function arrival(istiod: Istiod, listener: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const all = await listenersOf(istiod, 'sidecar~10.8.0.1~probe.markers~markers.svc.cluster.local');
    if (all.some((each) => each.name === listener && each.perConnectionBufferLimitBytes === 7999)) return;
    assert.ok(attempt < 300, 'istiod has not seen what was applied');
    await sleep(100);
  }
}

async function compare(
  ask: (pod: Pod) => Promise<readonly Listener[]>,
  filters: readonly EnvoyFilter[],
  placementOf: (filter: EnvoyFilter) => Placement | undefined,
  pods: readonly Pod[],
): Promise<{ readonly placed: number; readonly wrong: readonly string[] }> {
  const dumps = new Map<Pod, readonly Listener[]>();
  for (const pod of pods) dumps.set(pod, await ask(pod));
  const claimed = new Set<Chain>();
  let placed = 0;
  const wrong = filters.flatMap((filter) => {
    const placement = placementOf(filter);
    const chains = [...dumps].flatMap(([pod, all]) => chainsOf(filter, placement, pod, all));
    for (const chain of chains) claimed.add(chain);
    if (chains.length > 0) placed += 1;
    if (placement?.placed === chains.length > 0) return [];
    const seen = [...dumps].map(([pod, all]) => `${pod.metadata.namespace}: ${all.map(({ name }) => name).join(' ')}`);
    return [
      `${keyOf(filter)} at ${placement?.listener}: predicted ${placement?.placed} (${placement?.why}); ${seen.join('; ')}`,
    ];
  });
  // And nowhere else.
  const names = new Set(filters.map(nameOf));
  const strays = [...dumps].flatMap(([pod, all]) =>
    all.flatMap(({ name, filterChains = [] }) =>
      filterChains
        .filter((chain) => !claimed.has(chain) && (chain.filters ?? []).some((each) => names.has(each.name)))
        .map((chain) => {
          const at = `${name}:${chain.filterChainMatch?.destinationPort ?? ''}`;
          return `${pod.metadata.namespace}/${pod.metadata.name}: ${at} has a filter that nothing predicts`;
        }),
    ),
  );
  return { placed, wrong: [...wrong, ...strays] };
}

function nameOf({ spec }: EnvoyFilter): string {
  const [patch] = spec.configPatches as readonly {
    readonly patch?: { readonly value?: { readonly name?: string } };
  }[];
  return patch?.patch?.value?.name ?? '';
}

/** The chains of a pod where a filter means to stand, and stands. */
function chainsOf(
  filter: EnvoyFilter,
  placement: Placement | undefined,
  pod: Pod,
  all: readonly Listener[],
): readonly Chain[] {
  const own = filter.metadata.namespace;
  if (placement === undefined || (own !== rootNamespace && own !== pod.metadata.namespace)) return [];
  if ((pod.type === 'router') !== isOfGateway(filter)) return [];
  const { listener, service } = placement;
  const inbound = listener.startsWith('virtualInbound');
  if (inbound && pod.metadata.namespace !== service?.namespace) return [];
  const selected = Object.entries(filter.spec.workloadSelector?.labels ?? {});
  if (!selected.every(([key, value]) => pod.labels[key] === value)) return [];
  const name = nameOf(filter);
  const [, port] = listener.split(':');
  const isMeant = (each: string) =>
    inbound
      ? each === 'virtualInbound'
      : listener.startsWith('*')
        ? each.endsWith(listener.slice(1))
        : each === listener;
  return all
    .filter((each) => isMeant(each.name))
    .flatMap(({ filterChains = [] }) => filterChains)
    .filter(
      ({ filterChainMatch }) => !inbound || port === undefined || filterChainMatch?.destinationPort === Number(port),
    )
    .filter(({ filters: chain = [] }) => chain.some((each) => each.name === name));
}

function nodeIdOf({ type, ip, metadata: { name, namespace } }: Pod): string {
  return `${type}~${ip}~${name}.${namespace}~${namespace}.svc.cluster.local`;
}

/** What istiod has for a proxy, as its own page of configurations shows it. */
async function listenersOf(istiod: Istiod, nodeId: string, mode = 'REDIRECT'): Promise<readonly Listener[]> {
  const stop = new AbortController();
  const updates = discover({
    ...{ server: istiod.xds, credentials: credentials.createInsecure(), type: 'lds', names: [], delta: false },
    ...{ nodeId, signal: stop.signal, nodeMetadata: { INTERCEPTION_MODE: mode } },
  });
  try {
    await updates.next();
    const response = await fetch(`${istiod.http}/debug/config_dump?proxyID=${nodeId.split('~')[2]}`);
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
