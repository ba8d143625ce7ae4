import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { built, folder } from '../cli/program.js';
import { routeNameOf, rulesOf } from './rules.js';
import { type Serving, startServe, until } from './serve.js';
import { openDelta, paths } from './stream.js';
import { openUnread } from './unread.js';

/** Enough routes that a response is larger than what sockets and windows take: about 400 kB. */
const services = Array.from({ length: 1_000 }, (_, index) => `s${index}`);
const watched = routeNameOf('s0');

describe('rds serve under faults', function () {
  this.timeout(300_000);
  let files: Awaited<ReturnType<typeof folder>>;
  let report: Awaited<ReturnType<typeof folder>>;
  let serving: Serving;
  /** Another client, which must notice nothing. */
  let witness: ReturnType<typeof openDelta>;
  let edition = 0;
  let warm = 0;

  before(async () => {
    await built();
    files = await folder({ 'all.yaml': services.map((name) => rulesOf(name, 'v1')).join('---\n') });
    report = await folder();
    const preload = fileURLToPath(new URL('collectable.cjs', import.meta.url));
    serving = await startServe([files.path, '--watch'], [process.execPath, '--expose-gc', '--require', preload], {
      AERAKI_TEST_MEMORY: join(report.path, 'memory'),
    });
    witness = openDelta(serving.port);
    witness.send({ resourceNamesSubscribe: [watched] });
    await witness.next();
    // Warm: what any client of an ordinary day makes the server load and compile.
    for (let index = 0; index < 300; index++) {
      const one = openDelta(serving.port);
      one.send({});
      const response = await one.next();
      one.send({ responseNonce: response.nonce });
      one.close();
    }
    for (let index = 0; index < 10; index++) await editAll();
    await edit();
    warm = await memory();
  });
  after(async () => {
    witness.close();
    assert.equal(await serving.stop(), 0);
    files.remove();
    report.remove();
  });
  afterEach(async () => {
    await edit();
    assert.equal(serving.process.exitCode, null);
    // What a closed connection holds goes with its last timers, so there are some tries.
    const limit = warm * 1.2;
    let now = await memory();
    for (let tries = 0; now > limit && tries < 20; tries++) {
      await sleep(500);
      now = await memory();
    }
    console.log(`      ${(now / warm).toFixed(2)} × of the ${(warm / 2 ** 20).toFixed(0)} MiB in use after warm-up`);
    assert(now <= limit, `${now} octets are more than 1.2 × ${warm}`);
  });

  /** Changes the route that the witness watches, and sees that it gets it, and that alone. */
  async function edit(): Promise<void> {
    edition += 1;
    const all = services.map((name, index) => rulesOf(name, index === 0 ? `e${edition}` : 'v1'));
    await writeFile(join(files.path, 'all.yaml'), all.join('---\n'));
    const deadline = Date.now() + 60_000;
    for (;;) {
      try {
        const response = await witness.next();
        assert.deepEqual(
          response.resources.map(({ name }) => name),
          [watched],
        );
        witness.send({ responseNonce: response.nonce });
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }

  /** Changes every route. */
  async function editAll(): Promise<void> {
    edition += 1;
    const all = services.map((name) => rulesOf(name, `all${edition}`));
    await writeFile(join(files.path, 'all.yaml'), all.join('---\n'));
    witness.send({ responseNonce: (await witness.next()).nonce });
  }

  /** Octets that the server holds when everything that can be collected has been. */
  async function memory(): Promise<number> {
    const file = join(report.path, 'memory');
    rmSync(file, { force: true });
    serving.process.kill('SIGUSR2');
    await until(() => existsSync(file), 60_000);
    return Number(readFileSync(file, 'utf8'));
  }

  it('a client that is cut off in the middle of a response, 200 times', async () => {
    for (let index = 0; index < 200; index++) {
      const client = await openUnread(serving.port);
      // The response has begun and cannot end: nobody reads it.
      client.close();
    }
  });

  it('connections that are open by half, or say nothing at all', async () => {
    const silent = await Promise.all(Array.from({ length: 200 }, () => socket(serving.port)));
    const half = await Promise.all(Array.from({ length: 200 }, () => socket(serving.port)));
    for (const each of half) each.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0', 'latin1');
    for (const each of half) each.end();
    await edit();
    for (const each of [...silent, ...half]) each.destroy();
  });

  it('5,000 connects in a row', async () => {
    for (let index = 0; index < 5_000; index++) {
      const one = connectHttp2(`http://127.0.0.1:${serving.port}`);
      one.on('error', () => {});
      await new Promise<void>((resolve) => one.once('remoteSettings', () => resolve()));
      one.destroy();
    }
  });

  it('garbage on the port: on the connection, in a frame, in a message', async () => {
    for (let index = 0; index < 100; index++) {
      const one = await socket(serving.port);
      one.write(index % 2 === 0 ? randomBytes(2_000) : 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
      await new Promise((resolve) => {
        one.once('close', resolve);
        one.end();
        setTimeout(() => one.destroy(), 200);
      });
    }
    for (let index = 0; index < 100; index++) {
      const session = connectHttp2(`http://127.0.0.1:${serving.port}`);
      session.on('error', () => {});
      const stream = session.request({
        ':method': 'POST',
        ':path': paths.ads,
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      stream.on('error', () => {});
      const body = randomBytes(100);
      const head = Buffer.alloc(5);
      head.writeUInt32BE(index % 2 === 0 ? body.length : 0x7fffffff, 1);
      stream.end(Buffer.concat([head, body]));
      stream.resume();
      await new Promise((resolve) => {
        stream.once('close', resolve);
        setTimeout(resolve, 1_000);
      });
      session.destroy();
    }
  });

  it('twenty clients that never read, through ten changes of everything', async () => {
    const stuck = await Promise.all(Array.from({ length: 20 }, () => openUnread(serving.port)));
    for (let index = 0; index < 10; index++) await editAll();
    for (const client of stuck) client.close();
  });

  it('a client that subscribes and never accepts, through fifty changes', async () => {
    const deaf = openDelta(serving.port);
    deaf.send({ resourceNamesSubscribe: [watched] });
    for (let index = 0; index < 50; index++) await edit();
    deaf.close();
  });
});

function socket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const result = connect(port, '127.0.0.1', () => {
      result.off('error', reject);
      result.on('error', () => {});
      result.resume();
      resolve(result);
    });
    result.once('error', reject);
  });
}
