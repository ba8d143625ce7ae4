import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Mesh, startMesh } from '../mesh.js';
import { requirePart } from '../parts/require-part.js';
import { startZooKeeper, type ZooKeeper, zooKeeperJar } from '../parts/zookeeper.js';

const host = 'zk.shop.svc.cluster.local';
const cluster = `outbound|2181||${host}`;
const service = `
apiVersion: v1
kind: Service
metadata: {name: zk, namespace: shop}
spec: {clusterIP: 10.96.0.12, selector: {app: zk}, ports: [{name: tcp-zookeeper, port: 2181, protocol: TCP}]}
---`;

describe('a real ZooKeeper behind a real Envoy with our filter', function () {
  this.timeout(120_000);
  let zookeeper: ZooKeeper | undefined;
  let mesh: Mesh | undefined;
  before(async function () {
    requirePart(this, 'envoy');
    requirePart(this, 'zookeeper');
    zookeeper = await startZooKeeper();
    const endpoints = { [cluster]: [zookeeper.port], 'inbound|2181||': [zookeeper.port] };
    mesh = await startMesh(service, { endpoints, translate: {} });
  });
  after(async () => {
    await mesh?.stop();
    await zookeeper?.stop();
  });

  it('lets the client of ZooKeeper through and counts its requests', async () => {
    ok(mesh);
    const port = await mesh.port('outbound');
    strictEqual((await counters(mesh, cluster)).create2_rq ?? 0, 0);
    await client(port, 'create', '/orders', 'first');
    match(await client(port, 'get', '/orders'), /^first$/m);
    await client(port, 'set', '/orders', 'second');
    match(await client(port, 'get', '/orders'), /^second$/m);
    const seen = await counters(mesh, cluster);
    const { connect_rq: connects = 0, setdata_rq: sets, getdata_rq: gets, decoder_error: errors } = seen;
    deepStrictEqual({ connects, sets, gets, errors }, { connects: 4, sets: 1, gets: 2, errors: 0 });
    strictEqual((seen.create_rq ?? 0) + (seen.create2_rq ?? 0), 1);
  });

  it('does the same in front of the workload itself', async () => {
    ok(mesh);
    match(await client(await mesh.port('inbound'), 'ls', '/'), /zookeeper/);
    const {
      connect_rq: connects,
      getchildren2_rq: later = 0,
      getchildren_rq: children = 0,
    } = await counters(mesh, 'inbound|2181||');
    deepStrictEqual({ connects, children: later + children }, { connects: 1, children: 1 });
  });
});

/** Runs one command of ZooKeeper's own Java client; gives what it prints. */
async function client(port: number, ...command: readonly string[]): Promise<string> {
  const args = ['-Xmx128m', '-cp', zooKeeperJar, 'org.apache.zookeeper.ZooKeeperMain'];
  const { stdout } = await promisify(execFile)('java', [...args, '-server', `127.0.0.1:${port}`, ...command], {
    timeout: 60_000,
  });
  return stdout;
}

/** The counters of the filter with a stat prefix, by their last word. */
async function counters(mesh: Mesh, prefix: string): Promise<Readonly<Record<string, number>>> {
  const all = await mesh.envoy.stats();
  const start = `${prefix}.zookeeper.`;
  const own = [...all].filter(([name]) => name.startsWith(start));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(start.length), value]));
}
