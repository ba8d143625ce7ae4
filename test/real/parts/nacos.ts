import { freePort, temporaryFolder } from './place.js';
import { type StartedProcess, startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface Nacos {
  readonly port: number;
  /** Asks its HTTP API (v1) and gives the text; raises where it answers other than 200. */
  ask(method: string, path: string, parameters: Readonly<Record<string, string>>): Promise<string>;
  /** Ends it and starts it again with the same data and ports: what lives as long as its client is forgotten. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Nacos of one server, without its console. It takes the ports 1,000 below and 1,000 and 1,001 above its own too. */
export async function startNacos(): Promise<Nacos> {
  const folder = await temporaryFolder('nacos');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}/nacos`;
  const start = (): Promise<StartedProcess> =>
    startProcess(
      partProgram('nacos'),
      ['serve', `--server.port=${port}`, '--server.address=127.0.0.1', `--nacos.home=${folder.path}`],
      { name: 'Nacos', timeout: 180_000, ready: (output) => /^ready$/m.test(output) },
    );
  try {
    let started = await start();
    return {
      port,
      async ask(method, path, parameters) {
        const answer = await fetch(`${base}${path}?${new URLSearchParams(parameters)}`, { method });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
        return text;
      },
      async restart() {
        await started.stop();
        started = await start();
      },
      async stop() {
        await started.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
