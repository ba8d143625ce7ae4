import { join } from 'node:path';
import { freePort, temporaryFolder } from './place.js';
import { startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface Etcd {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts an empty etcd of one member that keeps nothing. @param largest how large a write may be, in bytes */
export async function startEtcd(largest = 1.5 * 2 ** 20): Promise<Etcd> {
  const folder = await temporaryFolder('etcd');
  const url = `http://127.0.0.1:${await freePort()}`;
  const peer = `http://127.0.0.1:${await freePort()}`;
  try {
    const started = await startProcess(
      partProgram('etcd'),
      [
        ...['--data-dir', join(folder.path, 'data'), '--unsafe-no-fsync', `--max-request-bytes=${largest}`],
        ...['--listen-client-urls', url, '--advertise-client-urls', url],
        ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`],
      ],
      { name: 'etcd', ready: async () => (await fetch(`${url}/health`)).ok },
    );
    return {
      url,
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
