import { deepStrictEqual, equal } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAnswer, ApiClient } from '../../../src/cluster/control/client.js';
import { Election } from '../../../src/cluster/control/election.js';
import type { JsonObject } from '../../../src/model/envoy.js';

/** An API server that has one Lease, and answers when it is let; as the real one it takes no write over a newer version. */
class OneLease implements ApiClient {
  readonly context = 'memory';
  readonly server = 'memory';
  readonly namespace = 'default';
  lease: JsonObject | undefined;
  /** The methods of all calls so far. */
  readonly calls: string[] = [];
  /** How long a write waits, in milliseconds. */
  slow = 0;
  /** The answers of so many writes are lost, after they were done. */
  lost = 0;
  #version = 0;

  async call(method: string, _path: string, call: { readonly body?: { readonly text: string } } = {}) {
    this.calls.push(method);
    if (method === 'GET') return this.#answer(this.lease === undefined ? 404 : 200);
    await sleep(this.slow);
    const put = JSON.parse(call.body?.text ?? '') as JsonObject;
    if (method === 'POST') {
      if (this.lease !== undefined) return this.#answer(409);
    } else {
      if (this.lease === undefined) return this.#answer(404);
      if (versionOf(put) !== versionOf(this.lease)) return this.#answer(409);
    }
    this.put(put);
    this.lost -= 1;
    if (this.lost >= 0) throw new Error('socket hang up');
    return this.#answer(method === 'POST' ? 201 : 200);
  }

  /** A write by somebody else, or by us. */
  put(lease: JsonObject): void {
    this.#version += 1;
    this.lease = { ...lease, metadata: { ...(lease.metadata as JsonObject), resourceVersion: String(this.#version) } };
  }

  #answer(status: number): ApiAnswer {
    return { status, body: this.lease, reason: '', retryAfterMs: undefined };
  }

  open(): Promise<never> {
    return Promise.reject(new Error('nothing is watched'));
  }

  close(): void {
    // There is nothing to close.
  }
}

const specOf = ({ lease }: OneLease): JsonObject => (lease?.spec ?? {}) as JsonObject;
const versionOf = ({ metadata }: JsonObject): unknown => (metadata as JsonObject).resourceVersion;

describe('an election', () => {
  const elections: Election[] = [];
  const elect = (client: ApiClient, identity = 'we') => {
    const changes: boolean[] = [];
    const election = new Election({
      ...{ client, identity, namespace: 'default', name: 'lease', duration: 400, deadline: 300, period: 10 },
      changed: (leader) => changes.push(leader),
      observed: () => undefined,
      failed: () => undefined,
    });
    elections.push(election);
    election.start();
    return { election, changes };
  };
  const leading = async ({ changes }: { readonly changes: readonly boolean[] }) => {
    while (changes.at(-1) !== true) await sleep(5);
  };
  const writes = async (client: OneLease, count: number) => {
    const most = client.calls.length + 10 * count;
    const done = () => client.calls.filter((each) => each !== 'GET').length;
    for (const end = done() + count; done() < end && client.calls.length < most; ) await sleep(5);
  };
  afterEach(async () => {
    await Promise.all(elections.splice(0).map((each) => each.stop()));
  });

  it('that is won is renewed by a write alone, and given back by one', async () => {
    const client = new OneLease();
    const we = elect(client);
    await leading(we);
    await writes(client, 5);
    await we.election.stop();
    deepStrictEqual(client.calls.slice(0, 2), ['GET', 'POST']);
    deepStrictEqual(new Set(client.calls.slice(2)), new Set(['PUT']));
    equal(specOf(client).holderIdentity, '');
  });

  for (const [what, act] of [
    ['that somebody wrote to', (client: OneLease) => client.put({ ...(client.lease as JsonObject), note: 'theirs' })],
    ['whose answer was lost', (client: OneLease) => Object.assign(client, { lost: 1 })],
    ['that was deleted', (client: OneLease) => Object.assign(client, { lease: undefined })],
  ] as const) {
    it(`by a Lease ${what} is read anew, and stays ours`, async () => {
      const client = new OneLease();
      const we = elect(client);
      await leading(we);
      await writes(client, 2);
      const before = client.calls.length;
      act(client);
      const ours = client.lease;
      while (!client.calls.slice(before).includes('GET')) await sleep(5);
      await writes(client, 3);
      deepStrictEqual(we.changes, [true]);
      equal(we.election.mayWrite, true);
      equal(client.lease?.note, ours?.note);
      equal(client.calls.slice(before).filter((each) => each === 'GET').length, 1);
    });
  }

  it('that somebody else won is over with the next renewal, which takes nothing from them', async () => {
    const client = new OneLease();
    const we = elect(client);
    await leading(we);
    const { lease } = client;
    client.put({ ...lease, spec: { ...specOf(client), holderIdentity: 'they' } });
    while (we.changes.length < 2) await sleep(5);
    deepStrictEqual(we.changes, [true, false]);
    equal(we.election.mayWrite, false);
    equal(specOf(client).holderIdentity, 'they');
  });

  it('that could not renew for too long leads anew, so that what was left undone meanwhile is done', async () => {
    const client = new OneLease();
    const changes: boolean[] = [];
    const deadline = 200;
    const election = new Election({
      ...{ client, deadline, namespace: 'default', name: 'lease', identity: 'we', duration: 400, period: 10 },
      changed: (leader) => changes.push(leader),
      observed: () => undefined,
      failed: () => undefined,
    });
    election.start();
    try {
      while (changes.length < 1) await sleep(5);
      // Nobody else takes it: only its own renewal comes too late.
      client.slow = 2 * deadline;
      while (changes.length < 2) await sleep(5);
      client.slow = 0;
      while (changes.length < 3 || !election.mayWrite) await sleep(5);
      deepStrictEqual(changes.slice(0, 3), [true, false, true]);
      equal(election.leader, true);
    } finally {
      await election.stop();
    }
    equal(election.mayWrite, false);
  });
});
