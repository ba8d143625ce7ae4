const reserved = '240.240.';
const perOctet = 255;

/**
 * The reference's allocator of addresses for ServiceEntries that have none (translation.md section 2): 240.240.0.1,
 * 240.240.0.2, …, passing over those that an earlier entry has as its first address. An entry whose own first address
 * there is taken by another one is given another. Entries are known by namespace and name, whatever their hosts are.
 */
export class AddressAllocator {
  readonly #owners = new Map<string, string>();
  #next = 0;

  /** Returns `written` itself when nothing was allocated. `entry` is its `namespace/name`. */
  allocate(written: readonly string[], entry: string): readonly string[] {
    const first = written[0];
    if (first === undefined) {
      return [this.#take(entry)];
    }
    if (!first.startsWith(reserved)) {
      return written;
    }
    const owner = this.#owners.get(first);
    if (owner !== undefined && owner !== entry) {
      return [this.#take(entry), ...written.slice(1)];
    }
    this.#owners.set(first, entry);
    return written;
  }

  #take(entry: string): string {
    for (;;) {
      if (this.#next % perOctet === 0) {
        this.#next += 1;
      }
      const address = `${reserved}${Math.floor(this.#next / perOctet)}.${this.#next % perOctet}`;
      this.#next += 1;
      if (!this.#owners.has(address)) {
        this.#owners.set(address, entry);
        return address;
      }
    }
  }
}
