/** Octets behind the tags of values of one size (hessian.caucho.com/doc/hessian-serialization.html). */
export const fixedSizes: ReadonlyMap<number, number> = new Map([
  [0x4e, 0], // N, null
  [0x54, 0], // T
  [0x46, 0], // F
  [0x5b, 0], // 0.0
  [0x5c, 0], // 1.0
  [0x5d, 1], // double of 8 bits
  [0x5e, 2], // double of 16 bits
  [0x49, 4], // I
  [0x4b, 4], // date in minutes
  [0x59, 4], // long of 32 bits
  [0x5f, 4], // double of 32 bits
  [0x44, 8], // D
  [0x4a, 8], // date
  [0x4c, 8], // L
]);

/** Octets from which on a call into the runtime pays. */
export const LONG = 64;

/** The tag of a chunk of a string that is followed by another. */
export const NOT_LAST = 0x52;

export function isString(tag: number): boolean {
  return tag <= 0x1f || (tag >= 0x30 && tag <= 0x33) || tag === 0x52 || tag === 0x53;
}

export function hex(tag: number): string {
  return `0x${tag.toString(16).padStart(2, '0')}`;
}
