const reserved = '240.240.';
const perOctet = 255;

/**
 * The reference's allocator of addresses for ServiceEntries that have none (translation.md section 2): 240.240.0.1,
 * 240.240.0.2, …, passing over those that an earlier entry has as its first address. An entry whose own first address
 * there is taken by another host is given another; an entry of the same host keeps it, as the shared cases show.
 */
export class AddressAllocator {
  readonly #owners = new Map<string, string>();
  #next = 0;

  /** Returns `written` itself when nothing was allocated. `host` is the entry's first. */
  allocate(written: readonly string[], host: string): readonly string[] {
    const first = written[0];
    if (first === undefined) {
      return [this.#take(host)];
    }
    if (!first.startsWith(reserved)) {
      return written;
    }
    const owner = this.#owners.get(first);
    if (owner !== undefined && owner !== host) {
      return [this.#take(host), ...written.slice(1)];
    }
    this.#owners.set(first, host);
    return written;
  }

  #take(host: string): string {
    for (;;) {
      if (this.#next % perOctet === 0) {
        this.#next += 1;
      }
      const address = `${reserved}${Math.floor(this.#next / perOctet)}.${this.#next % perOctet}`;
      this.#next += 1;
      if (!this.#owners.has(address)) {
        this.#owners.set(address, host);
        return address;
      }
    }
  }
}
