import type { RegistryKind } from '../dump/dump.js';
import {
  type Consumer,
  type Instance,
  type RegistryService,
  type RegistryState,
  serviceKey,
  type Unread,
} from '../model.js';

export type Identified = Omit<RegistryService, 'instances' | 'registry' | 'registryName'>;

/** Where a registry's records are put, instance by instance, in the order of the registry. */
export interface Into {
  instance(service: Identified, make: () => Instance): void;
  /** A service that is registered though nobody provides it. */
  service(service: Identified): void;
  unread(service: string, reason: Unread['reason'], what: string): void;
  consumer(service: string, consumer: Consumer): void;
  list(name: string): void;
}

/** Puts a state together. */
export class Collector implements Into {
  readonly #services = new Map<string, Identified & { readonly instances: Instance[] }>();
  readonly #unread: Unread[] = [];
  readonly #consumers = new Map<string, Consumer[]>();
  readonly #listed = new Set<string>();

  constructor(
    readonly registry: RegistryKind,
    readonly registryName: string,
  ) {}

  instance(service: Identified, make: () => Instance): void {
    const key = serviceKey(service);
    const known = this.#services.get(key);
    if (known === undefined) this.#services.set(key, { ...service, instances: [make()] });
    else known.instances.push(make());
    this.list(service.name);
  }

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

/** The scope of most services: one list for all, so that it need not be compared item by item. */
export const noScope: readonly string[] = [];

/** A service that is known by its name alone. */
export function plainService(name: string, scope: readonly string[] = noScope): Identified {
  return { style: 'plain', name, group: '', version: '', scope };
}
