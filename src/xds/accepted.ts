/**
 * The versions that a client has accepted, by name. One that accepts all that it asked for, as thousands do at once after
 * a change, shares the list of what it was sent with all others; only differences from it are its own.
 */
export class Accepted {
  #shared: ReadonlyMap<string, string> = new Map();
  readonly #own = new Map<string, string | undefined>();

  get(name: string): string | undefined {
    return this.#own.has(name) ? this.#own.get(name) : this.#shared.get(name);
  }

  /** `whole`: these are all that the client wants. */
  accept(versions: ReadonlyMap<string, string>, whole: boolean): void {
    if (whole) {
      this.#shared = versions;
      this.#own.clear();
    } else for (const [name, version] of versions) this.set(name, version);
  }

  set(name: string, version: string): void {
    this.#own.set(name, version);
  }

  delete(name: string): void {
    if (this.#shared.has(name)) this.#own.set(name, undefined);
    else this.#own.delete(name);
  }

  *names(): Generator<string> {
    for (const name of this.#shared.keys()) if (this.get(name) !== undefined) yield name;
    for (const [name, version] of this.#own) if (version !== undefined && !this.#shared.has(name)) yield name;
  }
}
