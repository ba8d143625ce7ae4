import { type AddressWish, AddressWriter } from '../cluster/control/address-writer.js';
import type { BackOffOptions } from '../cluster/control/back-off.js';
import type { ApiClient } from '../cluster/control/client.js';
import type { ReflectedSource } from '../cluster/control/source.js';
import type { Loaded } from '../load/loaded.js';
import type { Resource } from '../model/resource.js';
import { AddressBook, type Addressed } from './addresses.js';
import type { Log } from './log.js';

export interface AddressingOptions {
  readonly client: ApiClient;
  readonly source: ReflectedSource;
  /** Whether ServiceEntries without an address get one. */
  readonly allocate: boolean;
  readonly dryRun: boolean;
  readonly mayWrite: () => boolean;
  readonly log: Log;
  readonly backOff?: BackOffOptions | undefined;
  /** For the metrics. */
  readonly counted: (result: 'written' | 'not written') => void;
}

/** Gives ServiceEntries their addresses: in what is translated at once, and in the cluster. */
export class Addressing {
  readonly #book = new AddressBook();
  readonly #writer: AddressWriter;

  constructor(readonly options: AddressingOptions) {
    const { client, dryRun, mayWrite, log, counted, backOff } = options;
    this.#writer = new AddressWriter({
      ...{ client, dryRun, mayWrite, backOff },
      wrote: ({ namespace, name, addresses }) => {
        counted('written');
        const object = `ServiceEntry ${namespace}/${name}`;
        const message = `${object} ${dryRun ? 'would be given' : 'was given'} the address ${addresses[0]}.`;
        log({ level: 'info', event: 'addressed', message, object, addresses, dryRun });
      },
      refused: ({ namespace, name, addresses }, status, reason) => {
        counted('not written');
        const object = `ServiceEntry ${namespace}/${name}`;
        const message = `${object} cannot be given the address ${addresses[0]}: ${reason}`;
        log({ level: 'warning', event: 'refused', message, object, status, reason });
      },
    });
  }

  get depth(): number {
    return this.#writer.depth;
  }

  quiet(): Promise<void> {
    return this.#writer.quiet();
  }

  stop(): Promise<void> {
    return this.#writer.stop();
  }

  /** What was loaded with the addresses that entries have or are given. */
  assign(loaded: Loaded): Addressed {
    if (!this.options.allocate) return { loaded, allocations: new Map() };
    return this.#book.assign(loaded, ({ namespace, name }) =>
      Number(this.options.source.versionOf('ServiceEntry', namespace, name) ?? 0),
    );
  }

  /** Writes them. */
  write({ allocations }: Addressed): void {
    const wishes = new Map<string, AddressWish>();
    for (const [key, { resource, addresses }] of allocations) {
      const { apiVersion, namespace, name, object } = resource;
      const version = (): string | undefined => this.#versionOf(resource, object);
      wishes.set(key, { apiVersion, namespace, name, addresses, version });
    }
    this.#writer.want(wishes);
  }

  #versionOf({ namespace, name }: Resource, object: object): string | undefined {
    const { source } = this.options;
    const now = source.keptOf('ServiceEntry', namespace, name);
    return now?.resource.object === object ? source.versionOf('ServiceEntry', namespace, name) : undefined;
  }
}
