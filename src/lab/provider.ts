import type { Speech } from '../codec/speech/speech.js';
import type { Address } from '../envoy/address.js';
import { outboundCluster } from '../envoy/cluster-name.js';
import { routeConfigurationName } from '../envoy/route-configuration-name.js';
import { compileRules } from '../match/service.js';
import { buildConfig } from '../proxy/build/config.js';
import type { Cluster } from '../proxy/config.js';
import { DataPlane, type DataPlaneParts } from '../proxy/data-plane.js';
import { nodeHeaders } from '../proxy/node-headers.js';
import { EchoServer } from './echo.js';
import { type LabEdition, type LabWorld, nodeIdOf } from './node.js';
import type { Provider } from './plan.js';
import type { Tally } from './tally.js';

/** An instance of a workload that serves: its proxy, which holds the limits of the service, and the server behind it. */
export class ProviderNode {
  readonly #world: LabWorld;
  readonly #tally: Tally;
  #echo: EchoServer | undefined;
  #plane: DataPlane | undefined;
  #server: Address | undefined;

  constructor(
    readonly provider: Provider,
    world: LabWorld,
    tally: Tally,
  ) {
    this.#world = world;
    this.#tally = tally;
  }

  /** Where its proxy takes requests. */
  get address(): Address {
    return this.#plane?.listeners[0]?.address ?? { host: '127.0.0.1', port: 0 };
  }

  /** Settles when it takes requests; without a `speech` and without a server of `--upstream` there is nobody to answer. */
  async start(edition: LabEdition, speech: Speech | undefined): Promise<void> {
    const { service, server, name } = this.provider;
    const codec = edition.codecs.get(service.codec);
    if (codec === undefined) return;
    this.#server = server;
    if (server === undefined && speech !== undefined) {
      this.#echo = new EchoServer(codec, speech, name);
      this.#server = await this.#echo.start();
    }
    this.#tally.workload(this.provider);
    this.#plane = new DataPlane(this.#parts(edition), edition.codecs, {
      ...this.#world,
      node: nodeHeaders(nodeIdOf(name)),
      // Done once, by the proxy of the consumer.
      faults: undefined,
      observe: (record) => this.#tally.received(record, this.provider),
    });
    await this.#plane.start();
  }

  /** Other limits from now on. */
  update(edition: LabEdition): void {
    this.#plane?.update(this.#parts(edition));
  }

  /** Settles when what is under way is over. */
  async drain(): Promise<void> {
    await this.#plane?.drain();
    this.stop();
  }

  stop(): void {
    this.#plane?.destroy();
    this.#echo?.stop();
  }

  #parts({ index, envoyFilters, rules }: LabEdition): DataPlaneParts {
    const { host, port, codec } = this.provider.service;
    const name = outboundCluster(host, port);
    const routes = routeConfigurationName(host, port);
    const own = {
      ...rules,
      routes: [{ name: routes, routes: [{ name: 'default', match: {}, route: { cluster: name } }] }],
      codecs: new Map([...(rules.codecs ?? []), [routes, codec] as const]),
    };
    const listens = [{ service: { host, port }, codec, address: { host: '127.0.0.1', port: 0 } }];
    const node = { id: nodeIdOf(this.provider.name), version: this.#world.version };
    const config = buildConfig({ index, envoyFilters, rules: own, listens, upstreams: this.#world.upstreams, node });
    const limits = new Map([...config.limits].filter(([service]) => service === routes));
    const clusters = new Map([...config.clusters, [name, this.#local(name)]]);
    return { config: { ...config, limits, clusters }, rules: compileRules(own) };
  }

  /** The server itself, which no rule of the client's side touches. */
  #local(name: string): Cluster {
    const { labels } = this.provider;
    const endpoints = this.#server === undefined ? [] : [{ address: this.#server, weight: 1, labels }];
    const sizes = { minimumRingSize: 1024, maglevTableSize: 65_537, connectTimeout: 10_000 };
    return { name, endpoints, lbPolicy: 'ROUND_ROBIN', ...sizes, source: 'the lab' };
  }
}
