import type { ServiceEntry } from '../../model/istio.js';
import { keyOf } from '../reference/entry.js';

/** ServiceEntries by `namespace/name` and by host. Of a list that differs little from the last one only that is taken in. */
export class ExistingIndex {
  readonly byKey = new Map<string, ServiceEntry>();
  /** Hosts in lower case. */
  readonly byHost = new Map<string, readonly ServiceEntry[]>();
  #list: readonly ServiceEntry[] = [];

  take(list: readonly ServiceEntry[]): this {
    const before = this.#list;
    for (let at = list.length; at < before.length; at++) this.#remove(before[at]);
    for (let at = 0; at < Math.min(before.length, list.length); at++) {
      if (before[at] !== list[at]) this.#remove(before[at]);
    }
    for (const [at, entry] of list.entries()) if (before[at] !== entry) this.#add(entry);
    this.#list = list;
    return this;
  }

  #add(entry: ServiceEntry): void {
    this.byKey.set(keyOf(entry), entry);
    for (const host of hostsOf(entry)) this.byHost.set(host, [...(this.byHost.get(host) ?? []), entry]);
  }

  #remove(entry: ServiceEntry | undefined): void {
    if (entry === undefined) return;
    const key = keyOf(entry);
    if (this.byKey.get(key) === entry) this.byKey.delete(key);
    for (const host of hostsOf(entry)) {
      const rest = (this.byHost.get(host) ?? []).filter((each) => each !== entry);
      if (rest.length === 0) this.byHost.delete(host);
      else this.byHost.set(host, rest);
    }
  }
}

function hostsOf(entry: ServiceEntry): readonly string[] {
  return (entry.spec?.hosts ?? []).map((host) => host.toLowerCase());
}
