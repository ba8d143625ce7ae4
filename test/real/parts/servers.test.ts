import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert/strict';
import { chromium } from './chromium.js';
import { startEtcd } from './etcd.js';
import { exchange, startRedis } from './redis.js';
import { requirePart } from './require-part.js';
import { startZooKeeper } from './zookeeper.js';

describe('the start helpers of small servers', function () {
  this.timeout(120_000);

  it('starts and stops etcd', async function () {
    requirePart(this, 'etcd');
    const etcd = await startEtcd();
    deepStrictEqual(await (await fetch(`${etcd.url}/health`)).json(), { health: 'true' });
    await etcd.stop();
    await rejects(fetch(`${etcd.url}/health`));
  });

  it('starts and stops Redis, with a password too', async function () {
    requirePart(this, 'redis');
    const redis = await startRedis(['--requirepass', 'x']);
    match(await exchange(redis.port, 'PING\r\n'), /^-NOAUTH/);
    match(await exchange(redis.port, 'AUTH x\r\n'), /^\+OK/);
    await redis.stop();
    await rejects(exchange(redis.port, 'PING\r\n'));
  });

  it('says why Redis does not start', async function () {
    requirePart(this, 'redis');
    await rejects(startRedis(['--no-such-flag']), /redis-server ended before it was ready[\s\S]*no-such-flag/);
  });

  it('starts and stops ZooKeeper', async function () {
    requirePart(this, 'zookeeper');
    const zookeeper = await startZooKeeper();
    match(await exchange(zookeeper.port, 'srvr'), /Zookeeper version/);
    await zookeeper.stop();
    await rejects(exchange(zookeeper.port, 'srvr'));
  });

  it('starts and stops Chromium', async function () {
    requirePart(this, 'chromium');
    const browser = await chromium();
    try {
      const page = await browser.newPage();
      await page.setContent('<h1>hello</h1>');
      strictEqual(await page.textContent('h1'), 'hello');
    } finally {
      await browser.close();
    }
    ok(!browser.isConnected());
  });
});
