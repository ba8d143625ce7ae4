import { fileURLToPath, pathToFileURL } from 'node:url';

/** The addresses of an editor, and the names under which we know its files; each file keeps the address that it was named by. */
export class Addresses {
  readonly #addresses = new Map<string, string>();

  /** The path of a file; another thing (`untitled:1`) is called by its address. */
  name(address: string): string {
    const name = pathOf(address);
    this.#addresses.set(name, address);
    return name;
  }

  address(name: string): string {
    const known = this.#addresses.get(name);
    if (known !== undefined) return known;
    return /^[a-z][a-z0-9+.-]+:(?!\\)/i.test(name) ? name : pathToFileURL(name).href;
  }
}

/** The path that an address is of, else the address itself. */
export function pathOf(address: string): string {
  if (!address.startsWith('file:')) return address;
  try {
    return fileURLToPath(address);
  } catch {
    return address;
  }
}
