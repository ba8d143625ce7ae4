import { deepStrictEqual, equal } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAnswer, ApiClient } from '../../../src/cluster/control/client.js';
import { Election } from '../../../src/cluster/control/election.js';
import type { JsonObject } from '../../../src/model/envoy.js';

/** An API server that has one Lease, and answers when it is let. */
class OneLease implements ApiClient {
  readonly context = 'memory';
  readonly server = 'memory';
  readonly namespace = 'default';
  lease: JsonObject | undefined;
  /** How long a write waits, in milliseconds. */
  slow = 0;
  #version = 0;

  async call(method: string, _path: string, call: { readonly body?: { readonly text: string } } = {}) {
    if (method !== 'GET') {
      await sleep(this.slow);
      const put = JSON.parse(call.body?.text ?? '') as JsonObject & { metadata: JsonObject };
      this.#version += 1;
      this.lease = { ...put, metadata: { ...put.metadata, resourceVersion: String(this.#version) } };
    }
    const status = this.lease === undefined ? 404 : method === 'POST' ? 201 : 200;
    return { status, body: this.lease, reason: '', retryAfterMs: undefined } satisfies ApiAnswer;
  }

  open(): Promise<never> {
    return Promise.reject(new Error('nothing is watched'));
  }

  close(): void {
    // There is nothing to close.
  }
}

describe('an election', () => {
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
