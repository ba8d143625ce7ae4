import { Controller } from '../../src/controller/controller.js';
import type { LogEntry } from '../../src/controller/log.js';
import { defaultTranslateOptions, type TranslateOptions } from '../../src/translate/options.js';
import { createEnvoyRegistry } from '../../src/xds/registry.js';
import type { MemoryApi } from './memory-api.js';

/** Made once: of a short history it would be most of the work. */
const registry = createEnvoyRegistry();

/** A controller that leads, over an API server in memory, with pauses so short that thousands of histories fit in a minute. */
export function memoryController(
  api: MemoryApi,
  dryRun: boolean,
  log: (entry: LogEntry) => void,
  translate: Partial<TranslateOptions> = {},
): Controller {
  // One that is stopped closes its client, not the cluster.
  const client = {
    ...{ context: api.context, server: api.server, namespace: api.namespace, close: () => undefined },
    call: api.call.bind(api),
    open: api.open.bind(api),
  };
  return new Controller({
    ...{
      client,
      dryRun,
      log,
      registry,
      configMap: 'istio',
      adopt: true,
      maxDelete: 100,
      events: false,
      conditions: false,
      scoped: false,
      fence: () => true,
    },
    translate: { ...defaultTranslateOptions, allocateAddresses: true, ...translate },
    debounce: { quiet: 1, most: 5 },
    backOff: { least: 1, most: 4 },
  });
}

/** Waits until nothing was written, published or read for a while. */
export async function settled(api: MemoryApi, controller: Controller): Promise<void> {
  const state = (): string =>
    [
      api.writes,
      controller.routes.hub.snapshot.version,
      ...controller.source
        .states()
        .map(({ counts, synced }) => `${synced} ${counts.lists} ${counts.watches} ${counts.events}`),
    ].join(' ');
  const end = Date.now() + 20_000;
  for (let calm = 0; calm < 4; ) {
    const before = state();
    await new Promise((resolve) => setTimeout(resolve, 6));
    calm = before === state() && controller.ready && controller.idle ? calm + 1 : 0;
    if (Date.now() > end) throw new Error(`it does not come to rest: ${before}`);
  }
}
