import { create } from '@bufbuild/protobuf';
import { type ServerUnaryCall, type ServerWritableStream, type sendUnaryData, status } from '@grpc/grpc-js';
import {
  Health,
  type HealthCheckRequest,
  type HealthCheckResponse,
  HealthCheckResponseSchema,
  type HealthListResponse,
  HealthListResponseSchema,
  HealthCheckResponse_ServingStatus as Status,
} from './generated/grpc/health/v1/health_pb.js';
import { grpcService, type Service } from './grpc.js';

/** gRPC's health service (grpc.health.v1). All services are healthy until the server stops; the empty name is the server. */
export class HealthService {
  #status = Status.SERVING;
  readonly #names: ReadonlySet<string>;
  readonly #watchers = new Set<() => void>();

  constructor(names: readonly string[]) {
    this.#names = new Set(['', ...names]);
  }

  get service(): Service {
    return grpcService(Health, {
      check: (
        { request }: ServerUnaryCall<HealthCheckRequest, HealthCheckResponse>,
        respond: sendUnaryData<HealthCheckResponse>,
      ) => {
        if (this.#names.has(request.service)) respond(null, this.#response(request.service));
        else respond({ code: status.NOT_FOUND, details: 'there is no such service' });
      },
      list: (_call: unknown, respond: sendUnaryData<HealthListResponse>) => {
        const statuses = Object.fromEntries([...this.#names].map((name) => [name, this.#response(name)]));
        respond(null, create(HealthListResponseSchema, { statuses }));
      },
      watch: (call: ServerWritableStream<HealthCheckRequest, HealthCheckResponse>) => {
        const tell = () => {
          call.write(this.#response(call.request.service));
          if (this.#status === Status.NOT_SERVING) call.end();
        };
        this.#watchers.add(tell);
        for (const over of ['cancelled', 'close', 'error']) call.on(over, () => this.#watchers.delete(tell));
        tell();
      },
    });
  }

  /** Says NOT_SERVING from now on, and ends the watches after telling them. */
  stop(): void {
    this.#status = Status.NOT_SERVING;
    for (const tell of this.#watchers) tell();
    this.#watchers.clear();
  }

  #response(name: string): HealthCheckResponse {
    return create(HealthCheckResponseSchema, {
      status: this.#names.has(name) ? this.#status : Status.SERVICE_UNKNOWN,
    });
  }
}
