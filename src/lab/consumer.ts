import { credentials } from '@grpc/grpc-js';
import type { Address } from '../envoy/address.js';
import { routeConfigurationName } from '../envoy/route-configuration-name.js';
import type { ProxyRules } from '../match/rules.js';
import { compileRules } from '../match/service.js';
import { buildConfig, type Listen } from '../proxy/build/config.js';
import type { Cluster, ListenerState } from '../proxy/config.js';
import { DataPlane, type DataPlaneParts } from '../proxy/data-plane.js';
import { nodeHeaders } from '../proxy/node-headers.js';
import { RdsRoutes } from '../proxy/routes/rds.js';
import type { Consumer } from './consumers.js';
import { isTaken, type LabEdition, type LabWorld, nodeIdOf } from './node.js';
import { isMember, type LabService, type Provider } from './plan.js';
import type { Tally } from './tally.js';

/** The instances that run, with the addresses of their proxies. */
export type Running = readonly Instance[];

export interface Instance {
  readonly provider: Provider;
  readonly address: Address;
  /** No rule reaches it any more, but routes that name it may still be in force. */
  readonly leaving: boolean;
}

/** How long the first routes are waited for, in milliseconds. */
const firstWait = 3_000;

/** A workload that calls others: its proxy, with the routes that the route server gives it. */
export class ConsumerNode {
  readonly #world: LabWorld;
  readonly #routes: RdsRoutes;
  /** By `<host>_<port>`: a service keeps its address while the lab runs. */
  readonly #addresses = new Map<string, Address>();
  #plane: DataPlane | undefined;
  #edition: LabEdition;
  #running: Running;

  /** `server`: the route server. `fixed`: whether a service is listened for at its own port, where nobody else has it. */
  constructor(
    public consumer: Consumer,
    readonly options: {
      readonly world: LabWorld;
      readonly tally: Tally;
      readonly server: string;
      readonly fixed: boolean;
      readonly edition: LabEdition;
      readonly running: Running;
    },
  ) {
    const { world, server, edition, running } = options;
    this.#world = world;
    this.#edition = edition;
    this.#running = running;
    const nodeId = nodeIdOf(consumer.name);
    const names = consumer.services.map(nameOf);
    const own = { server, credentials: credentials.createInsecure(), names, nodeId, firstWait };
    this.#routes = new RdsRoutes(own);
  }

  get listeners(): readonly ListenerState[] {
    return this.#plane?.listeners ?? [];
  }

  /** Settles when it takes requests and has its routes. */
  async start(): Promise<void> {
    const { trouble } = this.#world;
    const { tally } = this.options;
    await this.#choosePorts();
    const changed = () => this.#plane?.update(this.#parts());
    await this.#routes.start({ changed, trouble });
    this.#plane = new DataPlane(this.#parts(), this.#edition.codecs, {
      ...this.#world,
      node: nodeHeaders(nodeIdOf(this.consumer.name)),
      observe: (record) => tally.routed(record, this.consumer.name),
    });
    await this.#plane.start();
  }

  /** Other endpoints and listeners from now on; routes come by themselves. */
  async update(consumer: Consumer, edition: LabEdition, running: Running): Promise<void> {
    this.consumer = consumer;
    this.#edition = edition;
    this.#running = running;
    await this.#choosePorts();
    await this.#routes.want(consumer.services.map(nameOf));
    this.#plane?.update(this.#parts());
    await this.#plane?.listen(edition.codecs);
  }

  async drain(): Promise<void> {
    await this.#plane?.drain();
    await this.stop();
  }

  async stop(): Promise<void> {
    this.#plane?.destroy();
    await this.#routes.stop();
  }

  async #choosePorts(): Promise<void> {
    for (const service of this.consumer.services) {
      const name = nameOf(service);
      if (this.#addresses.has(name)) continue;
      const own = { host: '127.0.0.1', port: service.port };
      const used = [...this.#addresses.values()].some(({ port }) => port === own.port);
      const free = this.options.fixed && !used && !(await isTaken(own));
      this.#addresses.set(name, free ? own : { host: '127.0.0.1', port: 0 });
    }
  }

  #parts(): DataPlaneParts {
    const { index, envoyFilters, plan } = this.#edition;
    const { upstreams, version } = this.#world;
    const rules = this.#rules();
    const listens = this.consumer.services.map(
      (service): Listen => ({
        service,
        codec: service.codec,
        address: this.#addresses.get(nameOf(service)) ?? { host: '127.0.0.1', port: 0 },
      }),
    );
    const node = { id: nodeIdOf(this.consumer.name), version };
    const config = buildConfig({ index, envoyFilters, rules, listens, upstreams, node });
    const clusters = new Map<string, Cluster>();
    for (const [name, cluster] of config.clusters) {
      const labels = plan.clusters.get(name)?.labels;
      const all = this.#running.filter(({ provider }) => isMember(provider, name, labels));
      const staying = all.filter(({ leaving }) => !leaving);
      const members = staying.length > 0 ? staying : all;
      const endpoints = members.map(({ provider, address }) => ({
        ...{ address, weight: provider.weight, labels: provider.labels },
      }));
      clusters.set(name, endpoints.length === 0 ? cluster : { ...cluster, endpoints, source: 'the lab' });
    }
    // The limits are those of the proxies before the servers.
    return { config: { ...config, clusters, limits: new Map() }, rules: compileRules(rules) };
  }

  #rules(): ProxyRules {
    const { rules, plan } = this.#edition;
    const codecs = plan.services.map((service) => [nameOf(service), service.codec] as const);
    const routes = [...this.#routes.current.byName.values()].map((configuration) => configuration.routes);
    return { ...rules, routes, codecs: new Map([...(rules.codecs ?? []), ...codecs]) };
  }
}

function nameOf({ host, port }: LabService): string {
  return routeConfigurationName(host, port);
}
