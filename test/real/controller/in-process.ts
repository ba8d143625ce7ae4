import { connectApi } from '../../../src/cluster/control/client.js';
import { Controller } from '../../../src/controller/controller.js';
import type { LogEntry } from '../../../src/controller/log.js';
import { defaultTranslateOptions } from '../../../src/translate/options.js';
import { createEnvoyRegistry } from '../../../src/xds/registry.js';
import type { KubeClient, KubeObject } from '../parts/kube-client.js';
import { pathOf } from './inputs.js';
import { until } from './running.js';

const registry = createEnvoyRegistry();

/** A controller that writes into a real API server, in this process, so that one starts for each of many cases. */
export class InProcess {
  readonly lines: LogEntry[] = [];

  private constructor(
    readonly admin: KubeClient,
    readonly controller: Controller,
  ) {}

  /** @param flags of the command line, of those that change what is made */
  static async start(admin: KubeClient, kubeconfig: string, flags: readonly string[]): Promise<InProcess> {
    const client = await connectApi({ kubeconfig, context: undefined, env: {} });
    const controller = new Controller({
      ...{ client, configMap: 'istio', adopt: true, dryRun: false, maxDelete: 100 },
      ...{
        events: false,
        conditions: false,
        scoped: false,
        fence: () => true,
        registry,
        debounce: { quiet: 10, most: 100 },
      },
      log: (entry) => running.lines.push(entry),
      translate: {
        ...defaultTranslateOptions,
        namespaceScoped: flags.includes('--namespace-scoped'),
        allocateAddresses: !flags.includes('--no-allocate-addresses'),
      },
    });
    const running = new InProcess(admin, controller);
    controller.lead(true);
    controller.start();
    return running;
  }

  /** Waits until it has read each object as it is in the cluster now, and nothing is left to be done about it. */
  async settled(objects: readonly KubeObject[]): Promise<void> {
    let calm = 0;
    await until(
      async () => {
        calm = (await this.#isCurrent(objects)) && this.controller.ready && this.controller.idle ? calm + 1 : 0;
        if (calm === 1) await this.controller.quiet();
        return calm > 2;
      },
      120,
      () => this.lines.map(({ message }) => message).join('\n'),
    );
  }

  async #isCurrent(objects: readonly KubeObject[]): Promise<boolean> {
    const now = await versionsOf(this.admin, objects);
    return objects.every((object) => {
      const { kind, metadata } = object;
      const known = this.controller.source.versionOf(kind, namespaceOf(object), metadata.name);
      // Kinds that it does not read have none.
      return known === undefined ? !watched.has(kind) : known === now.get(idOf(object));
    });
  }

  stop(): Promise<void> {
    return this.controller.stop(0);
  }
}

const watched = new Set([
  ...['Service', 'ServiceEntry', 'VirtualService', 'DestinationRule', 'Gateway', 'MetaRouter', 'ApplicationProtocol'],
  ...['RedisService', 'RedisDestination', 'DubboAuthorizationPolicy'],
]);

/** What version each object has. */
export async function versionsOf(
  admin: KubeClient,
  objects: readonly KubeObject[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const object of objects) {
    const { body } = await admin.call('GET', `${pathOf(object)}/${object.metadata.name}`);
    const { metadata } = body as KubeObject;
    found.set(idOf(object), String(metadata.resourceVersion));
  }
  return found;
}

function idOf(object: KubeObject): string {
  return `${object.kind} ${namespaceOf(object)}/${object.metadata.name}`;
}

/** As `pathOf` takes it. */
function namespaceOf({ kind, metadata }: KubeObject): string {
  return kind === 'ApplicationProtocol' || kind === 'Namespace' ? '' : (metadata.namespace ?? 'default');
}
