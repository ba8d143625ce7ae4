/** The 16 octets before every Dubbo 2 message (packets.md, Dubbo 2). */
export const HEADER = 16;

export const flags = { request: 0x80, twoWay: 0x40, event: 0x20, serialization: 0x1f } as const;

export const HESSIAN2 = 2;

const serializations: ReadonlyMap<number, string> = new Map([
  [2, 'hessian2'],
  [3, 'java'],
  [4, 'compactedjava'],
  [6, 'fastjson'],
  [7, 'nativejava'],
  [8, 'kryo'],
  [9, 'fst'],
  [10, 'native-hessian'],
  [11, 'avro'],
  [12, 'protostuff'],
  [16, 'gson'],
  [21, 'protobuf-json'],
  [22, 'protobuf'],
  [23, 'fastjson2'],
  [25, 'kryo2'],
]);

/** `hessian2`, or the number of one that has no name here. */
export function serializationName(number: number): string {
  return serializations.get(number) ?? String(number);
}

export const OK = 20;

const statuses: ReadonlyMap<number, string> = new Map([
  [20, 'OK'],
  [25, 'serialization error'],
  [30, 'client timeout'],
  [31, 'server timeout'],
  [35, 'channel inactive'],
  [40, 'bad request'],
  [50, 'bad response'],
  [60, 'service not found'],
  [70, 'service error'],
  [80, 'server error'],
  [90, 'client error'],
  [100, 'server thread pool exhausted'],
]);

export function statusName(status: number): string {
  return statuses.get(status) ?? String(status);
}

/** Puts the body length into a copy of `header`, and the id when there is a new one. */
export function headerWith(header: Uint8Array, bodySize: number, id: bigint | undefined): Uint8Array {
  // Not `slice`, which a Buffer answers with a view.
  const copy = new Uint8Array(header.subarray(0, HEADER));
  const view = new DataView(copy.buffer);
  view.setUint32(12, bodySize);
  if (id !== undefined) view.setBigUint64(4, id);
  return copy;
}
