import { redact, redactText } from '../../envoy/redact.js';
import type { Json, JsonObject } from '../../model/envoy.js';
import { json } from '../../output/json.js';

/** A file of the archive. */
export interface Part {
  /** Within the archive, with slashes. */
  readonly path: string;
  /** For people: what is in it. */
  readonly what: string;
  readonly text: string;
}

/** A file that is not in the archive as a whole, and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/**
 * What an archive will have, in the order in which it matters: each file is cut where it is longer than one may be, and left out
 * when there is no room for it. Sizes are octets before packing. Nothing gets in that did not pass the redactor.
 */
export class Contents {
  readonly #parts: Part[] = [];
  readonly #leftOut: LeftOut[] = [];
  #left: number;

  constructor(readonly most: number) {
    this.#left = most;
  }

  /** Sorted by path: the same contents are the same archive, whoever answered first. */
  get parts(): readonly Part[] {
    return [...this.#parts].sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  get leftOut(): readonly LeftOut[] {
    return this.#leftOut;
  }

  /** Says of something that it could not be had. */
  missing(path: string, reason: string): void {
    this.#leftOut.push({ path, reason: redactText(reason) });
  }

  /** Free text (statistics, a page of an admin port). */
  addText(path: string, what: string, text: string): void {
    this.#add(path, what, redactText(text));
  }

  /** A page that should be JSON; one that is not is taken as text. */
  addPage(path: string, what: string, page: Uint8Array): void {
    const text = Buffer.from(page).toString('utf8');
    try {
      this.addJson(path, what, JSON.parse(text) as Json);
    } catch {
      this.addText(path, what, text);
    }
  }

  addJson(path: string, what: string, value: Json): void {
    this.#add(path, what, json(redact(value)));
  }

  /** Objects that are too many to be held twice: each passes the redactor by itself. The result is one JSON list. */
  addList(path: string, what: string, field: string, objects: Iterable<JsonObject>): void {
    const items: string[] = [];
    for (const each of objects) items.push(JSON.stringify(redact(each)));
    this.#add(path, what, `{${JSON.stringify(field)}: [\n${items.join(',\n')}\n]}\n`);
  }

  /** Text that was made of redacted values and of nothing else. */
  addMade(path: string, what: string, text: string): void {
    this.#add(path, what, text);
  }

  #add(wanted: string, what: string, text: string): void {
    const path = this.#free(wanted);
    const size = Buffer.byteLength(text);
    if (size <= this.#left) {
      this.#left -= size;
      this.#parts.push({ path, what, text });
      return;
    }
    // The beginning of a large one is worth more than nothing, but not a rest of some lines.
    if (this.#left < 1 << 16) {
      this.#leftOut.push({ path, reason: `${size} bytes, for which there is no room left (--max-size)` });
      return;
    }
    const cut = Buffer.from(text)
      .subarray(0, this.#left)
      .toString('utf8')
      .replace(/\uFFFD$/, '');
    this.#left = 0;
    this.#parts.push({ path, what, text: cut });
    this.#leftOut.push({ path, reason: `cut after ${Buffer.byteLength(cut)} of ${size} bytes (--max-size)` });
  }

  /** Two sources may have the same name. */
  #free(path: string): string {
    let free = path;
    for (let number = 2; this.#parts.some((part) => part.path === free); number += 1) {
      free = path.replace(/(\/[^/]*)$/, `-${number}$1`);
    }
    return free;
  }
}

/** A name of a source as a folder: nothing in it leads anywhere else. */
export function folderName(source: string): string {
  const plain = source.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._]+/, '');
  return plain === '' ? 'unnamed' : plain.slice(-100);
}
