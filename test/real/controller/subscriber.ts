import { credentials } from '@grpc/grpc-js';
import { type DiscoveryOptions, type DiscoveryUpdate, discover } from '../../../src/xds/client.js';

/** A proxy that has subscribed to all routes: what it holds, what it was told to forget, and what it refused. */
export class Subscriber {
  readonly routes = new Map<string, string>();
  readonly removed: string[] = [];
  updates = 0;
  readonly #stop = new AbortController();
  readonly #ended: Promise<void>;

  /** @param judge why it refuses an update */
  constructor(address: string, nodeId: string, judge?: (update: DiscoveryUpdate) => string | undefined) {
    this.#ended = this.#run(address, nodeId, judge);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }

  async #run(server: string, nodeId: string, judge?: (update: DiscoveryUpdate) => string | undefined): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        const options: DiscoveryOptions = {
          ...{ server, nodeId, signal, judge, credentials: credentials.createInsecure() },
          ...{ type: 'rds', names: [], delta: true },
        };
        const versions = Object.fromEntries(this.routes);
        for await (const { resources, removed, refused } of discover(options, { version: '', versions })) {
          this.updates += 1;
          if (refused !== undefined) continue;
          for (const { name, version } of resources) this.routes.set(name ?? '', version);
          for (const name of removed) {
            this.routes.delete(name);
            this.removed.push(name);
          }
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
