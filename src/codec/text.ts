const encoder = new TextEncoder();

/** Below this many octets a loop is faster than a call into the runtime. */
const SHORT = 8;

/** UTF-8 as text; what is not UTF-8 becomes U+FFFD. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return buffered(bytes).toString('utf8', start, end);
  let text = '';
  for (let at = start; at < end; at += 1) {
    const octet = bytes[at] ?? 0;
    if (octet > 0x7f) return buffered(bytes).toString('utf8', start, end);
    text += String.fromCharCode(octet);
  }
  return text;
}

/** Octets below 0x80 as text; faster than `textOf` where it is known that there are no others. */
export function asciiOf(bytes: Uint8Array, start: number, end: number): string {
  return end - start > SHORT ? buffered(bytes).toString('latin1', start, end) : textOf(bytes, start, end);
}

/** The same octets, not a copy. */
function buffered(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
