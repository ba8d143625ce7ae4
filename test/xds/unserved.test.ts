import assert from 'node:assert/strict';
import type { XdsEvent } from '../../src/xds/event.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import { createSnapshot, type Snapshot } from '../../src/xds/snapshot.js';
import { Unserved } from '../../src/xds/unserved.js';
import { built } from '../cli/program.js';
import { translateText } from '../translate/input.js';
import { routeNameOf, rulesOf } from './rules.js';
import { startServe, until } from './serve.js';
import { openSotw } from './stream.js';

const asks = (name: string, client = '10.0.0.1:4000#1', node: string | null = 'sidecar~a'): XdsEvent => {
  return { event: 'subscribe', client, node, resources: [name], version: null, error: null };
};

describe('names that are not served', () => {
  let snapshot: Snapshot;
  before(() => {
    const { routeConfigurations } = translateText(rulesOf('orders', 'v1'), {});
    ({ snapshot } = createSnapshot(routeConfigurations, createEnvoyRegistry()));
  });
  const texts = (unserved: Unserved, event: XdsEvent) =>
    unserved.findings(event, snapshot).map(({ message }) => message);

  it('are said once of each client, with what may have been meant', () => {
    const unserved = new Unserved();
    const name = routeNameOf('orders');
    const [host = '', port = ''] = name.split('_');
    assert.deepEqual(texts(unserved, asks(name)), []);
    assert.deepEqual(texts(unserved, asks('*')), []);
    for (const wrong of [
      `${host}_1`,
      `${host.split('.').slice(0, 2).join('.')}_${port}`,
      name.replace('orders', 'oders'),
    ]) {
      assert.deepEqual(texts(unserved, asks(wrong)), [
        `Client sidecar~a asks for ${wrong}, which is not served. Did you mean ${name}?`,
      ]);
      // The same client on its next connection; another one.
      assert.deepEqual(texts(unserved, asks(wrong, '10.0.0.1:4001#7')), []);
      assert.equal(texts(unserved, asks(wrong, '10.0.0.2:4000#2', null)).length, 1);
    }
    assert.match(texts(unserved, asks('quite.different_80'))[0] ?? '', /Served are orders/);
  });

  it('are not endless, whatever a client asks for', () => {
    const unserved = new Unserved();
    const resources = Array.from({ length: 50_000 }, (_, i) => `x${i}_1`);
    const first = unserved.findings({ ...asks(''), resources }, snapshot);
    assert.equal(first.length, 11);
    assert.match(first.at(-1)?.message ?? '', /asks for 990 more names/);
    assert.deepEqual(texts(unserved, asks('more_1', '10.0.0.3:1#1', 'other')), []);
  });

  it('are on standard error of rds serve', async function () {
    this.timeout(120_000);
    await built();
    const serving = await startServe(['examples/dubbo.yaml']);
    try {
      const stream = openSotw(serving.port);
      stream.send({
        node: { id: 'sidecar~10.9.8.7~a.shop~x' },
        resourceNames: ['orders.shop_1'],
        typeUrl: 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration',
      });
      await until(() => /AER0612/.test(serving.stderr()), 20_000);
      assert.match(
        serving.stderr(),
        /Warning \[AER0612\] Client sidecar~10\.9\.8\.7~a\.shop~x asks for orders\.shop_1, which is not served\./,
      );
      stream.close();
    } finally {
      await serving.stop();
    }
  });
});
