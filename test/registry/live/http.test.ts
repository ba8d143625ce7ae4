import { deepStrictEqual, ok, rejects } from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RegistryClient } from '../../../src/registry/live/client.js';
import { parseConnection } from '../../../src/registry/live/connection.js';
import { openRegistry } from '../../../src/registry/live/open.js';
import { readStates } from '../../../src/registry/services/read.js';

type Answer = readonly [status: number, body: unknown, headers?: Readonly<Record<string, string>>];

/** Consul, Nacos and Eureka as they answer over HTTP; the bodies are those of their documentation and of spec/registry.md. */
describe('registry: clients over HTTP, against a stand-in', () => {
  let server: Server;
  let port = 0;
  let answer: (path: string, query: URLSearchParams) => Answer = () => [404, {}];
  const asked: string[] = [];

  before(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://x');
      asked.push(`${request.method} ${url.pathname}`);
      const [status, body, headers = {}] = answer(url.pathname, url.searchParams);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  async function client(kind: string, more: { username?: string; password?: string } = {}): Promise<RegistryClient> {
    const settings = { root: '/dubbo', timeout: 5000, datacenters: [], namespaces: [], groups: [], ...more };
    const result = parseConnection(`${kind}://127.0.0.1:${port}`, settings);
    ok('connection' in result);
    return openRegistry(result.connection);
  }

  async function read(kind: string, more = {}): Promise<readonly unknown[]> {
    const own = await client(kind, more);
    try {
      const [state] = readStates(await own.read(), { root: '/dubbo', level: 'both' });
      return (state?.services ?? []).flatMap(({ name, instances }) =>
        instances.map(({ address, port: number, health, protocol }) => [name, address, number, protocol, health]),
      );
    } finally {
      await own.close();
    }
  }

  const index = { 'x-consul-index': '7' };
  const node = { Node: 'n1', Address: '10.0.0.1', Datacenter: 'dc1' };
  const service = (id: string, number: number): unknown => ({
    ID: id,
    Service: 'orders',
    Tags: ['version|v1'],
    Address: '10.1.0.1',
    Meta: { protocol: 'dubbo' },
    Port: number,
    Weights: { Passing: 1, Warning: 1 },
  });
  const consul = (path: string): Answer => {
    switch (path) {
      case '/v1/catalog/services':
        return [200, { consul: [], orders: ['version|v1'] }, index];
      case '/v1/health/state/warning':
        return [200, [], index];
      case '/v1/health/state/critical':
        return [200, [{ Node: 'n1', CheckID: 'service:o2', ServiceID: 'o2', Status: 'critical' }], index];
      case '/v1/catalog/nodes':
        return [200, [node]];
      case '/v1/catalog/node-services/n1':
        return [200, { Node: node, Services: [service('o1', 20880), service('o2', 20881)] }];
      default:
        return [404, {}];
    }
  };

  it('Consul: the catalog by node, with health', async () => {
    answer = consul;
    deepStrictEqual(await read('consul'), [
      ['orders', '10.1.0.1', 20880, 'dubbo', 'passing'],
      ['orders', '10.1.0.1', 20881, 'dubbo', 'critical'],
    ]);
  });

  it('Consul: one part that answers 500 makes the whole a failure, so that nothing looks gone', async () => {
    answer = (path) => (path.startsWith('/v1/catalog/node-services') ? [500, 'rpc error'] : consul(path));
    await rejects(read('consul'), /HTTP 500 to \/v1\/catalog\/node-services\/n1/);
    answer = (path) => (path === '/v1/catalog/services' ? [403, 'Permission denied'] : consul(path));
    await rejects(read('consul'), /refuses the credentials \(HTTP 403\)/);
  });

  it('Consul: an answer without any node is a token that may see none, not an empty registry', async () => {
    answer = (path) => (path.startsWith('/v1/catalog/nodes') ? [200, []] : consul(path));
    await rejects(read('consul'), /shows nothing to this token/);
    answer = (path) => (path.startsWith('/v1/catalog/node-services') ? [200, { Node: {} }] : consul(path));
    await rejects(read('consul'), /not as expected/);
  });

  const nacos = (path: string, query: URLSearchParams): Answer => {
    switch (path) {
      case '/nacos/v1/auth/login':
        return [200, { accessToken: 't', tokenTtl: 18000 }];
      case '/nacos/v1/console/namespaces':
        return query.get('accessToken') === 't'
          ? [200, { data: [{ namespace: '' }, { namespace: 'prod' }] }]
          : [403, {}];
      case '/nacos/v1/ns/catalog/services':
        return query.get('namespaceId') === 'prod'
          ? [200, { count: 1, serviceList: [{ name: 'web', groupName: 'g1' }] }]
          : [200, { count: 0, serviceList: [] }];
      case '/nacos/v1/ns/instance/list':
        return [
          200,
          { hosts: [{ ip: '10.1.0.1', port: 8080, weight: 1, healthy: false, enabled: true, metadata: { a: 1 } }] },
        ];
      default:
        return [404, {}];
    }
  };

  it('Nacos: all namespaces and groups, after a login', async () => {
    answer = nacos;
    deepStrictEqual(await read('nacos', { username: 'u', password: 'hunter2' }), [
      ['web', '10.1.0.1', 8080, 'http', 'critical'],
    ]);
    await rejects(read('nacos'), /refuses the credentials/);
  });

  it('Nacos: an empty answer is asked again before a watch believes it', async function () {
    this.timeout(120_000);
    let empty = 0;
    answer = (path, query) => {
      if (path === '/nacos/v1/ns/instance/list' && empty > 0) {
        empty--;
        return [200, { hosts: [] }];
      }
      return nacos(path, query);
    };
    const own = await client('nacos', { username: 'u' });
    let changes = 0;
    try {
      await own.watch({ changed: () => changes++, trouble: () => undefined, recovered: () => undefined });
      empty = 1;
      await new Promise((resolve) => setTimeout(resolve, 2000));
      deepStrictEqual([empty, changes], [0, 0]);
    } finally {
      await own.close();
    }
  });

  it('Eureka: ports and status in its own JSON', async () => {
    const instance = (status: string, address: string): unknown => ({
      instanceId: address,
      ipAddr: address,
      status,
      port: { $: 8080, '@enabled': 'true' },
      securePort: { $: 443, '@enabled': 'false' },
      metadata: { '@class': 'java.util.Collections$EmptyMap' },
    });
    const one = { name: 'ORDERS', instance: [instance('UP', '10.1.0.1'), instance('DOWN', '10.1.0.2')] };
    answer = (path) => (path === '/eureka/apps' ? [200, { applications: { application: [one] } }] : [404, {}]);
    deepStrictEqual(await read('eureka'), [
      ['orders', '10.1.0.1', 8080, 'http', 'passing'],
      ['orders', '10.1.0.2', 8080, 'http', 'critical'],
    ]);
  });
});
