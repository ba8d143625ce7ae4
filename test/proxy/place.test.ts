import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { Place } from '../../src/proxy/place.js';
import { until } from '../xds/serve.js';

describe('a place where is listened', () => {
  it('takes every connection that the system has made before it closes', async () => {
    const accepted: Socket[] = [];
    const place = new Place(
      { host: '127.0.0.1', port: 0 },
      (socket) => accepted.push(socket.on('error', () => {})),
      () => {},
    );
    await place.start();
    const { host, port } = place.address;
    const clients = Array.from({ length: 40 }, () => connect({ host, port }).on('error', () => {}));
    const connected = clients.map(
      (client) =>
        new Promise<string>((resolve) => {
          client.once('connect', () => resolve('connected')).once('close', () => resolve('refused'));
        }),
    );
    // The system makes them all in the next tick; the event loop takes one in a turn.
    await place.allTaken();
    place.close();
    assert.deepStrictEqual(new Set(await Promise.all(connected)), new Set(['connected']));
    await until(
      () => accepted.length === clients.length,
      30_000,
      () => `${accepted.length} accepted`,
    );
    assert.ok(clients.every(({ destroyed }) => !destroyed));
    for (const socket of [...clients, ...accepted]) socket.destroy();
  });

  it('does not wait where nobody comes, nor when it is closed', async () => {
    const place = new Place(
      { host: '127.0.0.1', port: 0 },
      () => {},
      () => {},
    );
    await place.start();
    await place.allTaken();
    place.close();
    await place.allTaken();
  });
});
