import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, temporaryFolder } from './place.js';
import { type StartedProcess, startProcess } from './process.js';
import { partProgram } from './require-part.js';

/** An etcd of several members, each of which can be killed and started again with its data and ports. */
export interface EtcdCluster {
  /** `host:port` of every member, for a client. */
  readonly addresses: readonly string[];
  /** Asks any member that answers; raises when none does for 20 s. */
  ask(path: string, body: unknown): Promise<unknown>;
  /** Which member leads. */
  leader(): Promise<number>;
  kill(member: number): Promise<void>;
  start(member: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startEtcdCluster(size: number): Promise<EtcdCluster> {
  const folder = await temporaryFolder('etcd-cluster');
  const members: { readonly url: string; readonly peer: string; process: StartedProcess | undefined }[] = [];
  for (let at = 0; at < size; at++) {
    const [url, peer] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
    members.push({ url, peer, process: undefined });
  }
  const all = members.map(({ peer }, at) => `m${at}=${peer}`).join(',');
  const start = async (member: number): Promise<void> => {
    const own = members[member];
    if (own === undefined) return;
    own.process = await startProcess(
      partProgram('etcd'),
      [
        ...['--name', `m${member}`, '--data-dir', join(folder.path, `m${member}`), '--unsafe-no-fsync'],
        ...['--listen-client-urls', own.url, '--advertise-client-urls', own.url, '--listen-peer-urls', own.peer],
        ...['--initial-advertise-peer-urls', own.peer, '--initial-cluster', all, '--log-level', 'error'],
      ],
      { name: `etcd ${member}`, timeout: 60_000, ready: async () => (await fetch(`${own.url}/health`)).ok },
    );
  };
  const post = async (url: string, path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  const stop = async (): Promise<void> => {
    await Promise.all(members.map((member) => member.process?.kill()));
    await folder.remove();
  };
  const ask = async (path: string, body: unknown): Promise<unknown> => {
    const end = Date.now() + 20_000;
    for (let turn = 0; ; turn++) {
      const { url } = members[turn % size] as (typeof members)[number];
      try {
        return await post(url, path, body);
      } catch (error) {
        if (Date.now() > end) throw error;
        if (turn % size === size - 1) await sleep(100);
      }
    }
  };
  try {
    // A member is only well when most are there.
    await Promise.all(members.map((_, at) => start(at)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    addresses: members.map(({ url }) => new URL(url).host),
    ask,
    async leader() {
      for (const [at, { url }] of members.entries()) {
        const status = await post(url, '/v3/maintenance/status', {}).catch(() => undefined);
        const { leader, header } = (status ?? {}) as { leader?: string; header?: { member_id: string } };
        if (leader !== undefined && leader === header?.member_id) return at;
      }
      throw new Error('no member leads');
    },
    async kill(member) {
      await members[member]?.process?.kill();
    },
    start,
    stop,
  };
}
