import assert from 'node:assert/strict';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { attributesOf } from '../../../src/match/attributes.js';
import { choose, decisionOf } from '../../../src/match/decision.js';
import { findService } from '../../../src/match/find-service.js';
import { rulesFromTranslation } from '../../../src/match/from-translation.js';
import { compileRules } from '../../../src/match/service.js';
import { dubboRequest } from '../../codec/dubbo/message.js';
import { type Mesh, startMesh } from '../mesh.js';
import { requirePart } from '../parts/require-part.js';
import { Random } from './random.js';

const SERVICES = 12;
const REQUESTS = 30;

type Attributes = Readonly<Record<string, string>>;

/** One native protocol: services with random rules, requests, and how a request is written. */
interface Protocol {
  readonly name: string;
  /** Resources of one service, `number` of them. */
  service(number: number, random: Random): string;
  request(random: Random): Attributes;
  bytes(attributes: Attributes): Buffer;
  /** The clusters that rules may lead to. */
  clusters(number: number): readonly string[];
  readonly port: number;
}

const words = ['pay', 'payAll', 'refund', 'getStock', 'Pay', ''] as const;
const users = ['vip-1', 'vip', 'bob', 'VIP-1'] as const;
const hostOf = (number: number) => `s${number}.shop.svc.cluster.local`;

const entry = (number: number, port: number, name: string) => `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: s${number}, namespace: shop, annotations: {interface: com.acme.S}}
spec:
  hosts: [${hostOf(number)}]
  addresses: [240.240.1.${number + 1}]
  resolution: STATIC
  ports: [{number: ${port}, name: ${name}, protocol: TCP}]
  workloadSelector: {labels: {app: s${number}}}
---`;

function matcher(random: Random, texts: readonly [string, ...string[]]): string {
  const text = random.from(texts);
  const kind = random.from(['exact', 'prefix', 'regex']);
  const value = kind === 'regex' ? random.from([`${text}.*`, `.*${text.slice(1)}`, 'p[a-z]+', text]) : text;
  return `{${kind}: ${JSON.stringify(kind === 'exact' && value === '' ? 'pay' : value || 'p')}}`;
}

function virtualService(number: number, random: Random, headers: boolean): string {
  const routes = Array.from({ length: 1 + random.below(4) }, () => {
    const parts = [
      ...(random.chance(0.8) ? [`method: ${matcher(random, words)}`] : []),
      ...(headers && random.chance(0.5) ? [`headers: {user: ${matcher(random, users)}}`] : []),
    ];
    const match = parts.length === 0 ? '' : `match: [{${parts.join(', ')}}], `;
    const subset = random.from(['v1', 'v2', 'v3']);
    return `{${match}route: [{destination: {host: ${hostOf(number)}, subset: ${subset}}}]}`;
  });
  return `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: s${number}, namespace: shop}
spec: {hosts: [${hostOf(number)}], http: [${routes.join(', ')}]}
---`;
}

const subsets = (port: number) => (number: number) =>
  ['', 'v1', 'v2', 'v3'].map((subset) => `outbound|${port}|${subset}|${hostOf(number)}`);

const dubbo: Protocol = {
  name: 'dubbo',
  port: 20880,
  service: (number, random) => entry(number, 20880, 'tcp-dubbo') + virtualService(number, random, true),
  request: (random) => ({
    interface: random.chance(0.9) ? 'com.acme.S' : 'com.acme.Other',
    method: random.from(['pay', 'payAll', 'refund', 'getStock', 'Pay', 'x']),
    ...(random.chance(0.7) && { user: random.from(users) }),
  }),
  bytes: ({ interface: path = '', method = '', ...attachments }) => dubboRequest({ path, method, attachments }),
  clusters: subsets(20880),
};

const thrift: Protocol = {
  name: 'thrift',
  port: 9090,
  service: (number, random) => entry(number, 9090, 'tcp-thrift') + virtualService(number, random, false),
  request: (random) => ({ method: random.from(['pay', 'payAll', 'refund', 'getStock', 'Pay', 'x']) }),
  // A call in the binary protocol, framed, with an empty struct of arguments.
  bytes: ({ method = '' }) => {
    const body = Buffer.alloc(4 + 4 + method.length + 4 + 1);
    body.writeUInt32BE(0x80010001, 0);
    body.writeUInt32BE(method.length, 4);
    body.write(method, 8);
    body.writeUInt32BE(1, 8 + method.length);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body]);
  },
  clusters: subsets(9090),
};

const redisHosts = ['a', 'b', 'c'] as const;
const redis: Protocol = {
  name: 'redis',
  port: 6379,
  service: (number, random) => {
    const keys = ['', 'u:', 'u:1', 'user', 'U:', 'x'].filter(() => random.chance(0.6));
    const rules = keys.map((key) => {
      const host = `${random.from(redisHosts)}.shop.svc.cluster.local`;
      return `{match: {key: {prefix: ${JSON.stringify(key)}}}, route: {host: ${host}}}`;
    });
    const all = random.chance(0.6) ? ['{route: {host: a.shop.svc.cluster.local}}'] : [];
    return `${entry(number, 6379, 'tcp-redis')}
apiVersion: redis.aeraki.io/v1alpha1
kind: RedisService
metadata: {name: s${number}, namespace: shop}
spec: {host: [${hostOf(number)}], redis: [${[...rules, ...all].join(', ')}]}
---${
      number > 0
        ? ''
        : redisHosts
            .map(
              (host, index) => `
apiVersion: v1
kind: Service
metadata: {name: ${host}, namespace: shop}
spec: {clusterIP: 10.96.9.${index + 1}, selector: {app: ${host}}, ports: [{name: tcp-redis, port: 6379}]}
---`,
            )
            .join('')
    }`;
  },
  request: (random) => ({ key: random.from(['u:1', 'u:2', 'user:7', 'U:1', 'x', 'zzz']) }),
  bytes: ({ key = '' }) => Buffer.from(`*2\r\n$3\r\nGET\r\n$${key.length}\r\n${key}\r\n`),
  clusters: (number) => [
    `outbound|6379||${hostOf(number)}`,
    ...redisHosts.map((host) => `outbound|6379||${host}.shop.svc.cluster.local`),
  ],
};

describe('decisions about native protocols are those of a real Envoy', function () {
  this.timeout(180_000);
  const started: { stop(): unknown }[] = [];
  before(function () {
    requirePart(this, 'envoy');
  });
  afterEach(async () => {
    for (const each of started.splice(0).reverse()) await each.stop();
  });

  for (const protocol of [dubbo, thrift, redis]) {
    it(`${protocol.name}: ${SERVICES} services with random rules, ${REQUESTS} requests each`, async () => {
      const random = new Random(20_260 + protocol.port);
      const numbers = Array.from({ length: SERVICES }, (_, number) => number);
      const services = numbers.map((number) => protocol.service(number, random));
      const resources = services.join('\n');
      const upstreams = await Upstreams.start(new Set(numbers.flatMap((number) => [...protocol.clusters(number)])));
      started.push(upstreams);
      const mesh: Mesh = await startMesh(resources, { endpoints: upstreams.endpoints });
      started.push(mesh);
      const rules = compileRules(rulesFromTranslation(mesh.translation, new Map()));
      let routed = 0;
      for (const number of numbers) {
        const port = await mesh.port(`outbound-${hostOf(number)}-`);
        const found = findService(rules, hostOf(number), undefined);
        assert.ok('service' in found, hostOf(number));
        for (let count = 0; count < REQUESTS; count += 1) {
          const attributes = protocol.request(random);
          const { clusters } = decisionOf(rules, choose(found.service, attributesOf(attributes)));
          const ours = clusters[0]?.name ?? null;
          const theirs = await upstreams.ask(port, protocol.bytes(attributes)).catch((error: Error) => {
            throw new Error(
              `${error.message}: request ${count}, ${JSON.stringify(attributes)}, ours ${ours}\n${services[number]}`,
            );
          });
          assert.equal(
            ours,
            theirs,
            `${JSON.stringify(attributes)}
${services[number]}`,
          );
          if (theirs !== null) routed += 1;
        }
      }
      assert.ok(routed > SERVICES, `only ${routed} requests were routed`);
    });
  }
});

/** An upstream for each cluster that notes who got a request, and answers nothing. */
class Upstreams {
  readonly endpoints: Record<string, readonly number[]> = {};
  readonly #servers: Server[] = [];
  #seen: (cluster: string) => void = () => undefined;

  static async start(clusters: ReadonlySet<string>): Promise<Upstreams> {
    const upstreams = new Upstreams();
    for (const cluster of clusters) {
      const server = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.on('data', () => upstreams.#seen(cluster));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      upstreams.#servers.push(server);
      upstreams.endpoints[cluster] = [(server.address() as AddressInfo).port];
    }
    return upstreams;
  }

  /** The cluster that a request reaches; null when Envoy answers itself, or ends the connection. */
  ask(port: number, bytes: Buffer): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const client = connect(port, '127.0.0.1', () => client.write(bytes));
      const timer = setTimeout(() => reject(new Error('neither an upstream nor an answer in 20 s')), 20_000);
      let ended = false;
      const end = (answer: string | null): void => {
        // A connection that was closed by us says so when the next one is open.
        if (ended) return;
        ended = true;
        clearTimeout(timer);
        this.#seen = () => undefined;
        client.destroy();
        resolve(answer);
      };
      this.#seen = end;
      client.on('data', () => end(null));
      client.on('close', () => end(null));
      client.on('error', () => end(null));
    });
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) server.close();
  }
}
