import assert from 'node:assert/strict';
import type { Message } from '../../../src/codec/codec.js';
import { dubbo } from '../../../src/codec/dubbo/dubbo.js';
import { built, run } from '../../cli/program.js';
import { dubboRequest, dubboResponse } from '../../codec/dubbo/message.js';
import { Client, Upstream, until } from '../../proxy/plane.js';
import type { RunningProxy } from '../../proxy/program.js';
import { freePort } from '../parts/place.js';
import { type RateLimitService, startRateLimit } from '../parts/ratelimit.js';
import { type RedisServer, startRedis } from '../parts/redis.js';
import { requirePart } from '../parts/require-part.js';
import { settles } from '../sidecar/traffic.js';
import { byHand, late, limitsOfAll, rules, VIP } from './dubbo-rules.js';
import { startLoad } from './load.js';
import { type AerakiMesh, startAerakiMesh } from './mesh.js';

const CONSUMER = '127.66.30.5';
const V1 = '127.66.30.6';
const V2 = '127.66.30.7';

/** Answers with its name, and where the connection came from. */
const named = (name: string) => (message: { kind: string; id?: bigint | undefined }) =>
  message.kind === 'request' ? dubboResponse(message.id ?? 0n, 4, [name, { server: name }]) : undefined;

describe('aeraki proxy --xds: a real istiod, consumer proxy to provider proxy with mutual TLS', function () {
  this.timeout(180_000);
  let mesh: AerakiMesh;
  let port = 0;
  let redis: RedisServer | undefined;
  let limiter: RateLimitService | undefined;
  const rulesTo = (payTo: string) => rules({ port, limiter: Number(limiter?.address.split(':')[1]), payTo });
  let consumer: RunningProxy;
  const providers: RunningProxy[] = [];
  const servers: Upstream[] = [];
  const clients: Client[] = [];

  before(async function () {
    for (const part of ['apiserver', 'etcd', 'istiod', 'redis', 'ratelimit'] as const) requirePart(this, part);
    await built();
    port = await freePort();
    redis = await startRedis();
    limiter = await startRateLimit(redis.port, limitsOfAll);
    mesh = await startAerakiMesh({
      rules: rulesTo('v2'),
      workloads: [
        { name: 'web-1', ip: CONSUMER, labels: { app: 'web' } },
        { name: 'orders-1', ip: V1, labels: { app: 'orders', version: 'v1' } },
        { name: 'orders-2', ip: V2, labels: { app: 'orders', version: 'v2' } },
      ],
    });
    for (const [at, name] of ['orders-1', 'orders-2'].entries()) {
      const server = await Upstream.start(dubbo, named(`v${at + 1}`));
      servers.push(server);
      providers.push(
        await mesh.proxy(name, '--traffic', 'inbound', '--upstream', `inbound|${port}||=127.0.0.1:${server.port}`),
      );
    }
    consumer = await mesh.proxy('web-1', '--traffic', 'outbound');
    await consumer.says(new RegExp(`^Listening on ${VIP}:${port} `, 'm'));
  });
  after(async () => {
    for (const client of clients) client.close();
    await mesh?.stop();
    for (const server of servers) await server.kill();
    await limiter?.stop();
    await redis?.stop();
  });

  async function client(): Promise<Client> {
    const made = await Client.to(port, dubbo, VIP);
    clients.push(made);
    return made;
  }

  const told = () => `${consumer.stderr()} ${providers.map((each) => each.stderr()).join('\n')}`;

  async function answerTo(from: Client, method: string, user = 'ann'): Promise<Message> {
    return from.ask(dubboRequest({ id: BigInt(from.received.length) + 1n, method, attachments: { user } }));
  }

  async function ask(from: Client, id: bigint, method: string): Promise<string | undefined> {
    const answer = await from.ask(dubboRequest({ id, method }));
    assert.equal(answer.failed, false, `${answer.details.status} ${told()}`);
    return answer.attributes.get('server');
  }

  it('routes by the rules, through both proxies', async () => {
    await settles(async () => {
      const one = await client();
      assert.equal(await ask(one, 1n, 'sayHello'), 'v1');
      assert.equal(await ask(one, 2n, 'pay'), 'v2');
    });
    const [line] = providers[0]?.lines.slice(-1) ?? [];
    assert.equal(line?.service, `inbound|${port}||:${port}`);
  });

  it('mirrors what a rule mirrors, and gives the answer of the one that was asked', async () => {
    const [, v2] = servers;
    const mirrored = () => v2?.got.filter(({ attributes }) => attributes.get('method') === 'mirrored').length ?? 0;
    const one = await client();
    for (let n = 0; n < 20; n++) assert.equal((await answerTo(one, 'mirrored')).attributes.get('server'), 'v1', told());
    await until(() => mirrored() === 20, 'the copies');
  });

  it('changes request and answer as the rule says', async () => {
    const one = await client();
    const { attributes } = await answerTo(one, 'changed');
    assert.deepEqual([attributes.get('server'), attributes.get('seen-by')], ['v1', 'consumer'], told());
    assert.equal(servers[0]?.got.at(-1)?.attributes.get('stage'), 'canary');
    const plain = await answerTo(one, 'sayHello');
    assert.equal(plain.attributes.get('seen-by'), undefined);
    assert.equal(servers[0]?.got.at(-1)?.attributes.get('stage'), undefined);
  });

  it('sends a user to one server by the hash of the DestinationRule, whichever connection it comes on', async () => {
    const users = Array.from({ length: 40 }, (_, at) => `user-${at}`);
    const places: (readonly (string | undefined)[])[] = [];
    for (let round = 0; round < 3; round++) {
      const one = await client();
      const found = [];
      for (const user of users) found.push((await answerTo(one, 'hashed', user)).attributes.get('server'));
      places.push(found);
    }
    assert.deepEqual(places[1], places[0]);
    assert.deepEqual(places[2], places[0]);
    assert.deepEqual([...new Set(places[0])].toSorted(), ['v1', 'v2']);
  });

  it("keeps the limit of Envoy's rate-limit service, which both providers ask at the cluster that istiod gave", async () => {
    const one = await client();
    // A service that is not reached lets everything pass: both providers reach it once both refuse.
    for (const method of ['scarce-here', 'scarce-there'])
      await settles(async () => assert.equal((await answerTo(one, method, 'first')).failed, true, told()));
    const failed = [];
    for (const method of ['scarce-here', 'scarce-there', 'scarce-here', 'scarce-there', 'scarce-here'])
      failed.push((await answerTo(one, method, 'vip')).failed);
    assert.deepEqual(failed, [false, false, false, true, true], told());
    assert.equal((await answerTo(one, 'scarce-there', 'bob')).failed, false, 'another has a limit of its own');
    assert.equal((await answerTo(one, 'sayHello', 'vip')).failed, false, 'other methods have none');
  });

  it('shows what came from istiod, by its own names and addresses', async () => {
    const { stdout, code } = await run(['proxy-config', 'listener', '--admin-address', consumer.admin]);
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`${VIP}\\s+${port}\\s.*MetaProtocol`));
    const clusters = await run(['proxy-config', 'cluster', '--admin-address', consumer.admin, '-o', 'json']);
    assert.match(clusters.stdout, /transport_socket_matches|transportSocketMatches/);
    const endpoints = await run(['proxy-config', 'endpoint', '--admin-address', consumer.admin]);
    assert.match(endpoints.stdout, new RegExp(`${V2}:${port}\\s+HEALTHY`));
    const routes = await run(['proxy-config', 'route', '--admin-address', providers[0]?.admin ?? '']);
    assert.match(routes.stdout, new RegExp(`inbound\\|${port}\\|\\|`));
    const secrets = await (await fetch(`http://${consumer.admin}/config_dump`)).text();
    assert.match(secrets, /"name": "ROOTCA"/);
    assert.doesNotMatch(Buffer.from(secrets).toString(), /PRIVATE KEY/);
  });

  it('speaks mutual TLS, so that a mesh that wants nothing else works, and refuses clear text then', async () => {
    const clear = await Client.to(port, dubbo, V1);
    clients.push(clear);
    assert.equal(await ask(clear, 1n, 'sayHello'), 'v1', 'permissive: clear text is taken');
    const under = startLoad(client, 'pay');
    await mesh.server.admin.create([
      {
        apiVersion: 'security.istio.io/v1',
        kind: 'PeerAuthentication',
        metadata: { name: 'strict', namespace: 'shop' },
        spec: { mtls: { mode: 'STRICT' } },
      },
    ]);
    await settles(async () => {
      const refused = await Client.to(port, dubbo, V1);
      clients.push(refused);
      refused.send(dubboRequest({ id: 1n }));
      await Promise.race([refused.untilClosed(), refused.until(1)]);
      assert.equal(refused.received.length, 0);
    });
    assert.deepStrictEqual((await under.stop()).failed, []);
  });

  it('takes an edited rule under load without a failed request', async () => {
    const under = startLoad(client, 'pay');
    await settles(async () => assert.ok(under.seen.has('v2')));
    await mesh.edit(rulesTo('v1'));
    const one = await client();
    await settles(async () => assert.equal(await ask(one, 1n, 'pay'), 'v1'));
    assert.deepStrictEqual((await under.stop()).failed, []);
  });

  it('keeps what it had while istiod is gone, and is its proxy again when it is back', async () => {
    const under = startLoad(client, 'pay');
    await mesh.istiod.crash();
    await consumer.says(/stays in force\. Trying again/);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await mesh.istiod.restart();
    // What is told now comes from the istiod of now.
    await mesh.server.admin.create([late('127.66.31.11', port, servers[1]?.port ?? 0)]);
    await consumer.says(new RegExp(`^Listening on 127\\.66\\.31\\.11:${port} `, 'm'));
    // A listener may be there before the endpoints of its cluster, as in Envoy; then a connection is closed.
    await settles(async () => {
      const passed = await Client.to(port, dubbo, '127.66.31.11');
      clients.push(passed);
      assert.equal(await ask(passed, 7n, 'sayHello'), 'v2', 'plain TCP passes through');
    });
    assert.deepStrictEqual((await under.stop()).failed, []);
  });

  it('refuses a bad filter that somebody wrote by hand, and keeps the good one', async () => {
    const under = startLoad(client, 'pay');
    await mesh.server.admin.create([byHand(port)]);
    await consumer.says(/Refused of the control plane: .*neither rds nor routeConfig/);
    const one = await client();
    assert.equal(await ask(one, 1n, 'sayHello'), 'v1');
    const path = '/apis/networking.istio.io/v1alpha3/namespaces/shop/envoyfilters/by-hand';
    await mesh.server.admin.call('DELETE', path);
    await settles(async () => {
      const dump = await (await fetch(`http://${consumer.admin}/config_dump?resource=dynamic_listeners`)).text();
      assert.doesNotMatch(dump, /error_state/);
    });
    assert.equal(await ask(one, 2n, 'sayHello'), 'v1');
    assert.deepStrictEqual((await under.stop()).failed, []);
  });
});
