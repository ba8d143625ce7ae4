/**
 * What the pure stages ask of Node's `Buffer`, with its meaning: text to octets and back. `esbuild` puts this where the
 * name stands free; the program itself keeps Node's own, which is faster.
 */
type Encoding = 'utf8' | 'latin1' | 'base64' | 'utf16le';

class Octets extends Uint8Array {
  override toString(encoding: Encoding = 'utf8'): string {
    // As Node has it: a mark at the beginning stays, an octet that is no UTF-8 becomes U+FFFD.
    if (encoding === 'utf8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this);
    if (encoding === 'latin1') return characters(this);
    if (encoding === 'utf16le') return characters(new Uint16Array(this.buffer, this.byteOffset, this.length >> 1));
    return btoa(characters(this));
  }
}

export const Buffer = {
  from(text: string, encoding: Encoding = 'utf8'): Octets {
    if (encoding === 'utf8') return new Octets(new TextEncoder().encode(text));
    if (encoding === 'base64') return fromBase64(text);
    // A character that is more than an octet loses its upper half in latin1, as in Node.
    const units = encoding === 'latin1' ? new Uint8Array(text.length) : new Uint16Array(text.length);
    for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
    return new Octets(units.buffer);
  },
  /** The octets that a text has in UTF-8. */
  byteLength(text: string): number {
    return new TextEncoder().encode(text).length;
  },
};

/** So many at once may be the arguments of a function everywhere. */
const atOnce = 8192;

function characters(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += atOnce) text += String.fromCharCode(...units.subarray(at, at + atOnce));
  return text;
}

/** Both alphabets; what is in neither is passed over, and the first `=` ends it, as in Node. */
function fromBase64(text: string): Octets {
  const [upTo = ''] = text.split('=', 1);
  const known = upTo
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  // A single character at the end holds no whole octet.
  const whole = known.length % 4 === 1 ? known.slice(0, -1) : known;
  return new Octets(Uint8Array.from(atob(whole), (each) => each.charCodeAt(0)));
}
