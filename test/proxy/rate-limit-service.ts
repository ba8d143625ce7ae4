import { create } from '@bufbuild/protobuf';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import {
  type RateLimitRequest,
  type RateLimitResponse,
  RateLimitResponse_Code,
  RateLimitResponseSchema,
  RateLimitService,
} from '../../src/xds/generated/envoy/service/ratelimit/v3/rls_pb.js';
import { grpcService } from '../../src/xds/grpc.js';

/** A rate-limit service over real gRPC that counts per domain and descriptor. */
export interface RateLimitServer {
  readonly address: string;
  /** `domain|key=value` of every descriptor that was asked about, in order. */
  readonly asked: readonly string[];
  /** From now on every call fails, or is never answered; undefined: answers again. */
  behave(how: 'fail' | 'hang' | undefined): void;
  stop(): Promise<void>;
}

/**
 * Starts one that allows `limit` requests for each descriptor, OVER_LIMIT from then on, on `port` (0: any free one).
 */
export async function startRateLimitServer(limit: number, port = 0): Promise<RateLimitServer> {
  const counts = new Map<string, number>();
  const asked: string[] = [];
  let behaviour: 'fail' | 'hang' | undefined;
  const shouldRateLimit = (
    { request }: ServerUnaryCall<RateLimitRequest, RateLimitResponse>,
    answer: sendUnaryData<RateLimitResponse>,
  ) => {
    if (behaviour === 'hang') return;
    if (behaviour === 'fail') return answer({ code: status.INTERNAL, details: 'the store is gone' });
    const statuses = request.descriptors.map(({ entries }) => {
      const key = `${request.domain}|${entries.map((entry) => `${entry.key}=${entry.value}`).join(',')}`;
      asked.push(key);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { code: count > limit ? RateLimitResponse_Code.OVER_LIMIT : RateLimitResponse_Code.OK };
    });
    const over = statuses.some(({ code }) => code === RateLimitResponse_Code.OVER_LIMIT);
    const overallCode = over ? RateLimitResponse_Code.OVER_LIMIT : RateLimitResponse_Code.OK;
    return answer(null, create(RateLimitResponseSchema, { overallCode, statuses }));
  };
  const { definition, implementation } = grpcService(RateLimitService, { shouldRateLimit });
  const server = new Server();
  server.addService(definition, implementation);
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, own) =>
      error === null ? resolve(own) : reject(error),
    );
  });
  return {
    address: `127.0.0.1:${bound}`,
    asked,
    behave: (how) => {
      behaviour = how;
    },
    stop: async () => server.forceShutdown(),
  };
}
