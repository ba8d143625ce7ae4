import type { ChannelCredentials } from '@grpc/grpc-js';
import { ReflectedSource } from '../../../src/cluster/control/source.js';
import type { LogEntry } from '../../../src/controller/log.js';
import { Sidecars, type SidecarsOptions, type SidecarsSettings } from '../../../src/controller/sidecars/sidecars.js';
import type { JsonObject } from '../../../src/model/envoy.js';
import { MemoryApi, type Stored } from '../memory-api.js';
import { type Entry, Reporter } from './reporter.js';

type Labels = Readonly<Record<string, string>>;
type Object = JsonObject & { readonly kind: string };

export const namespace = (name: string, annotations: Labels = {}): Object => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, annotations },
});

/** A Service with an address of its own; `spec` in place of what it has. */
export const service = (name: string, at: number, spec: JsonObject = {}, more: JsonObject = {}): Object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop', ...more },
  spec: { clusterIP: `10.96.1.${at}`, selector: { app: name }, ports: [{ name: 'http', port: 8080 }], ...spec },
});

export const deployment = (name: string, annotations: Labels = {}, of = 'shop'): Object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: of, annotations },
  spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } } } },
});

export const pod = (app: string, podIP: string, of = 'shop'): Object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: `${app}-6d4cf56db6-x2x9z`, namespace: of, labels: { app } },
  status: { podIP },
});

/** web, orders and pay of the namespace shop, which is learnt, and the gateway, which has the address of these tests. */
export function shop(): readonly Object[] {
  return [
    namespace('istio-system'),
    namespace('shop', { 'sidecars.aeraki.io/learn': 'true' }),
    service('web', 1),
    service('orders', 2),
    service('pay', 3, { ports: [{ name: 'tcp-metaprotocol-dubbo', port: 20880 }] }),
    ...['web', 'orders'].map((name) => deployment(name)),
    pod('web', '10.0.0.1'),
    pod('orders', '10.0.0.2'),
    service('istio-egressgateway-lazyxds', 7, {}, { namespace: 'istio-system' }),
    pod('gateway', '127.0.0.1', 'istio-system'),
  ];
}

export const host = (name: string): string => `${name}.shop.svc.cluster.local`;

const defaults: SidecarsSettings = {
  ...{ rootNamespace: 'istio-system', clusterDomain: 'cluster.local', gateway: 'istio-system' },
  ...{ accessLogCluster: 'outbound|15013||aeraki.istio-system.svc.cluster.local', prometheus: undefined },
  ...{ forget: undefined, keep: [], ownNamespace: false },
};

/** Sidecars that are learnt in a cluster in memory. */
export class Learning {
  readonly lines: LogEntry[] = [];
  readonly sidecars: Sidecars;
  readonly #source: ReflectedSource;
  #port = 0;

  constructor(
    readonly api: MemoryApi,
    settings: Partial<SidecarsSettings> = {},
    more: Partial<SidecarsOptions> = {},
  ) {
    const backOff = { least: 1, most: 4 };
    const failed = (): void => undefined;
    const all = { ...defaults, ...settings };
    const { rootNamespace } = all;
    this.#source = new ReflectedSource({ client: api, rootNamespace, configMap: 'istio', failed, backOff });
    this.sidecars = new Sidecars({
      ...{
        settings: all,
        client: api,
        source: this.#source,
        dryRun: false,
        adopt: true,
        maxDelete: 100,
        backOff,
        failed,
      },
      ...{ mayWrite: () => true, log: (entry) => this.lines.push(entry), debounce: { quiet: 1, most: 5 } },
      ...more,
    });
  }

  async start(): Promise<this> {
    this.#source.watch(() => this.sidecars.changed());
    this.#source.start();
    this.sidecars.start();
    this.sidecars.lead();
    this.#port = await this.sidecars.listen('127.0.0.1:0');
    return this;
  }

  async stop(): Promise<void> {
    await this.sidecars.stop();
    await this.#source.stop();
  }

  /** Sends entries as a proxy does, and waits until they are taken. */
  report(entries: readonly Entry[], as?: ChannelCredentials): Promise<void> {
    return new Reporter(`127.0.0.1:${this.#port}`).report(entries, as);
  }

  /** Hosts of the Sidecar of a workload as `namespace/host`; undefined: there is none. */
  hosts(workload: string): readonly string[] | undefined {
    return hostsOf(this.sidecar(workload));
  }

  sidecar(workload: string): Stored | undefined {
    return this.api.all('Sidecar').find(({ metadata }) => metadata.name === `learnt-${workload}`);
  }

  /** Waits until something is so. */
  async until(what: string, look: () => boolean): Promise<void> {
    const end = Date.now() + 60_000;
    while (!look()) {
      if (Date.now() > end) {
        const said = this.lines.map(({ message }) => message).join('\n');
        throw new Error(`never: ${what}\n${JSON.stringify(this.api.all('Sidecar'))}\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Waits until a Sidecar shows a host. */
  shows(workload: string, name: string): Promise<void> {
    return this.until(`${workload} sees ${name}`, () => this.hosts(workload)?.includes(name) === true);
  }
}

export function hostsOf(sidecar: Stored | undefined): readonly string[] | undefined {
  const spec = sidecar?.spec as { readonly egress?: readonly { readonly hosts?: readonly string[] }[] } | undefined;
  return spec?.egress?.flatMap(({ hosts }) => hosts ?? []);
}

/** A cluster in memory with these objects. */
export function clusterOf(objects: readonly Object[]): MemoryApi {
  const api = new MemoryApi();
  for (const object of objects) api.set(object);
  return api;
}
