import { uint32 } from '../octets.js';
import { Malformed } from '../stream.js';
import { varint, varintEnd } from '../varint.js';
import { binaryTypes, compactElements, compactFields, type Shape } from './types.js';

export type Protocol = 'binary' | 'compact';

/** Deeper than any interface definition goes, and little enough that no message makes us remember much. */
const DEEPEST = 64;

/** What is still open: a struct, or a container with so many values to come, of `shapes` in turn. */
interface Open {
  readonly shapes: readonly Shape[] | undefined;
  left: number;
}

/**
 * Finds the end of a struct without making its values: an unframed message says nowhere how long it is. It can stop
 * where the bytes end and go on when there are more, without going over them again.
 */
export class StructWalk {
  readonly #compact: boolean;
  readonly #open: Open[] = [{ shapes: undefined, left: 1 }];
  /** Octets from the start of the message to what is looked at next. */
  #at: number;
  /** Octets that have to be there to go on. */
  #wanted: number;

  constructor(protocol: Protocol, at: number) {
    this.#compact = protocol === 'compact';
    this.#at = at;
    this.#wanted = at + 1;
  }

  /** As `Framing.measure`. */
  run(bytes: Uint8Array, start: number, end: number): number {
    const there = end - start;
    for (;;) {
      const top = this.#open.at(-1);
      if (top === undefined) return this.#at;
      if (top.left === 0) {
        this.#open.pop();
        continue;
      }
      if (this.#at >= there) return -(this.#at + 1);
      if (top.shapes === undefined) {
        if (!this.#field(bytes, start, there)) return -this.#wanted;
      } else {
        const shape = top.shapes[top.left % top.shapes.length];
        if (shape === undefined || !this.#value(shape, bytes, start, there)) return -this.#wanted;
        top.left -= 1;
      }
    }
  }

  /** A field with its value, or the end of the struct. False: more octets are needed first; nothing is taken then. */
  #field(bytes: Uint8Array, start: number, there: number): boolean {
    const before = this.#at;
    const type = bytes[start + before] ?? 0;
    if (type === 0) {
      this.#open.pop();
      this.#at += 1;
      return true;
    }
    let head = 3;
    if (this.#compact) {
      head = 1;
      // A field number that is far from the last one follows as a varint.
      if (type >> 4 === 0) {
        const end = varintEnd(bytes, start + before + 1, start + there);
        if (end < 0) return this.#want(there + 1);
        head = end - start - before;
      }
    } else if (there - before < head) return this.#want(before + head);
    const shape = this.#compact ? compactFields.get(type & 0x0f) : binaryTypes.get(type);
    if (shape === undefined) throw new Malformed('malformed', `A Thrift field has the unknown type ${type}.`);
    this.#at += head;
    if (this.#value(shape, bytes, start, there)) return true;
    this.#at = before;
    return false;
  }

  #value({ octets }: Shape, bytes: Uint8Array, start: number, there: number): boolean {
    if (typeof octets === 'number') {
      this.#at += octets;
      return true;
    }
    if (octets === 'struct') {
      this.#enter(undefined, 1);
      return true;
    }
    const at = start + this.#at;
    if (octets === 'varint') {
      const end = varintEnd(bytes, at, start + there);
      if (end < 0) return this.#want(there + 1);
      this.#at = end - start;
      return true;
    }
    return this.#compact ? this.#compactHead(octets, bytes, at, there) : this.#binaryHead(octets, bytes, at, there);
  }

  #binaryHead(octets: 'length' | 'list' | 'map', bytes: Uint8Array, at: number, there: number): boolean {
    const head = octets === 'length' ? 4 : octets === 'list' ? 5 : 6;
    if (there - this.#at < head) return this.#want(this.#at + head);
    const count = uint32(bytes, at + head - 4);
    if (count > 0x7fffffff) throw new Malformed('malformed', `A Thrift ${octets} is of negative length.`);
    this.#at += head;
    if (octets === 'length') this.#at += count;
    else if (octets === 'list') this.#enter([shapeOf(binaryTypes, bytes[at], count)], count);
    else this.#enterMap(shapeOf(binaryTypes, bytes[at], count), shapeOf(binaryTypes, bytes[at + 1], count), count);
    return true;
  }

  #compactHead(octets: 'length' | 'list' | 'map', bytes: Uint8Array, at: number, there: number): boolean {
    const before = this.#at;
    const until = at - before + there;
    const first = bytes[at] ?? 0;
    if (until <= at) return this.#want(before + 1);
    if (octets === 'list' && first >> 4 < 15) {
      this.#at += 1;
      this.#enter([shapeOf(compactElements, first & 0x0f, first >> 4)], first >> 4);
      return true;
    }
    const from = octets === 'list' ? at + 1 : at;
    const end = varintEnd(bytes, from, until);
    if (end < 0) return this.#want(there + 1);
    const count = varint(bytes, from);
    if (count > 0x7fffffff) throw new Malformed('malformed', `A Thrift ${octets} is of negative length.`);
    const head = end - at;
    if (octets === 'length') this.#at += head + count;
    else if (octets === 'list') {
      this.#at += head;
      this.#enter([shapeOf(compactElements, first & 0x0f, count)], count);
    } else if (count === 0) this.#at += head;
    else if (end >= until) return this.#want(before + head + 1);
    else {
      const types = bytes[end] ?? 0;
      this.#at += head + 1;
      this.#enterMap(shapeOf(compactElements, types >> 4, 1), shapeOf(compactElements, types & 0x0f, 1), count);
    }
    return true;
  }

  /** A key comes when an even number of values is left, so keys are at 0. */
  #enterMap(key: Shape, value: Shape, count: number): void {
    this.#enter([key, value], count * 2);
  }

  #enter(shapes: readonly Shape[] | undefined, left: number): void {
    const octets = shapes?.length === 1 ? shapes[0]?.octets : undefined;
    if (typeof octets === 'number') {
      this.#at += octets * left;
      return;
    }
    if (this.#open.length >= DEEPEST) throw new Malformed('malformed', `A Thrift value is deeper than ${DEEPEST}.`);
    this.#open.push({ shapes, left });
  }

  #want(octets: number): false {
    this.#wanted = octets;
    return false;
  }
}

/** An empty container may name any type. */
function shapeOf(types: ReadonlyMap<number, Shape>, type: number | undefined, count: number): Shape {
  const shape = types.get(type ?? 0);
  if (shape !== undefined) return shape;
  if (count === 0) return { octets: 0 };
  throw new Malformed('malformed', `A Thrift container holds the unknown type ${type}.`);
}
