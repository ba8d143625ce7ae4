import { writeFile } from 'node:fs/promises';
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { MetaRouteConfiguration } from '../../../src/model/envoy.js';
import { toHttpRouteConfiguration } from '../../../src/translate/http-form.js';
import { type Envoy, startEnvoy } from '../parts/envoy.js';
import { temporaryFolder } from '../parts/place.js';

/** What Envoy did with one request; route and cluster are null when no route took it. */
export interface Answer {
  readonly route: string | null;
  readonly cluster: string | null;
  /** The request as the upstream saw it. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An Envoy that runs many route configurations, each in a listener of its own. */
export interface RoutingEnvoy {
  /** Envoy's words when it refused the configuration of that index, else undefined. */
  refusal(index: number): string | undefined;
  ask(index: number, attributes: Readonly<Record<string, string>>): Promise<Answer>;
  stop(): Promise<void>;
}

/** Requests at one time: a machine with much else to do answers these before Envoy loses patience. */
const IN_FLIGHT = 16;

/** Lets so many through at a time. */
class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free--;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}

const HCM = 'type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager';
const ROUTER = 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router';

/**
 * Starts it with the HTTP form of `configurations`, as RDS carries them. Every cluster leads to one upstream that echoes
 * the request; Envoy itself writes the route's and the cluster's name into the response.
 */
export async function startRoutingEnvoy(configurations: readonly MetaRouteConfiguration[]): Promise<RoutingEnvoy> {
  const upstream = await startEcho();
  const folder = await temporaryFolder('routing');
  const file = join(folder.path, 'lds.json');
  await writeFile(file, JSON.stringify({ resources: configurations.map(listener) }));
  const names = new Set(configurations.flatMap(clusterNames));
  const { port } = upstream.address() as AddressInfo;
  const envoy = await startEnvoy(
    {
      staticResources: { clusters: [...names].map((name) => cluster(name, port)) },
      dynamicResources: { ldsConfig: { pathConfigSource: { path: file } } },
    },
    { logLevel: 'error' },
  );
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const gate = new Gate(IN_FLIGHT);
  const ports = await listenerPorts(envoy);
  const refusals = await listenerRefusals(envoy);
  return {
    refusal: (index) => refusals.get(`l${index}`) ?? (ports.has(`l${index}`) ? undefined : 'no listener'),
    async ask(index, attributes) {
      const headers = Object.entries(attributes).flatMap(([name, value]) => [
        name,
        Buffer.from(value).toString('latin1'),
      ]);
      const options = { agent, port: ports.get(`l${index}`) ?? 0, headers: ['host', 'test', ...headers] };
      return gate.pass(() => ask(options));
    },
    async stop() {
      agent.destroy();
      await envoy.stop();
      upstream.close();
      upstream.closeAllConnections();
      await folder.remove();
    },
  };
}

function listener(configuration: MetaRouteConfiguration, index: number) {
  const routes = toHttpRouteConfiguration(configuration);
  return {
    '@type': 'type.googleapis.com/envoy.config.listener.v3.Listener',
    name: `l${index}`,
    address: { socketAddress: { address: '127.0.0.1', portValue: 0 } },
    filterChains: [
      {
        filters: [
          {
            name: 'envoy.filters.network.http_connection_manager',
            typedConfig: {
              '@type': HCM,
              statPrefix: 'all',
              generateRequestId: false,
              routeConfig: {
                ...routes,
                validateClusters: false,
                responseHeadersToAdd: [
                  { header: { key: 'x-route', value: '%ROUTE_NAME%' } },
                  { header: { key: 'x-cluster', value: '%UPSTREAM_CLUSTER%' } },
                ],
              },
              httpFilters: [{ name: 'envoy.filters.http.router', typedConfig: { '@type': ROUTER } }],
            },
          },
        ],
      },
    ],
  };
}

function clusterNames({ routes = [] }: MetaRouteConfiguration): readonly string[] {
  return routes.flatMap(({ route }) => [
    ...(route.cluster === undefined ? [] : [route.cluster]),
    ...(route.weightedClusters?.clusters ?? []).map(({ name }) => name),
    ...(route.requestMirrorPolicies ?? []).map(({ cluster: name }) => name),
  ]);
}

function cluster(name: string, port: number) {
  const address = { socketAddress: { address: '127.0.0.1', portValue: port } };
  return {
    name,
    type: 'STATIC',
    loadAssignment: { clusterName: name, endpoints: [{ lbEndpoints: [{ endpoint: { address } }] }] },
    circuitBreakers: { thresholds: [{ maxConnections: 1000, maxPendingRequests: 10000, maxRequests: 10000 }] },
  };
}

async function startEcho(): Promise<Server> {
  const server = createServer((incoming, response) => {
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, Buffer.from(String(value), 'latin1').toString()]),
    );
    response.setHeader('content-type', 'application/json').end(JSON.stringify(headers));
  });
  // Envoy keeps its connections; one that we close while it sends a request would be a 503.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function listenerPorts(envoy: Envoy): Promise<ReadonlyMap<string, number>> {
  const { listener_statuses: all = [] } = JSON.parse(await envoy.adminPage('/listeners?format=json')) as {
    listener_statuses?: { name: string; local_address: { socket_address: { port_value: number } } }[];
  };
  return new Map(all.map(({ name, local_address: at }) => [name, at.socket_address.port_value]));
}

async function listenerRefusals(envoy: Envoy): Promise<ReadonlyMap<string, string>> {
  const dump = await envoy.adminPage('/config_dump?resource=dynamic_listeners');
  const { configs = [] } = JSON.parse(dump) as {
    configs?: { name: string; error_state?: { details: string } }[];
  };
  return new Map(
    configs.flatMap(({ name, error_state: error }) => (error === undefined ? [] : [[name, error.details]])),
  );
}

function ask(options: { agent: Agent; port: number; headers: readonly string[] }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { agent, port, headers } = options;
    request({ agent, port, host: '127.0.0.1', headers: headers as string[] }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.once('end', () => {
        try {
          resolve(answerOf(response, body));
        } catch (error) {
          reject(error);
        }
      });
    })
      .once('error', reject)
      .end();
  });
}

function answerOf(response: IncomingMessage, body: string): Answer {
  if (response.statusCode === 404) return { route: null, cluster: null, headers: {} };
  if (response.statusCode !== 200) throw new Error(`Envoy answered ${response.statusCode}: ${body}`);
  const { 'x-route': route, 'x-cluster': cluster } = response.headers;
  // Envoy writes a name that is empty as a dash.
  return { route: route === '-' ? '' : String(route ?? ''), cluster: String(cluster ?? ''), headers: JSON.parse(body) };
}
