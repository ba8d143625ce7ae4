import { type Consumer, type Instance, type RegistryService, serviceKey, type Unread } from '../model.js';
import type { Identified, Into } from './collect.js';

/** A part of a state: what belongs to a few nodes. */
export interface Piece {
  /** By `serviceKey`. */
  readonly services: ReadonlyMap<string, RegistryService>;
  readonly unread: readonly Unread[];
  readonly consumers: ReadonlyMap<string, readonly Consumer[]>;
  readonly listed: readonly string[];
}

/** Takes down which services there are, and leaves their instances for later. */
export class Outline implements Into {
  readonly #services = new Map<string, Identified>();
  readonly #unread: Unread[] = [];
  readonly #consumers = new Map<string, Consumer[]>();
  readonly #listed = new Set<string>();
  /** The last one again is what most records say. */
  #last: { readonly service: Identified; readonly key: string } | undefined;

  instance(service: Identified): void {
    if (this.#last !== undefined && isSame(this.#last.service, service)) return;
    this.service(service);
  }

  service(service: Identified): void {
    const key = serviceKey(service);
    if (!this.#services.has(key)) this.#services.set(key, service);
    this.#last = { service, key };
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

  /** @param instances those of a service, by its key; asked as often as somebody asks the service */
  piece(
    registry: Pick<RegistryService, 'registry' | 'registryName'>,
    instances: (key: string) => readonly Instance[],
  ): Piece {
    return {
      services: new Map(
        [...this.#services].map(([key, service]) => [
          key,
          {
            ...registry,
            ...service,
            get instances() {
              return instances(key);
            },
          },
        ]),
      ),
      unread: this.#unread,
      consumers: this.#consumers,
      listed: [...this.#listed],
    };
  }
}

/** Takes only the instances. */
export class Picked implements Into {
  readonly #instances = new Map<string, Instance[]>();

  instance(service: Identified, make: () => Instance): void {
    const key = serviceKey(service);
    const known = this.#instances.get(key);
    if (known === undefined) this.#instances.set(key, [make()]);
    else known.push(make());
  }

  service(): void {}
  unread(): void {}
  consumer(): void {}
  list(): void {}

  instancesOf(key: string): readonly Instance[] {
    return this.#instances.get(key) ?? [];
  }
}

function isSame(a: Identified, b: Identified): boolean {
  return (
    a.name === b.name && a.version === b.version && a.group === b.group && a.style === b.style && a.scope === b.scope
  );
}
