import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, temporaryFolder } from './place.js';
import { startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface Prometheus {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a Prometheus that asks a loopback port for `/metrics` five times a second, and waits until it is ready. */
export async function startPrometheus(target: number): Promise<Prometheus> {
  const folder = await temporaryFolder('prometheus');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder.path, 'prometheus.yml');
  try {
    // JSON is YAML.
    await writeFile(
      config,
      JSON.stringify({
        scrape_configs: [
          {
            ...{ job_name: 'mesh', scrape_interval: '200ms', scrape_timeout: '200ms' },
            static_configs: [{ targets: [`127.0.0.1:${target}`] }],
          },
        ],
      }),
    );
    const args = [`--config.file=${config}`, `--storage.tsdb.path=${folder.path}/data`];
    const started = await startProcess(partProgram('prometheus'), [...args, `--web.listen-address=127.0.0.1:${port}`], {
      name: 'Prometheus',
      ready: async () => (await fetch(`${url}/-/ready`)).ok,
    });
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
