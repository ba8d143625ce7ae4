import type { RegistryKind } from '../dump/dump.js';
import {
  type Consumer,
  type Instance,
  type RegistryService,
  type RegistryState,
  serviceKey,
  type Unread,
} from '../model.js';

type Identified = Omit<RegistryService, 'instances' | 'registry' | 'registryName'>;

/** Puts a state together, instance by instance, in the order of the registry. */
export class Collector {
  readonly #services = new Map<string, Identified & { readonly instances: Instance[] }>();
  readonly #unread: Unread[] = [];
  readonly #consumers = new Map<string, Consumer[]>();
  readonly #listed = new Set<string>();

  constructor(
    readonly registry: RegistryKind,
    readonly registryName: string,
  ) {}

  instance(service: Identified, instance: Instance): void {
    const key = serviceKey(service);
    const known = this.#services.get(key);
    if (known === undefined) this.#services.set(key, { ...service, instances: [instance] });
    else known.instances.push(instance);
    this.list(service.name);
  }

  /** A service that is registered though nobody provides it. */
  service(service: Identified): void {
    const key = serviceKey(service);
    if (!this.#services.has(key)) this.#services.set(key, { ...service, instances: [] });
    this.list(service.name);
  }

  unread(service: string, reason: Unread['reason'], what: string): void {
    this.#unread.push({ service, reason, what });
  }

  consumer(service: string, consumer: Consumer): void {
    const known = this.#consumers.get(service);
    if (known === undefined) this.#consumers.set(service, [consumer]);
    else known.push(consumer);
  }

  list(name: string): void {
    this.#listed.add(name);
  }

  state(): RegistryState {
    const { registry, registryName } = this;
    return {
      registry,
      registryName,
      services: [...this.#services.values()].map((service) => ({ registry, registryName, ...service })),
      unread: this.#unread,
      consumers: this.#consumers,
      listed: this.#listed,
    };
  }
}

/** A service that is known by its name alone. */
export function plainService(name: string, scope: readonly string[] = []): Identified {
  return { style: 'plain', name, group: '', version: '', scope };
}
