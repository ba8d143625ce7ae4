import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/*
 * The few messages of etcd's API that are needed (etcdserverpb/rpc.proto, mvccpb/kv.proto). Generated code would make an
 * object for each of a hundred thousand keys; here a key goes straight to whoever wants it.
 */

export interface RangeQuestion {
  readonly from: Buffer;
  /** The first key that is not wanted any more. */
  readonly end: Buffer;
  readonly limit: number;
  /** 0: the newest. */
  readonly revision: bigint;
  readonly countOnly?: boolean;
}

export interface RangeAnswer {
  readonly revision: bigint;
  readonly pairs: readonly EtcdKeyValue[];
  /** Whether there are more than the limit. */
  readonly more: boolean;
  /** Of all keys in the range. */
  readonly count: number;
}

export interface EtcdKeyValue {
  readonly key: Buffer;
  readonly value: Buffer;
}

export interface WatchAnswer {
  readonly watch: number;
  readonly revision: bigint;
  readonly created: boolean;
  readonly canceled: boolean;
  /** Not 0: what was asked for is forgotten up to here. */
  readonly compacted: bigint;
  readonly reason: string;
  readonly events: readonly (EtcdKeyValue & { readonly deleted: boolean })[];
}

export function rangeRequest({ from, end, limit, revision, countOnly = false }: RangeQuestion): Buffer {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.LengthDelimited).bytes(from).tag(2, WireType.LengthDelimited).bytes(end);
  writer.tag(3, WireType.Varint).int64(limit).tag(4, WireType.Varint).int64(revision);
  if (countOnly) writer.tag(9, WireType.Varint).bool(true);
  return Buffer.from(writer.finish());
}

export function rangeResponse(bytes: Buffer): RangeAnswer {
  const reader = new BinaryReader(bytes);
  const pairs: EtcdKeyValue[] = [];
  let revision = 0n;
  let more = false;
  let count = 0;
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1) revision = headerRevision(reader);
    else if (field === 2) pairs.push(keyValue(reader));
    else if (field === 3) more = reader.bool();
    else if (field === 4) count = Number(reader.int64());
    else reader.skip(type);
  }
  return { revision, pairs, more, count };
}

/** Asks for everything from `key` to before `end`, from `revision` on. */
export function watchRequest(watch: number, key: Buffer, end: Buffer, revision: bigint): Buffer {
  const create = new BinaryWriter();
  create.tag(1, WireType.LengthDelimited).bytes(key).tag(2, WireType.LengthDelimited).bytes(end);
  create.tag(3, WireType.Varint).int64(revision).tag(4, WireType.Varint).bool(true);
  create.tag(7, WireType.Varint).int64(watch);
  return Buffer.from(new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(create.finish()).finish());
}

export function watchResponse(bytes: Buffer): WatchAnswer {
  const reader = new BinaryReader(bytes);
  const events: (EtcdKeyValue & { readonly deleted: boolean })[] = [];
  const answer = { watch: 0, revision: 0n, created: false, canceled: false, compacted: 0n, reason: '' };
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1) answer.revision = headerRevision(reader);
    else if (field === 2) answer.watch = Number(reader.int64());
    else if (field === 3) answer.created = reader.bool();
    else if (field === 4) answer.canceled = reader.bool();
    else if (field === 5) answer.compacted = BigInt(reader.int64());
    else if (field === 6) answer.reason = reader.string();
    else if (field === 11) events.push(event(reader));
    else reader.skip(type);
  }
  return { ...answer, events };
}

export function authenticateRequest(name: string, password: string): Buffer {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.LengthDelimited).string(name).tag(2, WireType.LengthDelimited).string(password);
  return Buffer.from(writer.finish());
}

/** The token. */
export function authenticateResponse(bytes: Buffer): string {
  const reader = new BinaryReader(bytes);
  let token = '';
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 2) token = reader.string();
    else reader.skip(type);
  }
  return token;
}

function headerRevision(reader: BinaryReader): bigint {
  const end = reader.uint32() + reader.pos;
  let revision = 0n;
  while (reader.pos < end) {
    const [field, type] = reader.tag();
    if (field === 3) revision = BigInt(reader.int64());
    else reader.skip(type);
  }
  return revision;
}

const nothing = Buffer.alloc(0);

function keyValue(reader: BinaryReader): EtcdKeyValue {
  const end = reader.uint32() + reader.pos;
  let key: Buffer = nothing;
  let value: Buffer = nothing;
  while (reader.pos < end) {
    const [field, type] = reader.tag();
    if (field === 1) key = slice(reader);
    else if (field === 5) value = slice(reader);
    else reader.skip(type);
  }
  return { key, value };
}

function event(reader: BinaryReader): EtcdKeyValue & { readonly deleted: boolean } {
  const end = reader.uint32() + reader.pos;
  let deleted = false;
  let pair: EtcdKeyValue = { key: nothing, value: nothing };
  while (reader.pos < end) {
    const [field, type] = reader.tag();
    if (field === 1) deleted = reader.int32() === 1;
    else if (field === 2) pair = keyValue(reader);
    else reader.skip(type);
  }
  return { ...pair, deleted };
}

/** The next bytes, not copied. */
function slice(reader: BinaryReader): Buffer {
  const { buffer, byteOffset, byteLength } = reader.bytes();
  return Buffer.from(buffer, byteOffset, byteLength);
}
