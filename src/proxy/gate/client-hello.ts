/** What the first octets of a connection are. */
export type Sniffed =
  /** Not enough of them yet. */
  'more' | 'clear' | { readonly serverName: string | undefined; readonly alpn: readonly string[] };

/** A ClientHello that is longer is none that a program sends. */
const LONGEST = 64 * 1024;
const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const SERVER_NAME = 0;
const ALPN = 16;

/**
 * Reads a ClientHello of TLS (RFC 8446 4.1.2, RFC 6066 3, RFC 7301), which may be cut into several records, without taking
 * anything from the connection. What looks like TLS and cannot be read counts as clear, as Envoy's inspector has it.
 */
export function sniff(octets: Buffer): Sniffed {
  if (octets.length === 0) return 'more';
  if (octets[0] !== HANDSHAKE) return 'clear';
  if (octets.length > 1 && octets[1] !== 3) return 'clear';
  const hello = handshake(octets);
  if (hello === 'clear' || hello === 'more') return hello;
  const body = new Reader(hello);
  body.skip(2 + 32);
  body.skip(body.number(1));
  body.skip(body.number(2));
  body.skip(body.number(1));
  const extensions = new Reader(body.left > 1 ? body.take(body.number(2)) : Buffer.alloc(0));
  let serverName: string | undefined;
  let alpn: readonly string[] = [];
  while (extensions.left >= 4) {
    const type = extensions.number(2);
    const content = new Reader(extensions.take(extensions.number(2)));
    if (type === SERVER_NAME) serverName = firstName(content);
    else if (type === ALPN) alpn = protocols(content);
  }
  return body.broken || extensions.broken ? 'clear' : { serverName, alpn };
}

/** The body of the first handshake message, put together from its records. */
function handshake(octets: Buffer): Buffer | 'more' | 'clear' {
  const parts: Buffer[] = [];
  let have = 0;
  let need = Number.POSITIVE_INFINITY;
  for (let at = 0; have < need; ) {
    if (octets.length < at + 5) return 'more';
    if (octets[at] !== HANDSHAKE || octets[at + 1] !== 3) return 'clear';
    const end = at + 5 + octets.readUInt16BE(at + 3);
    if (end === at + 5) return 'clear';
    const part = octets.subarray(at + 5, end);
    parts.push(part);
    have += part.length;
    const start = parts.length === 1 ? part : Buffer.concat(parts);
    if (start.length >= 4) {
      if (start[0] !== CLIENT_HELLO) return 'clear';
      need = 4 + start.readUIntBE(1, 3);
      if (need > LONGEST) return 'clear';
    }
    if (have < need && octets.length < end) return 'more';
    at = end;
  }
  return Buffer.concat(parts).subarray(4, need);
}

function firstName(content: Reader): string | undefined {
  const list = new Reader(content.take(content.number(2)));
  const type = list.number(1);
  const name = list.take(list.number(2)).toString('latin1');
  return type === 0 && !list.broken ? name : undefined;
}

function protocols(content: Reader): readonly string[] {
  const list = new Reader(content.take(content.number(2)));
  const found: string[] = [];
  while (list.left > 0 && !list.broken) found.push(list.take(list.number(1)).toString('latin1'));
  return list.broken ? [] : found;
}

/** Reads past the end as nothing, and remembers it. */
class Reader {
  readonly #octets: Buffer;
  #at = 0;
  broken = false;

  constructor(octets: Buffer) {
    this.#octets = octets;
  }

  get left(): number {
    return this.#octets.length - this.#at;
  }

  take(length: number): Buffer {
    if (length > this.left) {
      this.broken = true;
      this.#at = this.#octets.length;
      return Buffer.alloc(0);
    }
    this.#at += length;
    return this.#octets.subarray(this.#at - length, this.#at);
  }

  skip(length: number): void {
    this.take(length);
  }

  number(size: number): number {
    const octets = this.take(size);
    return octets.length === 0 ? 0 : octets.readUIntBE(0, size);
  }
}
