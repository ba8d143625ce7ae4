import { createRequire } from 'node:module';
import * as thrift from 'thrift';

const { TFramedTransport, TBufferedTransport, TBinaryProtocol, TCompactProtocol } = thrift;

/** The package has no types for these. */
type Transporting = new (
  buffer: undefined,
  done: (bytes: Buffer) => void,
) => thrift.TTransport & {
  setProtocolId(id: number): void;
  setSeqId(id: number): void;
  setWriteHeader(key: string, value: string): void;
};
const THeaderProtocol = createRequire(import.meta.url)('thrift/lib/nodejs/lib/thrift/header_protocol.js') as new (
  transport: thrift.TTransport,
) => thrift.TProtocol;

export const transports = ['framed', 'unframed', 'header'] as const;
export const protocols = ['binary', 'compact'] as const;
export type Transport = (typeof transports)[number];
export type Protocol = (typeof protocols)[number];

export interface Wire {
  readonly transport: Transport;
  readonly protocol: Protocol;
}

export const wires: readonly Wire[] = transports.flatMap((transport) =>
  protocols.map((protocol) => ({ transport, protocol })),
);

const { MessageType, Type } = thrift.Thrift;

export type Output = thrift.TProtocol;

/** What npm thrift writes for one message: every transport and protocol; `body` writes the struct's fields. */
export function thriftMessage(
  wire: Wire,
  message: { readonly name: string; readonly type: number; readonly sequence: number },
  body: (out: Output) => void = () => {},
): Buffer {
  const written: Buffer[] = [];
  const output = protocolOf(wire, message.sequence, (bytes) => written.push(Buffer.from(bytes)));
  output.writeMessageBegin(message.name, message.type, message.sequence);
  output.writeStructBegin('args');
  body(output);
  output.writeFieldStop();
  output.writeStructEnd();
  output.writeMessageEnd();
  output.flush();
  return Buffer.concat(written);
}

function protocolOf({ transport, protocol }: Wire, sequence: number, done: (bytes: Buffer) => void): thrift.TProtocol {
  const Transport = (transport === 'framed' ? TFramedTransport : TBufferedTransport) as unknown as Transporting;
  const inner = new Transport(undefined, done);
  if (transport !== 'header') return new (protocol === 'binary' ? TBinaryProtocol : TCompactProtocol)(inner);
  inner.setProtocolId(protocol === 'binary' ? 0 : 2);
  inner.setSeqId(sequence);
  inner.setWriteHeader('caller', 'test');
  return new THeaderProtocol(inner);
}

/** What npm thrift reads of an answer with a THeader: the head of the message and the exception in it. */
export function readWithHeader(bytes: Uint8Array): object {
  let result: object = {};
  const receive = (
    TBufferedTransport as unknown as { receiver(take: (t: thrift.TTransport) => void): (b: Buffer) => void }
  ).receiver;
  receive((transport) => {
    const input = new THeaderProtocol(transport);
    const { fname, mtype, rseqid } = input.readMessageBegin();
    const exception = new thrift.Thrift.TApplicationException(0, '');
    (exception as unknown as { read(input: thrift.TProtocol): void }).read(input);
    input.readMessageEnd();
    const { type, message } = exception as unknown as { readonly type: number; readonly message: string };
    // The package reads the number as one without sign in one protocol and with in the other.
    result = { fname, mtype, rseqid: rseqid | 0, type, message };
  })(Buffer.from(bytes));
  return result;
}

/** Fields of every type, nested. */
export function everyType(out: Output): void {
  const field = (type: number, id: number, write: () => void) => {
    out.writeFieldBegin('f', type, id);
    write();
    out.writeFieldEnd();
  };
  field(Type.BOOL, 1, () => out.writeBool(true));
  field(Type.BOOL, 2, () => out.writeBool(false));
  field(Type.BYTE, 3, () => out.writeByte(7));
  field(Type.I16, 4, () => out.writeI16(-300));
  field(Type.I32, 500, () => out.writeI32(70_000));
  field(Type.I64, 501, () => out.writeI64(-(2 ** 40)));
  field(Type.DOUBLE, 502, () => out.writeDouble(1.5));
  field(Type.STRING, 503, () => out.writeString('héllo'.repeat(100)));
  field(Type.LIST, 504, () => {
    out.writeListBegin(Type.I32, 20);
    for (let n = 0; n < 20; n += 1) out.writeI32(n * 1000);
    out.writeListEnd();
  });
  field(Type.LIST, 505, () => {
    out.writeListBegin(Type.BOOL, 3);
    for (const value of [true, false, true]) out.writeBool(value);
    out.writeListEnd();
  });
  field(Type.SET, 506, () => {
    out.writeSetBegin(Type.STRING, 2);
    out.writeString('a');
    out.writeString('b'.repeat(300));
    out.writeSetEnd();
  });
  field(Type.MAP, 507, () => {
    out.writeMapBegin(Type.STRING, Type.STRUCT, 2);
    for (const key of ['one', 'two']) {
      out.writeString(key);
      out.writeStructBegin('s');
      field(Type.I64, 1, () => out.writeI64(5));
      field(Type.LIST, 2, () => {
        out.writeListBegin(Type.STRUCT, 1);
        out.writeStructBegin('s');
        out.writeFieldStop();
        out.writeStructEnd();
        out.writeListEnd();
      });
      out.writeFieldStop();
      out.writeStructEnd();
    }
    out.writeMapEnd();
  });
  field(Type.MAP, 508, () => {
    out.writeMapBegin(Type.BYTE, Type.DOUBLE, 0);
    out.writeMapEnd();
  });
}

export { MessageType, Type };
