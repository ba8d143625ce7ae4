import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { dubbo } from '../../../src/codec/dubbo/dubbo.js';
import { compileRules } from '../../../src/match/service.js';
import type { DataPlaneParts } from '../../../src/proxy/data-plane.js';
import { dubboRequest, dubboResponse } from '../../codec/dubbo/message.js';
import { parts } from '../fixture.js';
import { type Client, type Plane, until } from '../plane.js';
import { cluster, service, to } from '../rules.js';

const rules = service('dubbo', `- name: all\n  route: [${to('v1')}]`);
const codecs = new Map([[dubbo.codec, dubbo]]);
const name = cluster('v1');

/** What a control plane takes away, as istiod does when a pod goes: cluster and listener, each in an answer of its own. */
describe('a listener that is gone', function () {
  this.timeout(60_000);
  const { plane: start, server, client } = parts(dubbo);
  let plane: Plane;
  let all: DataPlaneParts;

  beforeEach(async () => {
    const v1 = await server((message) => dubboResponse(message.id ?? 0n, 4, ['v1', {}]));
    const upstreams = { [name]: [v1.port] };
    plane = await start({ rules, upstreams, gates: true });
    all = await plane.make(rules, upstreams);
  });

  const noCluster = (): DataPlaneParts => ({ ...all, config: { ...all.config, clusters: new Map() } });
  const nothing = (): DataPlaneParts => ({
    config: { ...noCluster().config, gates: [] },
    rules: compileRules({ routes: [], filters: [] }),
  });

  async function take(next: DataPlaneParts): Promise<void> {
    plane.plane.update(next);
    await plane.plane.openGates(codecs);
  }

  const names = () => plane.plane.clusters.map((each) => each.cluster.name);

  async function answered(one: Client, id: bigint): Promise<void> {
    const answer = await one.ask(dubboRequest({ id, method: 'any' }));
    assert.equal(answer.failed, false, `request ${id}`);
  }

  it('answers what connections still ask, cluster and endpoints with it, for as long as they ask', async () => {
    const one = await client(plane);
    await answered(one, 1n);
    await take(noCluster());
    await answered(one, 2n);
    await take(nothing());
    // Longer than what is gone stays for those that have not heard of it.
    const end = Date.now() + 5_000;
    for (let id = 3n; Date.now() < end; id++) {
      await answered(one, id);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    assert.deepStrictEqual(names(), [name]);
    // Then it is quiet, and the connection is ended, and the cluster with it.
    await one.untilClosed();
    await until(() => names().length === 0, 'the end of the cluster');
  });

  it('answers a connection that has never asked before', async () => {
    const one = await client(plane);
    await take(noCluster());
    await take(nothing());
    await answered(one, 1n);
  });

  it('takes who has not heard of it for a moment, and then nobody', async () => {
    const port = plane.port();
    await take(nothing());
    const [first] = all.config.gates ?? [];
    assert.ok(first);
    const refused = () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && false));
        socket.on('error', () => resolve(true));
      });
    assert.equal(await refused(), false);
    let isRefused = false;
    const look = setInterval(() => void refused().then((value) => (isRefused ||= value)), 100);
    await until(() => isRefused, 'the end of listening').finally(() => clearInterval(look));
  });

  it('is the same again when it is wanted again before that: connections and requests go on', async () => {
    const one = await client(plane);
    const port = plane.port();
    await answered(one, 1n);
    await take(nothing());
    await take(all);
    assert.equal(plane.port(), port);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await answered(one, 2n);
    const two = await client(plane);
    await answered(two, 1n);
    assert.deepStrictEqual(names(), [name]);
  });

  it('a cluster alone is gone after a moment: what a route that stays sends there is an error', async () => {
    const one = await client(plane);
    await answered(one, 1n);
    await take(noCluster());
    await until(() => names().length === 0, 'the end of the cluster');
    const answer = await one.ask(dubboRequest({ id: 2n, method: 'any' }));
    assert.equal(answer.failed, true);
    await take(all);
    await answered(one, 3n);
  });
});
