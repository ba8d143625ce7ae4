import { Malformed } from './stream.js';

/** Where the varint that starts at `at` ends; -1: not before `end`. Raises `Malformed` for one of more than 10 octets. */
export function varintEnd(bytes: Uint8Array, at: number, end: number): number {
  for (let place = at; place < end; place += 1) {
    if ((bytes[place] ?? 0) < 0x80) return place + 1;
    if (place - at >= 9) throw new Malformed('malformed', 'A varint is longer than 10 octets.');
  }
  return -1;
}

/** The value of the varint that starts at `at`, exact up to 2^53. */
export function varint(bytes: Uint8Array, at: number): number {
  let value = 0;
  let weight = 1;
  for (let place = at; ; place += 1) {
    const octet = bytes[place] ?? 0;
    value += (octet & 0x7f) * weight;
    if (octet < 0x80) return value;
    weight *= 128;
  }
}
