import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, connectApi } from '../../../src/cluster/control/client.js';
import { Election } from '../../../src/cluster/control/election.js';
import type { ApiServer } from '../parts/apiserver.js';
import { startCluster, until } from './running.js';

const path = '/apis/coordination.k8s.io/v1/namespaces/default/leases';

/** What a real API server answers to renewals that ask for nothing first. */
describe('the Lease of a leader, in a real API server', function () {
  this.timeout(120_000);
  let server: ApiServer | undefined;
  let client: ApiClient | undefined;
  before(async function () {
    server = await startCluster(this);
    client = await connectApi({ kubeconfig: await server.kubeconfig(), context: undefined, env: {} });
  });
  after(async () => {
    client?.close();
    await server?.stop();
  });

  it('is renewed by a PUT alone; after a write of others or a deletion it is read anew, and stays with who leads', async () => {
    assert.ok(server && client);
    const { admin } = server;
    const calls: string[] = [];
    const heard = client;
    const counted: ApiClient = {
      ...heard,
      call: (method, to, call) => {
        calls.push(method);
        return heard.call(method, to, call);
      },
    };
    const changes: boolean[] = [];
    const election = new Election({
      ...{ client: counted, namespace: 'default', name: 'a-lease', identity: 'we', period: 50 },
      changed: (leader) => changes.push(leader),
      observed: () => undefined,
      failed: (reason) => calls.push(reason),
    });
    const body = async () => (await admin.call('GET', `${path}/a-lease`)).body as Lease;
    const renewed = async (times: number) => {
      for (let seen = '', left = times; left > 0; await sleep(10)) {
        const now = await body();
        if (now.spec?.renewTime === undefined || now.spec.renewTime === seen) continue;
        seen = now.spec.renewTime;
        left -= 1;
      }
    };
    election.start();
    try {
      await until(
        () => changes.length > 0,
        20,
        () => calls.join(' '),
      );
      await renewed(4);
      assert.deepEqual(calls.slice(0, 2), ['GET', 'POST']);
      assert.deepEqual([...new Set(calls.slice(2))], ['PUT']);

      const note = { metadata: { annotations: { note: 'theirs' } } };
      await admin.call('PATCH', `${path}/a-lease`, note, 'application/merge-patch+json');
      await renewed(3);
      assert.equal((await body()).metadata.annotations?.note, 'theirs');

      const before = (await body()).metadata.uid;
      await admin.call('DELETE', `${path}/a-lease`);
      await renewed(3);
      assert.notEqual((await body()).metadata.uid, before);
      assert.deepEqual(changes, [true]);
      assert.ok(election.mayWrite);
      assert.deepEqual([...new Set(calls)].sort(), ['GET', 'POST', 'PUT']);
    } finally {
      await election.stop();
    }
    assert.equal((await body()).spec?.holderIdentity ?? '', '');
  });
});

interface Lease {
  readonly metadata: { readonly uid: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: { readonly holderIdentity?: string; readonly renewTime?: string };
}
