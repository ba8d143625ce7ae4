import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, temporaryFolder } from './place.js';
import { startProcess } from './process.js';
import { exchange } from './redis.js';
import { partProgram } from './require-part.js';

export interface ZooKeeper {
  readonly host: '127.0.0.1';
  readonly port: number;
  stop(): Promise<void>;
}

/** Debian's jar, whose manifest names the jars that it needs; the start script would take the ports of the machine's own. */
export const zooKeeperJar = '/usr/share/java/zookeeper.jar';

/** Starts a ZooKeeper server of its own that keeps nothing. */
export async function startZooKeeper(): Promise<ZooKeeper> {
  partProgram('zookeeper');
  const folder = await temporaryFolder('zookeeper');
  const port = await freePort();
  const config = join(folder.path, 'zoo.cfg');
  const settings = {
    ...{ tickTime: 500, dataDir: folder.path, clientPort: port, clientPortAddress: '127.0.0.1' },
    ...{ 'admin.enableServer': false, '4lw.commands.whitelist': 'srvr', maxClientCnxns: 0 },
  };
  try {
    await writeFile(
      config,
      Object.entries(settings)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(''),
    );
    const started = await startProcess(
      'java',
      ['-Xmx256m', '-cp', zooKeeperJar, 'org.apache.zookeeper.server.ZooKeeperServerMain', config],
      {
        name: 'ZooKeeper',
        timeout: 60_000,
        ready: async () => /^Zookeeper version/.test(await exchange(port, 'srvr')),
      },
    );
    return {
      ...{ host: '127.0.0.1', port },
      stop: async () => {
        await started.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
