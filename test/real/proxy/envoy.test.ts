import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../src/model/envoy.js';
import { compileFormat } from '../../../src/proxy/access-log/format.js';
import { timeFormat } from '../../../src/proxy/access-log/time.js';
import { createBalancer } from '../../../src/proxy/balance/balancer.js';
import { createHash64, hashKey } from '../../../src/proxy/balance/xxhash.js';
import type { Cluster, LbPolicy } from '../../../src/proxy/config.js';
import { requestLog } from '../../proxy/request-log.js';
import { httpConnectionManager, listener } from '../bootstrap.js';
import { type Envoy, startEnvoy } from '../parts/envoy.js';
import { temporaryFolder } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';

const weights = [1, 3, 1, 2, 1];
const policies = {
  even: { lbPolicy: 'RING_HASH', weighted: false, config: {} },
  weighted: { lbPolicy: 'RING_HASH', weighted: true, config: { ringHashLbConfig: { minimumRingSize: 100 } } },
  maglev: { lbPolicy: 'MAGLEV', weighted: false, config: {} },
  heavy: { lbPolicy: 'MAGLEV', weighted: true, config: { maglevLbConfig: { tableSize: 251 } } },
} as const;
type Name = keyof typeof policies;
const names = Object.keys(policies) as readonly Name[];

/** What `START_TIME` can be asked for; the first field says which moment it was. */
const times = [
  ...['%s.%6f', '', '%Y/%m/%dT%H:%M:%S%z', '%F %T', '%a %A %b %B %h', '%d %e %j %u %w %y %C', '%I:%M:%S %p', '%r'],
  ...['%R %X %x %D', '%c', '%E3S %E*S %E0S', '%Ez %Z', '%3f %1f', '%s%%'],
];

/** What Envoy and a MetaProtocol proxy can both say of a request. */
const textFormat =
  '%REQ(X-User)% %REQ(none)% %REQ(x-user):3% %REQ(none?X-USER)% %REQ(none):2% %RESPONSE_CODE% %RESPONSE_FLAGS% %RESPONSE_FLAGS_LONG% 100%% "%ROUTE_NAME%" %BYTES_RECEIVED%/%BYTES_SENT% %HOSTNAME% %ENVIRONMENT(HOME)% %ENVIRONMENT(AERAKI_NONE)% %RESPONSE_CODE_DETAILS% %CONNECTION_TERMINATION_DETAILS% %UPSTREAM_TRANSPORT_FAILURE_REASON%\n';
const jsonFormat = {
  user: '%REQ(x-user)%',
  missing: '%REQ(none)%',
  mixed: 'a %REQ(none)% b',
  cut: '%REQ(x-user):3%',
  code: '%RESPONSE_CODE%',
  codeText: 'code %RESPONSE_CODE%',
  flags: '%RESPONSE_FLAGS%',
  long: '%RESPONSE_FLAGS_LONG%',
  ended: '%CONNECTION_TERMINATION_DETAILS%',
  failure: '%UPSTREAM_TRANSPORT_FAILURE_REASON%',
  details: '%RESPONSE_CODE_DETAILS%',
  bytes: '%BYTES_SENT%',
  percent: '%%',
  plain: 'text',
  nested: { route: '%ROUTE_NAME%', list: ['%REQ(none)%', '%RESPONSE_CODE%', 'x'], number: 5, yes: true, none: null },
};

describe('what the proxy does as Envoy does', function () {
  this.timeout(120_000);
  const servers: Server[] = [];
  let ports: readonly number[];
  let envoy: Envoy | undefined;
  let folder: Awaited<ReturnType<typeof temporaryFolder>> | undefined;
  let port: number;

  before(async function () {
    requirePart(this, 'envoy');
    folder = await temporaryFolder('balance');
    ports = await Promise.all(weights.map((_, index) => startServer(index)));
    envoy = await startEnvoy(bootstrap(ports, folder.path));
    port = await envoy.listenerPort('main');
  });
  after(async () => {
    await envoy?.stop();
    for (const server of servers) server.close();
    await folder?.remove();
  });

  async function startServer(index: number): Promise<number> {
    const server = createServer((_request, response) => response.end(String(index)));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  /** The index of the endpoint to which Envoy sends a request whose users these are. */
  const chosen = (cluster: Name, users: readonly string[]): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'x-user': [...users], connection: 'close' };
      const asked = request({ host: '127.0.0.1', port, path: `/${cluster}`, headers, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        response.on('end', () => (response.statusCode === 200 ? resolve(Number(body)) : reject(new Error(body))));
      });
      asked.on('error', reject).end();
    });

  for (const name of names) {
    const { lbPolicy, weighted } = policies[name];
    it(`chooses the same endpoint: ${lbPolicy}${weighted ? ' with weights' : ''}`, async () => {
      const hash64 = await createHash64();
      const balancer = createBalancer(clusterOf(name, ports), { hash64, random: () => 0n, active: () => 0 });
      const met = new Set<number>();
      for (let number = 0; number < 150; number++) {
        const users = number % 3 === 0 ? [`user-${number}`, `a${number}`] : [`user-${number}`];
        const own = balancer.pick(hashKey(hash64, users), () => true);
        strictEqual(own, await chosen(name, users), `${name} ${users}`);
        met.add(own);
      }
      strictEqual(met.size, weights.length);
    });
  }

  it('prints the same moments in every form', async () => {
    await chosen('even', ['clock']);
    for (const line of (await logged('access.log')).slice(-5)) {
      const [moment = '', ...printed] = line.split('|');
      const milliseconds = Number(moment) * 1_000;
      deepStrictEqual(
        printed,
        times.slice(1).map((format) => timeFormat(format)(milliseconds)),
      );
    }
  });

  it('prints the same text and JSON', async () => {
    await chosen('even', ['ann-of-shop']);
    const request = requestLog({
      ...{ attributes: new Map([['x-user', 'ann-of-shop']]), responseCode: 200 },
      ...{ route: undefined, bytesReceived: 0, bytesSent: 1 },
    });
    const context = { hostname: hostname(), environment: (name: string) => process.env[name] };
    const of = (lines: readonly string[]) => lines.filter((line) => line.includes('ann-of-shop'));
    const [text] = of(await logged('text.log', 'ann-of-shop'));
    strictEqual(`${text}\n`, compileFormat({ text: textFormat }, context)(request));
    const [json = ''] = of(await logged('json.log', 'ann-of-shop'));
    deepStrictEqual(JSON.parse(json), JSON.parse(compileFormat({ json: jsonFormat }, context)(request)));
  });

  /** The lines of a log, when Envoy has written one with these words; it does so every ten seconds. */
  async function logged(name: string, words = ''): Promise<readonly string[]> {
    const read = async () => {
      const content = await readFile(join(folder?.path ?? '', name), 'utf8').catch(() => '');
      return content.split('\n').filter((line) => line !== '');
    };
    let lines = await read();
    const end = Date.now() + 40_000;
    while (!lines.some((line) => line.includes(words)) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      lines = await read();
    }
    ok(lines.length > 0, `Envoy has written nothing to ${name}`);
    return lines;
  }
});

function clusterOf(name: Name, ports: readonly number[]): Cluster {
  const { lbPolicy, weighted, config } = policies[name];
  return {
    ...{ name, lbPolicy: lbPolicy satisfies LbPolicy, connectTimeout: 1_000, source: '' },
    minimumRingSize: 'ringHashLbConfig' in config ? config.ringHashLbConfig.minimumRingSize : 1024,
    maglevTableSize: 'maglevLbConfig' in config ? config.maglevLbConfig.tableSize : 65_537,
    endpoints: ports.map((port, index) => ({
      address: { host: '127.0.0.1', port },
      weight: weighted ? (weights[index] ?? 1) : 1,
      labels: {},
    })),
  };
}

function bootstrap(ports: readonly number[], folder: string) {
  const clusters = names.map((name) => ({
    name,
    lbPolicy: policies[name].lbPolicy,
    ...policies[name].config,
    connectTimeout: '1s',
    loadAssignment: {
      clusterName: name,
      endpoints: [
        {
          lbEndpoints: ports.map((portValue, index) => ({
            endpoint: { address: { socketAddress: { address: '127.0.0.1', portValue } } },
            loadBalancingWeight: policies[name].weighted ? weights[index] : 1,
          })),
        },
      ],
    },
  }));
  const routes = names.map((name) => ({
    match: { path: `/${name}` },
    route: { cluster: name, hashPolicy: [{ header: { headerName: 'x-user' } }] },
  }));
  const manager = httpConnectionManager({ virtualHosts: [{ name: 'all', domains: ['*'], routes }] });
  const inlineString = `${times.map((time) => `%START_TIME${time === '' ? '' : `(${time})`}%`).join('|')}\n`;
  const file = (name: string, logFormat: JsonObject): JsonObject => ({
    name: 'envoy.access_loggers.file',
    typedConfig: {
      '@type': 'type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog',
      path: join(folder, name),
      logFormat,
    },
  });
  const accessLog = [
    file('access.log', { textFormatSource: { inlineString } }),
    file('text.log', { textFormatSource: { inlineString: textFormat } }),
    file('json.log', { jsonFormat }),
  ];
  const logged = { ...manager, typedConfig: { ...(manager.typedConfig as JsonObject), accessLog } };
  return { staticResources: { clusters, listeners: [listener('main', [logged])] } };
}
