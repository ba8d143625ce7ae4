/** What a port name says to Aeraki (translation.md section 3): `<anything>-<l7>[-<application protocol>[…]]`. */
export interface PortProtocol {
  /** The second word in lower case; '' when there is none. */
  readonly l7: string;
  /** The third word as it is written, undefined when there is none. */
  readonly application: string | undefined;
}

export function parsePortName(name: string): PortProtocol {
  const words = name.split('-');
  return { l7: (words[1] ?? '').toLowerCase(), application: words[2] };
}

export function isMetaProtocol(name: string): boolean {
  return parsePortName(name).l7 === 'metaprotocol';
}
