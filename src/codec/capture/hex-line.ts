/** A line of a hex dump. */
export interface HexLine {
  /** The digits that say where the line starts, in whatever base; undefined for plain hex digits. */
  readonly offset: string | undefined;
  readonly bytes: Uint8Array;
  /** Wireshark's "follow stream" indents what the server sends. */
  readonly indented: boolean;
  /** Words of 16 bits, as a little-endian machine prints them: a last octet that is 0 may be none. */
  readonly words?: boolean;
}

const COLON = /^(\s*)(?:0x)?([0-9a-f]{4,16}):\s+(.*)$/i;
const BLANKS = /^( *|\t)([0-9a-f]{4,16})\s{1,3}(?=[0-9a-f]{2}(?:\s|$))(.*)$/i;
/** Netty's LoggingHandler, often behind the time and name of a log. */
const TABLE = /\|([0-9a-f]{8})\|((?: [0-9a-f]{2}){1,16}) *\|/i;
/** od -x, and hexdump without -C. */
const WORDS = /^([0-9a-f]{6,8})((?:\s+[0-9a-f]{4}){1,8})\s*$/i;
const END = /^\s*(?:0x)?([0-9a-f]{4,16}):?\s*$/i;
const PLAIN = /^\s*(?:(?:0x)?[0-9a-f]{2}[\s,:-]*)+$/i;

const none = new Uint8Array(0);

/**
 * Reads a line as xxd, hexdump, od, tcpdump -X, Wireshark, Netty or a plain list of digits has it; the text column is
 * left out. Undefined: the line is none of these.
 */
export function hexLine(line: string): HexLine | undefined {
  const table = TABLE.exec(line);
  if (table !== null) return { offset: table[1], bytes: Buffer.from(compact(table[2] ?? ''), 'hex'), indented: false };
  const colon = COLON.exec(line);
  if (colon !== null) {
    const [, , offset = '', rest = ''] = colon;
    // The text column stands behind two blanks.
    const bytes = digits(rest.split(/ {2}|\t/)[0] ?? '');
    // tcpdump indents every line of a packet.
    if (bytes !== undefined) return { offset, bytes, indented: false };
  }
  const words = WORDS.exec(line);
  if (words !== null) {
    return {
      offset: words[1],
      bytes: Buffer.from(compact(words[2] ?? ''), 'hex').swap16(),
      indented: false,
      words: true,
    };
  }
  const blanks = BLANKS.exec(line);
  if (blanks !== null) {
    const [, indent = '', offset = '', rest = ''] = blanks;
    const bytes = pairs(rest);
    if (bytes !== undefined) return { offset, bytes, indented: indent !== '' };
  }
  const end = END.exec(line);
  if (end !== null) return { offset: end[1], bytes: none, indented: false };
  if (!PLAIN.test(line)) return undefined;
  const bytes = digits(line.replace(/0x|[,:-]/gi, ' '));
  return bytes === undefined ? undefined : { offset: undefined, bytes, indented: false };
}

function compact(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Groups of hex digits. */
function digits(text: string): Uint8Array | undefined {
  const all = compact(text);
  if (all.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(all)) return undefined;
  return Buffer.from(all, 'hex');
}

/** Up to 16 pairs with a blank between them, two after the eighth; what follows is the text column. */
function pairs(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let at = 0;
  while (bytes.length < 16) {
    const pair = /^[0-9a-f]{2}(?=\s|$)/i.exec(text.slice(at, at + 3))?.[0];
    if (pair === undefined) break;
    bytes.push(Number.parseInt(pair, 16));
    at += 2;
    const blanks = /^ */.exec(text.slice(at, at + 4))?.[0].length ?? 0;
    if (blanks !== 1 && !(blanks === 2 && bytes.length === 8)) break;
    at += blanks;
  }
  return bytes.length === 0 ? undefined : Uint8Array.from(bytes);
}
