import assert from 'node:assert/strict';
import { Random } from '../../fuzz/random.js';
import { type Case, readCases } from '../../translate/cases.js';
import { resourcesOf } from '../../translate/input.js';
import type { ApiServer } from '../parts/apiserver.js';
import type { KubeObject } from '../parts/kube-client.js';
import { InProcess, versionsOf } from './in-process.js';
import { clear, created, pathOf } from './inputs.js';
import { made, startCluster } from './running.js';

const seed = Number(process.env.SEED ?? 20);
/** A part of the cases, another one for another seed; ALL=1 has them all. */
const share = 12;

/**
 * Objects that come to a real API server in any order, some of them deleted and made again in between; then what the
 * reference would have written is put there as it writes it, and a start of ours finds nothing to write.
 */
describe(`a controller over a real API server, in any order and after a switch over (SEED=${seed})`, function () {
  this.timeout(900_000);
  let server: ApiServer | undefined;
  const cases = readCases().filter((_, at) => process.env.ALL !== undefined || at % share === seed % share);
  const same: string[] = [];

  before(async function () {
    server = await startCluster(this);
    await server.admin.create([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } }]);
  });
  after(async () => {
    await server?.stop();
  });

  for (const [at, each] of cases.entries()) {
    it(each.name, async () => {
      assert.ok(server);
      const { admin } = server;
      const kubeconfig = await server.kubeconfig();
      const all = resourcesOf(each.input)
        .map(({ object }) => object as unknown as KubeObject)
        .filter(({ apiVersion }) => apiVersion !== 'apps/v1');
      await namespaces(each);
      const first = await InProcess.start(admin, kubeconfig, each.flags);
      let there: readonly KubeObject[] = [];
      try {
        there = await putInAnyOrder(all, new Random(seed * 10_000 + at));
        await first.settled(there);
        const end = await made(admin);
        await first.stop();
        const objects = [...end.envoyFilters, ...end.virtualServices];
        // Which of two is the first hangs on their ages, and these are not those of the input.
        if (JSON.stringify(objects.map(specOf)) === JSON.stringify(expectedOf(each).map(specOf))) same.push(each.name);
        await writtenByTheReference(objects);
        const watched = [...there, ...(await labelled())];
        const before = await versionsOf(admin, watched);
        const second = await InProcess.start(admin, kubeconfig, each.flags);
        try {
          await second.settled(there);
          assert.deepEqual(await versionsOf(admin, watched), before);
          assert.equal((await labelled()).length, objects.length);
        } finally {
          await second.stop();
        }
      } finally {
        await first.stop();
        await clear(admin, [...there, ...(await labelled())]);
      }
    });
  }

  it('what came of it is what the reference made, where ages decide nothing', () => {
    assert.ok(same.length * 2 > cases.length, `${same.length} of ${cases.length}`);
  });

  async function putInAnyOrder(objects: readonly KubeObject[], random: Random): Promise<readonly KubeObject[]> {
    assert.ok(server);
    const { admin } = server;
    const order = objects.map((object) => [random.next(), object] as const).sort(([one], [other]) => one - other);
    const there: KubeObject[] = [];
    for (const [, object] of order) {
      const { there: now } = await created(admin, [object]);
      there.push(...now);
      if (now.length === 0 || !random.chance(0.3)) continue;
      await clear(admin, now);
      if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, 20));
      await created(admin, now);
    }
    return there;
  }

  async function labelled(): Promise<readonly KubeObject[]> {
    assert.ok(server);
    const { envoyFilters, virtualServices } = await made(server.admin);
    return [...envoyFilters, ...virtualServices];
  }

  /** By create, not by apply, under its field manager. */
  async function writtenByTheReference(objects: readonly KubeObject[]): Promise<void> {
    assert.ok(server);
    for (const object of objects) {
      const { name, namespace, labels } = object.metadata;
      await server.admin.call('DELETE', `${pathOf(object)}/${name}`);
      const plain = { ...object, metadata: { name, namespace, labels } };
      const { status } = await server.admin.call('POST', `${pathOf(object)}?fieldManager=Aeraki`, plain);
      assert.equal(status, 201);
    }
  }

  async function namespaces(each: Case): Promise<void> {
    for (const { metadata } of expectedOf(each)) {
      const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: metadata.namespace ?? '' } };
      await server?.admin.call('POST', '/api/v1/namespaces', namespace);
    }
  }
});

function expectedOf({ expected }: Case): readonly KubeObject[] {
  return [...expected.envoyFilters, ...expected.virtualServices] as readonly KubeObject[];
}

/** Whatever the order of fields. */
function specOf({ kind, metadata, spec }: KubeObject): unknown {
  return sorted([kind, metadata.namespace, metadata.name, spec]);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}
