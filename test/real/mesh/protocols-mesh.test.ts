import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { built, run } from '../../cli/program.js';
import type { RunningProxy } from '../../proxy/program.js';
import { freePort } from '../parts/place.js';
import { requirePart } from '../parts/require-part.js';
import { type Caller, type Servers, startCaller, startServers } from '../peers/peer.js';
import { bounds, tally } from '../proxy/fixture.js';
import { settles } from '../sidecar/traffic.js';
import { framedBinary, startThriftServer, type ThriftServer, thriftClient } from '../thrift/service.js';
import { type AerakiMesh, startAerakiMesh } from './mesh.js';
import { hostOf, type Protocol, protocolRules, share, strict } from './protocols.js';

const pods = ['127.66.61.6', '127.66.61.7'] as const;

/** The protocols whose clients and servers are programs of their own. */
const peerOf = { dubbo: 'dubbo-java', trpc: 'trpc-go', brpc: 'brpc-java' } as const;
type PeerProtocol = keyof typeof peerOf;
const peerProtocols = Object.keys(peerOf) as PeerProtocol[];

/** Apache Dubbo for Java, npm thrift, trpc-go and brpc-java: client → consumer proxy → mutual TLS → provider proxy → server. */
describe('aeraki proxy --xds: real Dubbo, Thrift, tRPC and bRPC through two proxies with mutual TLS', function () {
  this.timeout(240_000);
  let mesh: AerakiMesh;
  let consumer: RunningProxy;
  let ports: Readonly<Record<Protocol, number>>;
  const providers: RunningProxy[] = [];
  const thrifts: ThriftServer[] = [];
  const peers = new Map<Protocol, Servers>();
  const callers = new Map<PeerProtocol, Caller>();

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'istiod', ...Object.values(peerOf)] as const) requirePart(this, part);
    await built();
    ports = { dubbo: await freePort(), thrift: await freePort(), trpc: await freePort(), brpc: await freePort() };
    for (const name of ['v1', 'v2']) thrifts.push(await startThriftServer(name, framedBinary));
    for (const protocol of peerProtocols) {
      peers.set(protocol, await startServers(peerOf[protocol], ['v1', 'v2']));
      callers.set(protocol, await startCaller(peerOf[protocol]));
    }
    mesh = await startAerakiMesh({
      rules: protocolRules(ports, 'v1'),
      workloads: [
        { name: 'web-1', ip: '127.66.61.5', labels: { app: 'web' } },
        ...pods.map((ip, at) => ({
          ...{ name: `orders-${at + 1}`, ip, labels: { app: 'orders', version: `v${at + 1}` } },
        })),
      ],
    });
    await mesh.server.admin.create([strict]);
    for (const at of [0, 1]) {
      const version = `v${at + 1}`;
      const upstreams = (Object.keys(ports) as Protocol[]).flatMap((name) => {
        const server = name === 'thrift' ? thrifts[at]?.port : peers.get(name)?.ports[version];
        return ['--upstream', `inbound|${ports[name]}||=127.0.0.1:${server ?? 0}`];
      });
      providers.push(await mesh.proxy(`orders-${at + 1}`, '--traffic', 'inbound', ...upstreams));
    }
    consumer = await mesh.proxy('web-1', '--traffic', 'outbound');
    for (const port of Object.values(ports))
      await consumer.says(new RegExp(`^Listening on 127\\.0\\.0\\.1:${port} `, 'm'));
  });
  after(async () => {
    await mesh?.stop();
    for (const each of [...callers.values(), ...peers.values(), ...thrifts]) await each.stop();
  });

  async function thrift(method: 'pay' | 'ping'): Promise<string> {
    const client = thriftClient(ports.thrift, framedBinary);
    try {
      return await client.call(method);
    } finally {
      client.close();
    }
  }
  async function peer(protocol: PeerProtocol, method: string, args: readonly string[] = ['u']) {
    const answer = await callers.get(protocol)?.call({ port: ports[protocol], method, args, timeout: 5_000 });
    assert.equal(
      answer?.exception,
      undefined,
      `${JSON.stringify(answer?.exception)} ${consumer.stderr().slice(-1500)}`,
    );
    return answer;
  }

  const value = async (...call: Parameters<typeof peer>) => (await peer(...call))?.value;

  it('routes Dubbo by method, and carries large texts', async () => {
    await settles(async () =>
      assert.deepEqual([await value('dubbo', 'pay'), await value('dubbo', 'refund')], ['v2', 'v1']),
    );
    const text = 'ä'.repeat(500_000);
    assert.equal(await value('dubbo', 'same', [text]), text);
  });

  it('splits by weight', async () => {
    const count = 500;
    const answers = await Promise.all(Array.from({ length: count }, () => peer('dubbo', 'same')));
    const servers = tally(answers.map((answer) => answer?.attachments.server));
    assert.deepEqual(Object.keys(servers).sort(), ['v1', 'v2']);
    const [least, most] = bounds(count, share / 100);
    assert.ok(least < (servers.v1 ?? 0) && (servers.v1 ?? 0) < most, JSON.stringify(servers));
  });

  it('routes Thrift by method', async () => {
    await settles(async () => assert.deepEqual([await thrift('pay'), await thrift('ping')], ['v2', 'v1']));
  });

  it('routes tRPC by its function, and carries large texts', async () => {
    await settles(async () =>
      assert.deepEqual([await value('trpc', 'Pay'), await value('trpc', 'Refund')], ['v2', 'v1']),
    );
    const text = 'ä'.repeat(500_000);
    assert.equal(await value('trpc', 'Same', [text]), text);
  });

  it('carries bRPC, large texts too', async () => {
    await settles(async () => assert.equal(await value('brpc', 'Pay'), 'v2'));
    const text = 'ä'.repeat(500_000);
    assert.equal(await value('brpc', 'Same', [text]), text);
  });

  it('takes nothing in clear text', async () => {
    for (const port of Object.values(ports)) {
      await settles(async () => {
        const words = await new Promise<string>((resolve) => {
          let text = '';
          const socket = connect(port, pods[0], () => socket.write('in clear text, and long enough for every codec\n'));
          socket.on('data', (part) => {
            text += part.toString('latin1');
          });
          socket.on('error', () => {}).on('close', () => resolve(text));
        });
        assert.equal(words, '');
      });
    }
    assert.ok(providers.every((each) => each.lines.every(({ ok }) => ok)));
  });

  it('shows in proxy-config, describe and diff what it has of istiod', async () => {
    const admin = ['--admin-address', consumer.admin];
    const listeners = await run(['proxy-config', 'listener', ...admin]);
    assert.equal(listeners.code, 0, listeners.stderr);
    for (const port of Object.values(ports))
      assert.match(listeners.stdout, new RegExp(`127\\.0\\.0\\.1\\s+${port}\\s`));
    const dump = join(mesh.folder, 'consumer.dump');
    await writeFile(dump, await (await fetch(`http://${consumer.admin}/config_dump?include_eds`)).text());
    const rules = join(mesh.folder, 'rules.yaml');
    for (const protocol of Object.keys(ports) as Protocol[]) {
      const described = await run(['describe', hostOf(protocol), rules, '--dump', dump, '--fixed']);
      assert.equal(described.code, 0, described.stdout + described.stderr);
      assert.match(described.stdout, /listener/i);
      assert.doesNotMatch(described.stdout, /✗/);
    }
    const same = await run(['diff', rules, '--dump', dump, '--fixed']);
    assert.equal(same.code, 0, same.stdout + same.stderr);
    // And what is not the same is seen.
    const other = join(mesh.folder, 'other.yaml');
    await writeFile(other, protocolRules(ports, 'v2'));
    const differs = await run(['diff', other, '--dump', dump, '--fixed']);
    assert.equal(differs.code, 1, differs.stdout + differs.stderr);
    assert.match(differs.stdout, /thrift-rest|v2/);
  });

  it('loses no request while the API server is gone, and takes an edit when it is back', async () => {
    const failed: string[] = [];
    let stopped = false;
    const load = [thrift('ping'), value('trpc', 'Refund')].map(async (first, at) => {
      await first;
      while (!stopped) {
        await (at === 0 ? thrift('ping') : value('trpc', 'Refund')).catch((error: unknown) =>
          failed.push(String(error)),
        );
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    await mesh.server.crash();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await mesh.server.restart();
    await settles(() => mesh.edit(protocolRules(ports, 'v2')));
    await settles(async () => assert.deepEqual([await thrift('ping'), await value('trpc', 'Refund')], ['v2', 'v2']));
    stopped = true;
    await Promise.all(load);
    assert.deepEqual(failed, []);
  });
});
