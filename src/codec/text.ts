const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** UTF-8 as text; what is not UTF-8 becomes U+FFFD. Short ASCII, nearly all there is, is read without a decoder. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 48) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at += 1) {
    const octet = bytes[at] ?? 0;
    if (octet > 0x7f) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(octet);
  }
  return text;
}

/** Text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
