import { uint16, uint32 } from '../octets.js';

/** The fixed part before every tRPC frame, in octets (packets.md, tRPC). */
export const FIXED = 16;
export const MAGIC = 0x0930;

export const frameTypes = { unary: 0, stream: 1 } as const;
export const streamTypes = { init: 1, data: 2, feedback: 3, close: 4 } as const;

export interface Frame {
  readonly frameType: number;
  readonly streamType: number;
  /** Octets of the protobuf header. */
  readonly headerSize: number;
  /** The protobuf header is not counted as one: it is the body of a stream's init, feedback or close. */
  readonly inBody: boolean;
  readonly streamId: number;
  /** A view on the protobuf header. */
  readonly header: Uint8Array;
  /** Whether the frame is long enough for the header that it names. */
  readonly whole: boolean;
}

/**
 * Reads the fixed part. The implementations of tRPC send the metas of a stream as its body, with a header of no octets;
 * a meta in the header is read as well.
 */
export function readFrame(bytes: Uint8Array): Frame {
  const size = uint16(bytes, 8);
  const inBody = size === 0 && bytes[2] === frameTypes.stream && bytes[3] !== streamTypes.data;
  const headerSize = inBody ? bytes.length - FIXED : size;
  const whole = FIXED + headerSize <= bytes.length;
  return {
    frameType: bytes[2] ?? 0,
    streamType: bytes[3] ?? 0,
    headerSize,
    inBody,
    streamId: uint32(bytes, 10),
    header: bytes.subarray(FIXED, FIXED + headerSize),
    whole,
  };
}

/** What a frame says in its fixed part. Sizes are octets. */
export interface FixedPart {
  readonly frameType: number;
  readonly streamType: number;
  readonly headerSize: number;
  readonly bodySize: number;
  readonly streamId: number;
}

export function writeFixed({ frameType, streamType, headerSize, bodySize, streamId }: FixedPart): Uint8Array {
  const bytes = new Uint8Array(FIXED);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, MAGIC);
  view.setUint8(2, frameType);
  view.setUint8(3, streamType);
  view.setUint32(4, FIXED + headerSize + bodySize);
  view.setUint16(8, headerSize);
  view.setUint32(10, streamId);
  return bytes;
}
