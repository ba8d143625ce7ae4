import assert from 'node:assert/strict';
import { dubbo } from '../../src/codec/dubbo/dubbo.js';
import { dubboRequest, dubboResponse } from '../codec/dubbo/message.js';
import { parts } from './fixture.js';
import { until } from './plane.js';
import { cluster, service, to } from './rules.js';

const KIB = 1024;
const MIB = 1024 * KIB;
/** With answers of 64 KiB more than the buffers of the system hold. */
const MANY = 400;

/** Clients that do not read share connections to servers with others. */
describe('proxy: a client that does not read', function () {
  this.timeout(120_000);

  const { plane: start, server, client } = parts(dubbo);
  const rules = service('dubbo', `- name: all\n  route: [${to('v1')}]`);
  const upstreams = (port: number) => ({ [cluster('v1')]: [port] });
  const requests = (count: number, method = 'large') =>
    Array.from({ length: count }, (_, id) => dubboRequest({ id: BigInt(id), method }));
  /** A server whose answers to `large` have a text of so many octets. */
  const withAnswers = (size: number) => {
    const body = 'x'.repeat(size);
    return server((message) => {
      const large = message.attributes.get('method') === 'large';
      return dubboResponse(message.id ?? 0n, 4, [large ? body : 'ok', { server: 'v1' }]);
    });
  };

  for (const version of ['ideal', '1.4'] as const) {
    it(`does not hold back another one on the same connection to the server (${version})`, async () => {
      const v1 = await withAnswers(64 * KIB);
      const plane = await start({ rules, version, upstreams: upstreams(v1.port), settings: { slowClient: 60_000 } });
      const [deaf, other] = [await client(plane), await client(plane)];
      deaf.socket.pause();
      deaf.send(...requests(MANY));
      await until(() => v1.got.length >= 64, 'the first answers');
      // The system's buffers are full, and nothing moves any more.
      for (let before = -1; before !== v1.got.length; ) {
        before = v1.got.length;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      assert.ok(v1.got.length < MANY, `${v1.got.length} requests were passed on`);
      assert.deepStrictEqual(plane.troubles, []);
      for (let id = 0; id < 50; id++) await other.ask(dubboRequest({ id: BigInt(id), method: 'small' }));
      if (version === 'ideal') assert.equal(v1.connections, 1);
      // It has missed nothing when it reads at last.
      deaf.socket.resume();
      await deaf.until(MANY);
      assert.equal(new Set(deaf.received.map(({ id }) => id)).size, MANY);
    });
  }

  it('is cut when more waits for it than may', async () => {
    const v1 = await withAnswers(MIB);
    const settings = { maxUnread: 8 * MIB, slowClient: 60_000 };
    const plane = await start({ rules, upstreams: upstreams(v1.port), settings });
    const [deaf, other] = [await client(plane), await client(plane)];
    deaf.socket.pause();
    const kept = () => plane.plane.listeners[0]?.buffered ?? 0;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, kept());
    }, 1);
    deaf.send(...requests(16), ...requests(16));
    await until(() => plane.troubles.length > 0, 'the client to be cut');
    clearInterval(watch);
    assert.match(plane.troubles.join('\n'), /^127\.0\.0\.1:\d+ does not read its answers, and \d+ octets of them wait/);
    assert.equal(plane.troubles.length, 1);
    // One message more than the bound at most, and the requests.
    assert.ok(most <= settings.maxUnread + 2 * MIB, `${most} octets were kept`);
    await until(() => kept() === 0, 'what was kept to be given up');
    await other.ask(dubboRequest({ id: 1n, method: 'small' }));
    assert.equal(v1.connections, 1);
  });

  it('is cut after a while though little waits for it', async () => {
    const v1 = await withAnswers(64 * KIB);
    const plane = await start({ rules, upstreams: upstreams(v1.port), settings: { slowClient: 300 } });
    const deaf = await client(plane);
    deaf.socket.pause();
    deaf.send(...requests(MANY));
    await until(() => plane.troubles.length > 0, 'the client to be cut');
    assert.match(plane.troubles.join('\n'), /does not read its answers\. The connection is closed/);
  });

  it('is not one that reads slowly, nor one that asks for one long answer', async () => {
    const v1 = await withAnswers(256 * KIB);
    const settings = { maxBuffered: 256 * KIB, maxUnread: 8 * MIB, slowClient: 1000 };
    const plane = await start({ rules, upstreams: upstreams(v1.port), settings });
    const slow = await client(plane);
    const count = 200;
    slow.send(...requests(count));
    slow.socket.on('data', () => {
      slow.socket.pause();
      setTimeout(() => slow.socket.resume(), 2);
    });
    await slow.until(count);
    assert.deepStrictEqual(plane.troubles, []);
    assert.equal(slow.received.length, count);
    const long = await withAnswers(12 * MIB);
    const second = await start({ rules, upstreams: upstreams(long.port), settings });
    const one = await client(second);
    assert.ok((await one.ask(dubboRequest({ id: 1n, method: 'large' }))).bytes.length > 12 * MIB);
    assert.deepStrictEqual([...plane.troubles, ...second.troubles], []);
  });
});
