import assert from 'node:assert/strict';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeClient } from '../parts/kube-client.js';
import { created } from './inputs.js';
import { made, placeOf, Running, startCluster, until } from './running.js';
import { entry, router } from './shop.js';

const count = 250;
const name = (at: number): string => `s${String(at).padStart(3, '0')}`;

/** Several replicas, of which one may write, when the one that does is lost. */
describe('controllers that follow one another', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  const all: Running[] = [];
  const client = (): KubeClient => {
    assert.ok(server);
    return server.admin;
  };
  const start = async (): Promise<Running> => {
    assert.ok(server);
    const running = new Running(await server.kubeconfig(), '--no-events');
    all.push(running);
    return running;
  };
  const leads = (running: Running) => running.line(({ event }) => event === 'leading');
  const versions = async (): Promise<readonly string[]> =>
    (await made(client())).envoyFilters.map((each) => `${placeOf(each)} ${each.metadata.resourceVersion}`);

  before(async function () {
    server = await startCluster(this);
    await server.admin.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } }]);
    const objects = Array.from({ length: count }, (_, at) => [entry(name(at), at), router(name(at), 'v1')]).flat();
    const { refused } = await created(server.admin, objects);
    assert.deepEqual(refused, []);
  });
  after(async () => {
    for (const each of all) each.kill('SIGKILL');
    await server?.stop();
  });

  it('killed in the middle of 500 writes: the next one writes the rest, and nothing twice', async () => {
    const first = await start();
    await leads(first);
    const second = await start();
    const begun = () => first.lines.filter(({ event }) => event === 'created').length;
    await until(
      () => begun() >= 60,
      60,
      () => first.text,
    );
    first.kill('SIGKILL');
    const there = await versions();
    assert.ok(there.length >= 60 && there.length < 2 * count, String(there.length));
    await leads(second);
    await until(
      async () => (await versions()).length === 2 * count,
      60,
      () => second.text,
    );
    const now = await versions();
    assert.deepEqual(
      there.filter((each) => !now.includes(each)),
      [],
    );
    const { envoyFilters } = await made(client());
    assert.ok(envoyFilters.every(({ metadata }) => metadata.generation === 1));
    assert.ok(!second.lines.some(({ event }) => ['updated', 'restored', 'deleted', 'held'].includes(event)));
  });
});
