import type { AddressInfo, Server } from 'node:net';
import * as thrift from 'thrift';

/** A pair that both sides of a call use. */
export interface Wire {
  readonly transport: typeof thrift.TFramedTransport | typeof thrift.TBufferedTransport;
  readonly protocol: typeof thrift.TBinaryProtocol | typeof thrift.TCompactProtocol;
  /** With THeader: what is inside, 0 binary, 2 compact. */
  readonly inHeader?: 0 | 2;
}

export const framedBinary: Wire = { transport: thrift.TFramedTransport, protocol: thrift.TBinaryProtocol };
export const bufferedCompact: Wire = { transport: thrift.TBufferedTransport, protocol: thrift.TCompactProtocol };

/** The library's types do not know THeader. */
const { THeaderProtocol } = thrift as unknown as { THeaderProtocol: typeof thrift.TBinaryProtocol };

/** Every transport and protocol that the library speaks over TCP, save JSON. */
export const wires: Readonly<Record<string, Wire>> = {
  'framed, binary': framedBinary,
  'framed, compact': { transport: thrift.TFramedTransport, protocol: thrift.TCompactProtocol },
  'unframed, binary': { transport: thrift.TBufferedTransport, protocol: thrift.TBinaryProtocol },
  'unframed, compact': bufferedCompact,
  'THeader, binary': { transport: thrift.TBufferedTransport, protocol: THeaderProtocol, inHeader: 0 },
  'THeader, compact': { transport: thrift.TBufferedTransport, protocol: THeaderProtocol, inHeader: 2 },
};

export interface ThriftServer {
  readonly port: number;
  /** How many calls it answered, by method. */
  readonly calls: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

const { MessageType, Type } = thrift.Thrift;

/**
 * Starts a server that answers every method without arguments with its own name: what the compiler would generate. With
 * `services` it is multiplexed (TMultiplexedProcessor), and each of these answers.
 */
export async function startThriftServer(
  name: string,
  wire: Wire,
  services: readonly string[] = [],
): Promise<ThriftServer> {
  const calls = new Map<string, number>();
  class Processor {
    process(input: thrift.TProtocol, output: thrift.TProtocol): void {
      const { fname, rseqid } = input.readMessageBegin();
      input.skip(Type.STRUCT);
      input.readMessageEnd();
      calls.set(fname, (calls.get(fname) ?? 0) + 1);
      output.writeMessageBegin(fname, MessageType.REPLY, rseqid);
      output.writeStructBegin('result');
      output.writeFieldBegin('success', Type.STRING, 0);
      output.writeString(name);
      output.writeFieldEnd();
      output.writeFieldStop();
      output.writeStructEnd();
      output.writeMessageEnd();
      output.flush();
    }
  }
  const server = (services.length === 0
    ? thrift.createServer(Processor as never, {}, wire)
    : multiplexed(Processor, wire, services)) as unknown as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  return {
    port: (server.address() as AddressInfo).port,
    calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The library's types have them otherwise than they are. */
const multiplexing = thrift as unknown as {
  readonly MultiplexedProcessor: new () => { registerProcessor(name: string, processor: object): void };
  createMultiplexServer(processor: object, wire: Wire): object;
};

function multiplexed(Processor: new () => object, wire: Wire, services: readonly string[]) {
  const processor = new multiplexing.MultiplexedProcessor();
  for (const service of services) processor.registerProcessor(service, new Processor());
  return multiplexing.createMultiplexServer(processor, wire);
}

export interface ThriftClient {
  /** Calls a method without arguments; gives what the server answers, rejects with a TApplicationException's message. */
  call(method: 'ping' | 'pay'): Promise<string>;
  close(): void;
}

/** A client of the same service over one connection; with `service` it is one of a multiplexed server (TMultiplexedProtocol). */
export function thriftClient(port: number, wire: Wire, service?: string, host = '127.0.0.1'): ThriftClient {
  const connection = thrift.createConnection(host, port, { ...wire, max_attempts: 1 });
  const generated = (service === undefined
    ? thrift.createClient(GeneratedClient as never, connection)
    : new thrift.Multiplexer().createClient(
        service,
        GeneratedClient as never,
        connection,
      )) as unknown as GeneratedClient;
  if (wire.inHeader !== undefined) {
    (generated.output as unknown as { setProtocolId(id: number): void }).setProtocolId(wire.inHeader);
  }
  connection.on('error', (error: Error) => generated.fail(error));
  connection.on('close', () => generated.fail(new Error('the connection was closed')));
  return { call: (method) => generated.call(method), close: () => connection.end() };
}

type Done = (error: Error | undefined, answer?: string) => void;

/** In the shape of the compiler's output, which the library calls back by these names. */
class GeneratedClient {
  readonly _reqs: Record<number, Done> = {};
  #last = 0;

  constructor(
    readonly output: thrift.TTransport,
    readonly Protocol: new (transport: thrift.TTransport) => thrift.TProtocol,
  ) {}

  call(method: string): Promise<string> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this._reqs[id] = (error, answer) => (error === undefined ? resolve(answer ?? '') : reject(error));
      const out = new this.Protocol(this.output);
      out.writeMessageBegin(method, MessageType.CALL, id);
      out.writeStructBegin('args');
      out.writeFieldStop();
      out.writeStructEnd();
      out.writeMessageEnd();
      out.flush();
    });
  }

  fail(error: Error): void {
    for (const [id, done] of Object.entries(this._reqs)) {
      delete this._reqs[Number(id)];
      done(error);
    }
  }

  recv_ping(input: thrift.TProtocol, type: number, id: number): void {
    this.#receive(input, type, id);
  }

  recv_pay(input: thrift.TProtocol, type: number, id: number): void {
    this.#receive(input, type, id);
  }

  #receive(input: thrift.TProtocol, type: number, id: number): void {
    const done = this._reqs[id];
    delete this._reqs[id];
    if (type === MessageType.EXCEPTION) {
      const exception = new thrift.Thrift.TApplicationException(0, '');
      exception.read(input as never);
      input.readMessageEnd();
      done?.(exception);
      return;
    }
    let answer = '';
    input.readStructBegin();
    for (;;) {
      const { ftype, fid } = input.readFieldBegin();
      if (ftype === Type.STOP) break;
      if (fid === 0 && ftype === Type.STRING) answer = input.readString().toString();
      else input.skip(ftype);
      input.readFieldEnd();
    }
    input.readStructEnd();
    input.readMessageEnd();
    done?.(undefined, answer);
  }
}
