/** What passing over a value takes, whatever the protocol calls its type. */
export type Shape =
  /** So many octets; 0: the value is in the type itself. */
  { readonly octets: number } | { readonly octets: 'varint' | 'length' | 'struct' | 'list' | 'map' };

const fixed = (octets: number): Shape => ({ octets });

/** Type numbers of the binary protocol (thrift-binary-protocol.md). */
export const binaryTypes: ReadonlyMap<number, Shape> = new Map<number, Shape>([
  [2, fixed(1)],
  [3, fixed(1)],
  [4, fixed(8)],
  [6, fixed(2)],
  [8, fixed(4)],
  [10, fixed(8)],
  [11, { octets: 'length' }],
  [12, { octets: 'struct' }],
  [13, { octets: 'map' }],
  [14, { octets: 'list' }],
  [15, { octets: 'list' }],
  [16, fixed(16)],
]);

/** Type numbers of the compact protocol (thrift-compact-protocol.md). */
const compact: readonly (readonly [number, Shape])[] = [
  [3, fixed(1)],
  [4, { octets: 'varint' }],
  [5, { octets: 'varint' }],
  [6, { octets: 'varint' }],
  [7, fixed(8)],
  [8, { octets: 'length' }],
  [9, { octets: 'list' }],
  [10, { octets: 'list' }],
  [11, { octets: 'map' }],
  [12, { octets: 'struct' }],
  [13, fixed(16)],
];

/** As fields, where the type of a boolean is its value. */
export const compactFields: ReadonlyMap<number, Shape> = new Map([[1, fixed(0)], [2, fixed(0)], ...compact]);

/** In lists, sets and maps, where a boolean is an octet. */
export const compactElements: ReadonlyMap<number, Shape> = new Map([[1, fixed(1)], [2, fixed(1)], ...compact]);
