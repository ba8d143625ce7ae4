import { createRequire } from 'node:module';

/** hessian.js has no types; this is what is used of it. */
interface Encoder {
  write(value: unknown): void;
  writeInt(value: number): void;
  get(): Buffer;
}

const hessian = createRequire(import.meta.url)('hessian.js') as {
  EncoderV2: new () => Encoder;
  DecoderV2: new (bytes: Uint8Array) => { read(): unknown };
};

export interface RequestParts {
  readonly id?: bigint;
  readonly path?: string;
  readonly version?: string;
  readonly method?: string;
  readonly types?: string;
  readonly values?: readonly unknown[];
  readonly attachments?: Readonly<Record<string, unknown>>;
  readonly twoWay?: boolean;
}

/** A request as hessian.js writes it. */
export function dubboRequest(parts: RequestParts = {}): Buffer {
  const { path = 'org.apache.dubbo.Demo', version = '0.0.0', method = 'sayHello', types = '' } = parts;
  const values = ['2.0.2', path, version, method, types, ...(parts.values ?? []), parts.attachments ?? {}];
  return frame(0x82 | (parts.twoWay === false ? 0 : 0x40), 0, parts.id ?? 1n, hessianOf(values));
}

/** A response; `type` and what follows it, as in packets.md. */
export function dubboResponse(id: bigint, type: number, values: readonly unknown[], status = 20): Buffer {
  return frame(0x02, status, id, hessianOf([type, ...values]));
}

export function hessianOf(values: readonly unknown[]): Buffer {
  const encoder = new hessian.EncoderV2();
  for (const value of values) {
    if (typeof value === 'number' && value === (value | 0)) encoder.writeInt(value);
    else encoder.write(value);
  }
  return encoder.get();
}

export function frame(flag: number, status: number, id: bigint, body: Uint8Array): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt16BE(0xdabb, 0);
  header.writeUInt8(flag, 2);
  header.writeUInt8(status, 3);
  header.writeBigUInt64BE(id, 4);
  header.writeUInt32BE(body.length, 12);
  return Buffer.concat([header, body]);
}

/** The values of a body as hessian.js reads them. */
export function valuesOf(body: Uint8Array, count: number): readonly unknown[] {
  const decoder = new hessian.DecoderV2(Buffer.from(body));
  return Array.from({ length: count }, () => decoder.read());
}
