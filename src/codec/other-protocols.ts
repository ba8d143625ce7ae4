import { uint16, uint32 } from './octets.js';

/** A protocol that no codec here reads, but that a person has to be told of. */
export interface OtherProtocol {
  readonly name: string;
  /** Whether what is inside cannot be seen. */
  readonly encrypted: boolean;
  /** What else runs on it. */
  readonly carries?: string;
}

const tls: OtherProtocol = { name: 'TLS', encrypted: true };
const http2: OtherProtocol = { name: 'HTTP/2', encrypted: false, carries: 'Triple (Dubbo 3) and gRPC' };

/** Names the protocol of bytes with which one direction of a connection starts, or goes on, where it is plain to see. */
export function otherProtocol(start: Uint8Array): OtherProtocol | undefined {
  if (isTls(start)) return tls;
  if (isHttp2(start)) return http2;
  const text = Buffer.from(start.subarray(0, 64)).toString('latin1');
  if (/^(?:GET|POST|PUT|HEAD|DELETE|OPTIONS|PATCH|CONNECT|TRACE) \S|^HTTP\/1\.[01] \d/.test(text))
    return named('HTTP/1');
  if (/^(?:[*$:]-?\d+\r\n|\+OK\r\n|\+PONG\r\n|-(?:ERR|MOVED|NOAUTH|WRONGTYPE) )/.test(text)) return named('Redis');
  if (/^SSH-[12]\./.test(text)) return named('SSH');
  if (/^PROXY (?:TCP[46]|UNKNOWN)|^\r\n\r\n\0\r\nQUIT\n/.test(text)) return named("HAProxy's PROXY protocol");
  return undefined;
}

function named(name: string): OtherProtocol {
  return { name, encrypted: name === 'SSH' };
}

/** A record of TLS 1.0 to 1.3 (RFC 8446, section 5.1): content type, version, a length of at most 2^14 + 2048. */
function isTls(start: Uint8Array): boolean {
  const [type = 0, major, minor = 255] = start;
  return start.length >= 5 && type >= 20 && type <= 24 && major === 3 && minor <= 4 && uint16(start, 3) <= 0x4800;
}

/** The preface of a client, or the SETTINGS frame that a server starts with (RFC 9113, section 3.4), or another frame. */
function isHttp2(start: Uint8Array): boolean {
  if (Buffer.from(start.subarray(0, 14)).toString('latin1') === 'PRI * HTTP/2.0') return true;
  if (start.length < 9) return false;
  const length = uint32(start, 0) >>> 8;
  const [type = 255, flags = 255] = start.subarray(3, 5);
  const stream = uint32(start, 5);
  if (type === 4)
    return stream === 0 && length % 6 === 0 && length <= 120 && (flags === 0 || (flags === 1 && length === 0));
  if (type === 8) return length === 4 && flags === 0 && stream < 0x80000000 && uint32(start, 9) < 0x80000000;
  if (type === 6) return length === 8 && flags <= 1 && stream === 0;
  return (
    (type === 0 || type === 1) && (flags & ~0x2d) === 0 && stream % 2 === 1 && stream < 0x10000 && length <= 0x4000
  );
}
