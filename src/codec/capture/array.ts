import type { TextBlock } from './whole-text.js';

/** Comments of C, Java and Go; casts of Java and Go; the size of a C array. */
const NOISE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|\(byte\)|\bbyte\(|(?<=\w)\[\d*\]/g;
const GROUP = /(?:\b(?<peer>peer[01])_\d+\s*=\s*)?[[{<](?<items>[^[\]{}<>]*)(?:[\]}>]|$)/g;
const ITEM = /^(?:-?\d{1,3}|0x[0-9a-f]{1,2})$/i;
const PAIR = /^[0-9a-f]{2}$/i;

/** How many numbers make an array. */
const FEWEST = 4;

/** Whether a text has an array of bytes as a programming language writes it. */
export function hasArray(text: string): boolean {
  for (const _ of arrays(text)) return true;
  return false;
}

/**
 * The arrays of bytes in a text: those of C (Wireshark: "C arrays", where `peer0` is the client), Java (`[-38, -69]`), Go
 * (`[218 187]`, `[]byte{0xda}`), JavaScript (`<Buffer da bb>`), Python. Each is a block.
 */
export function* arrays(text: string): Generator<TextBlock> {
  const plain = text.replace(NOISE, (found) => (found.startsWith('[') ? '' : ' '));
  for (const { groups } of plain.matchAll(GROUP)) {
    const items = (groups?.items ?? '').split(/[\s,;()]+/).filter((item) => item !== '');
    const buffer = items[0] === 'Buffer';
    const numbers = buffer ? items.slice(1) : items;
    const more = numbers.indexOf('...');
    const whole = more < 0 ? numbers : numbers.slice(0, more);
    if (whole.length < FEWEST || !whole.every((item) => (buffer ? PAIR : ITEM).test(item))) continue;
    const values = whole.map((item) => (buffer ? Number.parseInt(item, 16) : Number(item)));
    if (!values.every((value) => value >= -128 && value <= 255)) continue;
    const peer = groups?.peer;
    const sender = peer === undefined ? undefined : peer === 'peer0' ? 'client' : 'server';
    yield { bytes: Uint8Array.from(values), ...(sender !== undefined && { origin: { sender } }) };
  }
}
