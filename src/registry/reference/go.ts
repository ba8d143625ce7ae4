/** What the Go standard library does with text, as the reference adapters rely on it. */

/** `strings.ToLower`: rune by rune, so no final sigma and no combining dot. */
export function toLower(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  let result = '';
  for (const rune of text) result += rune === '\u0130' ? 'i' : rune.toLowerCase();
  return result;
}

/** `strconv.Atoi` on a 64-bit machine, or undefined where it gives an error. */
export function atoi(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return value === BigInt.asIntN(64, value) ? value : undefined;
}

/** The conversion `uint32(n)`: the lowest 32 bits. */
export function toUint32(value: bigint | number): number {
  return Number(BigInt.asUintN(32, typeof value === 'bigint' ? value : BigInt(Math.trunc(value))));
}

/** `url.QueryUnescape`, '' where it gives an error. */
export function queryUnescape(text: string): string {
  if (!/[%+]/.test(text)) return text;
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return '';
  const octets: number[] = [];
  for (const octet of Buffer.from(text.replaceAll('+', ' '), 'utf8')) octets.push(octet);
  const decoded: number[] = [];
  for (let at = 0; at < octets.length; at++) {
    const octet = octets[at] ?? 0;
    if (octet !== 0x25) {
      decoded.push(octet);
      continue;
    }
    decoded.push(Number.parseInt(String.fromCharCode(octets[at + 1] ?? 0, octets[at + 2] ?? 0), 16));
    at += 2;
  }
  return Buffer.from(decoded).toString('utf8');
}

/** Order of the UTF-8 octets, in which Go sorts strings and etcd its keys. */
export function byOctets(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const first = a.charCodeAt(at);
  const second = b.charCodeAt(at);
  // Surrogates stand for what comes behind every other unit; NaN: one text is the beginning of the other.
  if (isSurrogate(first) !== isSurrogate(second) && at < length) return isSurrogate(first) ? 1 : -1;
  if (at === length) return a.length - b.length;
  return first - second;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
