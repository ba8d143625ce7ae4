import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, temporaryFolder } from './place.js';
import { type StartedProcess, startProcess } from './process.js';
import { exchange } from './redis.js';
import { partProgram } from './require-part.js';
import { zooKeeperJar } from './zookeeper.js';

/** A ZooKeeper of several servers, each of which can be killed and started again with its data and ports. */
export interface Ensemble {
  readonly ports: readonly number[];
  /** Which server leads. */
  leader(): Promise<number>;
  kill(server: number): Promise<void>;
  start(server: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startEnsemble(size: number): Promise<Ensemble> {
  partProgram('zookeeper');
  const folder = await temporaryFolder('ensemble');
  const servers: { port: number; peer: number; election: number; process: StartedProcess | undefined }[] = [];
  for (let at = 0; at < size; at++) {
    servers.push({ port: await freePort(), peer: await freePort(), election: await freePort(), process: undefined });
  }
  const peers = servers.map(({ peer, election }, at) => `server.${at + 1}=127.0.0.1:${peer}:${election}\n`).join('');
  const modeOf = async (port: number): Promise<string> =>
    /^Mode: (\w+)/m.exec(await exchange(port, 'srvr').catch(() => ''))?.[1] ?? '';
  const start = async (server: number): Promise<void> => {
    const own = servers[server];
    if (own === undefined) return;
    const data = join(folder.path, String(server));
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'myid'), `${server + 1}\n`);
    const config = join(folder.path, `${server}.cfg`);
    const settings = {
      ...{ tickTime: 500, initLimit: 40, syncLimit: 10, dataDir: data, clientPort: own.port },
      ...{ clientPortAddress: '127.0.0.1', 'admin.enableServer': false, '4lw.commands.whitelist': 'srvr' },
    };
    const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`);
    await writeFile(config, lines.join('') + peers);
    own.process = await startProcess(
      'java',
      [
        '-Xmx128m',
        '-XX:+UseSerialGC',
        '-cp',
        zooKeeperJar,
        'org.apache.zookeeper.server.quorum.QuorumPeerMain',
        config,
      ],
      {
        name: `ZooKeeper ${server}`,
        timeout: 90_000,
        ready: async () => /leader|follower/.test(await modeOf(own.port)),
      },
    );
  };
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.process?.kill()));
    await folder.remove();
  };
  try {
    await Promise.all(servers.map((_, at) => start(at)));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ports: servers.map(({ port }) => port),
    async leader() {
      for (const [at, { port }] of servers.entries()) if ((await modeOf(port)) === 'leader') return at;
      throw new Error('no server leads');
    },
    async kill(server) {
      await servers[server]?.process?.kill();
    },
    start,
    stop,
  };
}
