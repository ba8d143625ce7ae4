import assert from 'node:assert/strict';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeClient } from '../parts/kube-client.js';
import { created, pathOf } from './inputs.js';
import { made, placeOf, Running, startCluster, until } from './running.js';
import { entry, filtersOf, put, router } from './shop.js';

const count = 250;
const name = (at: number): string => `s${String(at).padStart(3, '0')}`;
/** So far off is the clock of a replica. */
const hour = 3_600_000;

/** Several replicas, of which one may write, when the one that does is lost, paused, or lives in another hour. */
describe('controllers that follow one another', function () {
  this.timeout(300_000);
  let server: ApiServer | undefined;
  const all: Running[] = [];
  const client = (): KubeClient => {
    assert.ok(server);
    return server.admin;
  };
  const start = async (env: Readonly<Record<string, string>> = {}): Promise<Running> => {
    assert.ok(server);
    const running = new Running(await server.kubeconfig(), '--no-events', { env });
    all.push(running);
    return running;
  };
  const leads = (running: Running, times = 1) =>
    until(
      () => running.lines.filter(({ event }) => event === 'leading').length >= times,
      60,
      () => running.text,
    );
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

  let second: Running;
  it('killed in the middle of 500 writes: the next one writes the rest, and nothing twice', async () => {
    const first = await start();
    await leads(first);
    second = await start();
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

  it('paused and replaced: when it wakes up it writes nothing, whatever it had in hand', async () => {
    const third = await start();
    await until(
      () => third.lines.some(({ event }) => event === 'serving'),
      60,
      () => third.text,
    );
    // It has begun to write many when it is stopped.
    const edited = Array.from({ length: 60 }, (_, at) => name(at));
    for (const each of edited) await put(client(), router(each, 'v2', 7));
    second.kill('SIGSTOP');
    for (const each of edited) await put(client(), router(each, 'v3', 9));
    await leads(third);
    const isRight = async () => {
      const { envoyFilters } = await made(client());
      const inbound = envoyFilters.filter(({ metadata, spec }) => {
        const [, of = ''] = /inbound-(s\d+)\./.exec(metadata.name) ?? [];
        return edited.includes(of) && /[tT]okens"?:\s*9\b/.test(JSON.stringify(spec));
      });
      return inbound.length === edited.length;
    };
    await until(isRight, 60, () => third.text);
    const before = await versions();
    second.kill('SIGCONT');
    await second.line(({ event }) => event === 'following');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    // A request that had left before the pause may arrive late; then the leader has put right what it did.
    await until(isRight, 20, () => third.text);
    const after = await versions();
    const late = after.filter((each) => !before.includes(each)).length;
    assert.ok(late <= 8, `${late} were written after the pause`);
    assert.equal(after.length, 2 * count);
    assert.equal(await third.stop(), 0);
    await leads(second, second.lines.filter(({ event }) => event === 'leading').length + 1);
  });

  for (const off of [hour, -hour / 1.1]) {
    it(`with a clock ${off > 0 ? 'an hour ahead' : 'an hour behind'}: takes nothing from who leads, and takes over as any other`, async () => {
      const preload = `const offset = ${off}; const Real = Date; const now = Real.now.bind(Real);
        globalThis.Date = class extends Real { constructor(...given) { super(...(given.length === 0 ? [now() + offset] : given)); } static now() { return now() + offset; } };`;
      const other = await start({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` });
      await until(
        () => other.lines.some(({ event }) => event === 'serving'),
        60,
        () => other.text,
      );
      const followed = () => second.lines.filter(({ event }) => event === 'following').length;
      const before = followed();
      // Longer than a Lease lives.
      await new Promise((resolve) => setTimeout(resolve, 17_000));
      assert.ok(!other.lines.some(({ event }) => event === 'leading'), other.text);
      assert.equal(followed(), before);
      second.kill('SIGKILL');
      await leads(other);
      const written = await filtersOf(client(), name(7));
      await put(client(), router(name(7), 'v4', off > 0 ? 21 : 22));
      await until(
        async () => (await filtersOf(client(), name(7))) !== written,
        30,
        () => other.text,
      );
      second = other;
      assert.equal((await client().call('GET', `${pathOf(router(name(7), ''))}/${name(7)}`)).status, 200);
    });
  }
});
