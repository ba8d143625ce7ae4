import { isAscii } from 'node:buffer';
import { Malformed } from '../stream.js';
import { asciiOf } from '../text.js';
import { fixedSizes, hex, isString, LONG, NOT_LAST } from './hessian-tags.js';
import { javaText } from './java-text.js';

/**
 * Passes over values of Hessian 2 (hessian.caucho.com/doc/hessian-serialization.html) without making them, and reads the
 * few kinds that a Dubbo header is made of. Only the class definitions are remembered, because the length of an object
 * depends on them. hessian.js makes every value, and fails on classes that it does not know.
 */
export class HessianReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  /** Number of fields of each class that was defined so far. */
  readonly #classes: number[] = [];
  at: number;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.#bytes = bytes;
    this.at = start;
    this.#end = end;
  }

  get done(): boolean {
    return this.at >= this.#end;
  }

  peek(): number {
    if (this.at >= this.#end) throw new Malformed('malformed', 'a value is missing: the body ends too early');
    return this.#bytes[this.at] ?? 0;
  }

  /** Whether the next value is a string. */
  isText(): boolean {
    return isString(this.peek());
  }

  /** A string, or undefined for null. Raises `Malformed` for any other value. */
  text(): string | undefined {
    const tag = this.peek();
    if (tag === 0x4e) {
      this.at += 1;
      return undefined;
    }
    if (!isString(tag)) throw new Malformed('malformed', `a string was expected, but ${hex(tag)} begins no string`);
    let whole = '';
    for (;;) {
      const last = this.peek() !== NOT_LAST;
      const units = this.#chunkUnits();
      const start = this.at;
      this.#passUnits(units);
      whole += this.at - start === units ? asciiOf(this.#bytes, start, this.at) : javaText(this.#bytes, start, this.at);
      if (last) return whole;
      if (!isString(this.peek())) throw new Malformed('malformed', 'a string in chunks has no last chunk');
    }
  }

  /** A small integer, as the type of a Dubbo result is one. */
  int(): number {
    const tag = this.peek();
    this.at += 1;
    if (tag >= 0x80 && tag <= 0xbf) return tag - 0x90;
    if (tag >= 0xc0 && tag <= 0xcf) return ((tag - 0xc8) << 8) + this.#octet();
    if (tag >= 0xd0 && tag <= 0xd7) return ((tag - 0xd4) << 16) + this.#uint16();
    if (tag === 0x49) return (this.#uint16() << 16) | this.#uint16();
    throw new Malformed('malformed', `a whole number was expected, but ${hex(tag)} begins none`);
  }

  /** The start of a map; false, with nothing taken, where there is none. */
  mapStart(): boolean {
    if (this.done) return false;
    const tag = this.peek();
    if (tag !== 0x48 && tag !== 0x4d) return false;
    this.at += 1;
    if (tag === 0x4d) this.#type();
    return true;
  }

  /** Whether the map or list ends here; then its end is taken. */
  ends(): boolean {
    if (this.peek() !== 0x5a) return false;
    this.at += 1;
    return true;
  }

  /** Passes over one value, however deep: the work that is left is a stack of counts, so depth costs no call stack. */
  skip(): undefined {
    // Each entry: values still to pass; Infinity: until `Z`.
    const left: number[] = [1];
    while (left.length > 0) {
      const top = left.length - 1;
      const count = left[top] ?? 0;
      if (count === 0 || (count === Number.POSITIVE_INFINITY && this.ends())) {
        left.pop();
        continue;
      }
      if (count !== Number.POSITIVE_INFINITY) left[top] = count - 1;
      const more = this.#skipOne();
      if (more > 0) left.push(more);
    }
  }

  /** Passes over a tag and what belongs to it alone; gives how many values follow inside. */
  #skipOne(): number {
    const tag = this.peek();
    if (isString(tag)) {
      this.#passUnits(this.#chunkUnits());
      return tag === NOT_LAST ? 1 : 0;
    }
    this.at += 1;
    if (tag >= 0x20 && tag <= 0x2f) return this.#pass(tag - 0x20);
    if (tag >= 0x34 && tag <= 0x37) return this.#pass(((tag - 0x34) << 8) + this.#octet());
    if (tag >= 0x38 && tag <= 0x3f) return this.#pass(2);
    if (tag >= 0x60 && tag <= 0x6f) return this.#fieldsOf(tag - 0x60);
    if (tag >= 0x70 && tag <= 0x77) return this.#type() + tag - 0x70;
    if (tag >= 0x78 && tag <= 0x7f) return tag - 0x78;
    if (tag >= 0x80 && tag <= 0xbf) return 0;
    if (tag >= 0xc0 && tag <= 0xcf) return this.#pass(1);
    if (tag >= 0xd0 && tag <= 0xd7) return this.#pass(2);
    if (tag >= 0xd8 && tag <= 0xef) return 0;
    if (tag >= 0xf0) return this.#pass(1);
    return this.#skipNamed(tag);
  }

  #skipNamed(tag: number): number {
    const fixed = fixedSizes.get(tag);
    if (fixed !== undefined) return this.#pass(fixed);
    switch (tag) {
      case 0x41: // A: more chunks follow
        this.#pass(this.#uint16());
        return 1;
      case 0x42: // B
        return this.#pass(this.#uint16());
      case 0x43: // C: the definition comes before the object
        this.#define();
        return 1;
      case 0x48: // H
        return Number.POSITIVE_INFINITY;
      case 0x4d: // M
      case 0x55: // list of a type, until Z
        this.#type();
        return Number.POSITIVE_INFINITY;
      case 0x57: // list until Z
        return Number.POSITIVE_INFINITY;
      case 0x56: // list of a type and a length
        this.#type();
        return this.#count();
      case 0x58:
        return this.#count();
      case 0x4f: // O
        return this.#fieldsOf(this.int());
      case 0x51: // Q: reference
        this.int();
        return 0;
      default:
        throw new Malformed('malformed', `${hex(tag)} begins no value of Hessian 2`);
    }
  }

  #define(): void {
    this.#skipString();
    const fields = this.#count();
    for (let field = 0; field < fields; field += 1) this.#skipString();
    this.#classes.push(fields);
  }

  #fieldsOf(index: number): number {
    const fields = this.#classes[index];
    if (fields === undefined) throw new Malformed('malformed', `an object is of class ${index}, which is not defined`);
    return fields;
  }

  /** A type is a name or the number of an earlier one. */
  #type(): 0 {
    if (isString(this.peek())) this.#skipString();
    else this.int();
    return 0;
  }

  #count(): number {
    const count = this.int();
    // Every value takes an octet at least, so what is longer than the body is no count.
    if (count < 0 || count > this.#end - this.at) throw new Malformed('malformed', `a length of ${count} cannot be`);
    return count;
  }

  #skipString(): void {
    for (;;) {
      const tag = this.peek();
      if (!isString(tag)) throw new Malformed('malformed', `a name was expected, but ${hex(tag)} begins no string`);
      this.#passUnits(this.#chunkUnits());
      if (tag !== NOT_LAST) return;
    }
  }

  /** The head of a chunk: its length, which counts UTF-16 units, not octets. */
  #chunkUnits(): number {
    const tag = this.#octet();
    if (tag <= 0x1f) return tag;
    return tag <= 0x33 ? ((tag - 0x30) << 8) + this.#octet() : this.#uint16();
  }

  /**
   * Passes over `units` UTF-16 units. Hessian's Java code writes each half of a surrogate pair in three octets; others
   * write the pair as UTF-8 does, four octets for two units.
   */
  #passUnits(units: number): void {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.at;
    let left = units;
    // Long text is ASCII more often than not, and the runtime sees that much faster than a loop.
    if (left > LONG && at + left <= end && isAscii(bytes.subarray(at, at + left))) {
      this.at = at + left;
      return;
    }
    while (left > 0 && at < end) {
      const octet = bytes[at] ?? 0;
      if (octet < 0x80) at += 1;
      else if (octet < 0xe0) at += 2;
      else if (octet < 0xf0) at += 3;
      else {
        at += 4;
        left -= 1;
      }
      left -= 1;
    }
    if (left > 0 || at > end) throw new Malformed('malformed', 'a string is longer than the body');
    this.at = at;
  }

  #pass(octets: number): 0 {
    this.at += octets;
    if (this.at > this.#end) throw new Malformed('malformed', 'a value is longer than the body');
    return 0;
  }

  #octet(): number {
    const octet = this.peek();
    this.at += 1;
    return octet;
  }

  #uint16(): number {
    return (this.#octet() << 8) | this.#octet();
  }
}
