import { create, toBinary } from '@bufbuild/protobuf';
import { type ChannelCredentials, Client, credentials } from '@grpc/grpc-js';
import { StreamAccessLogsMessageSchema } from '../../../src/xds/generated/envoy/service/accesslog/v3/als_pb.js';

const path = '/envoy.service.accesslog.v3.AccessLogService/StreamAccessLogs';

/** A proxy that sends its access log over gRPC. */
export class Reporter {
  constructor(readonly address: string) {}

  /** Settles when the server has taken all. */
  report(entries: readonly Entry[], as: ChannelCredentials = credentials.createInsecure()): Promise<void> {
    const client = new Client(this.address, as);
    return new Promise<void>((resolve, reject) => {
      const same = (bytes: Buffer): Buffer => bytes;
      const stream = client.makeClientStreamRequest(path, same, same, (error) => {
        client.close();
        if (error === null) resolve();
        else reject(error);
      });
      stream.on('error', () => undefined);
      stream.end(Buffer.from(messageOf(entries)));
    });
  }
}

export interface Entry {
  readonly cluster: string;
  readonly from: string;
  readonly to?: readonly [address: string, port: number] | undefined;
  readonly tcp?: true;
}

function messageOf(entries: readonly Entry[]): Uint8Array {
  const [http, tcp] = [false, true].map((isTcp) =>
    entries.filter((each) => (each.tcp === true) === isTcp).map((each) => ({ commonProperties: commonOf(each) })),
  );
  const logEntries =
    (http ?? []).length > 0
      ? ({ case: 'httpLogs', value: { logEntry: http ?? [] } } as const)
      : ({ case: 'tcpLogs', value: { logEntry: tcp ?? [] } } as const);
  return toBinary(StreamAccessLogsMessageSchema, create(StreamAccessLogsMessageSchema, { logEntries }));
}

function commonOf({ cluster, from, to }: Entry) {
  const socket = (address: string, port: number) =>
    ({
      address: {
        case: 'socketAddress',
        value: { address, portSpecifier: { case: 'portValue', value: port } },
      },
    }) as const;
  return {
    upstreamCluster: cluster,
    // A header says that it is somebody else; the connection says who it is.
    downstreamRemoteAddress: socket('203.0.113.7', 1),
    downstreamDirectRemoteAddress: socket(from, 40_000),
    ...(to !== undefined && { upstreamRemoteAddress: socket(...to) }),
  };
}
