import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import { create, fromBinary, type MessageShape, toBinary } from '@bufbuild/protobuf';
import {
  DeltaDiscoveryRequestSchema,
  DeltaDiscoveryResponseSchema,
} from '../../src/xds/generated/envoy/service/discovery/v3/discovery_pb.js';
import { routeTypeUrl } from '../../src/xds/snapshot.js';
import { paths } from './stream.js';

/** An incremental stream that subscribes to everything and reads nothing until it is told to. */
export interface UnreadStream {
  readonly session: ClientHttp2Session;
  readonly stream: ClientHttp2Stream;
  /** Reads responses until one has the version, and gives how many there were. */
  readUntil(version: string): Promise<MessageShape<typeof DeltaDiscoveryResponseSchema>[]>;
  close(): void;
}

export async function openUnread(port: number): Promise<UnreadStream> {
  const session = connect(`http://127.0.0.1:${port}`);
  session.on('error', () => {});
  const stream = session.request({
    ':method': 'POST',
    ':path': paths.deltaRds,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  stream.on('error', () => {});
  stream.pause();
  const body = toBinary(DeltaDiscoveryRequestSchema, create(DeltaDiscoveryRequestSchema, { typeUrl: routeTypeUrl }));
  const head = Buffer.alloc(5);
  head.writeUInt32BE(body.length, 1);
  stream.write(Buffer.concat([head, body]));
  await new Promise<void>((resolve) => stream.once('response', () => resolve()));
  return {
    session,
    stream,
    readUntil: (version) => readUntil(stream, version),
    close: () => session.destroy(),
  };
}

function readUntil(stream: ClientHttp2Stream, version: string) {
  return new Promise<MessageShape<typeof DeltaDiscoveryResponseSchema>[]>((resolve) => {
    let rest = Buffer.alloc(0);
    const messages: MessageShape<typeof DeltaDiscoveryResponseSchema>[] = [];
    stream.on('data', (data: Buffer) => {
      rest = Buffer.concat([rest, data]);
      while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
        const length = rest.readUInt32BE(1);
        messages.push(fromBinary(DeltaDiscoveryResponseSchema, rest.subarray(5, 5 + length)));
        rest = rest.subarray(5 + length);
      }
      if (messages.at(-1)?.systemVersionInfo === version) resolve(messages);
    });
    stream.resume();
  });
}
