import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { Client, credentials, status } from '@grpc/grpc-js';
import type { Attributes } from '../../match/attributes.js';
import { compileLimits, type GlobalRateLimit } from '../../match/limits.js';
import {
  RateLimitRequestSchema,
  type RateLimitResponse,
  RateLimitResponse_Code,
  RateLimitResponseSchema,
  RateLimitService,
} from '../../xds/generated/envoy/service/ratelimit/v3/rls_pb.js';
import { methodPath } from '../../xds/grpc.js';

/** What becomes of a request. */
export type GlobalVerdict =
  /** `not asked`: no match, or the limit has none and so never limits. */
  | { readonly allowed: true; readonly reason: 'not asked' | 'ok' }
  /** The service failed, in its own or the network's words, and the limit does not deny then. */
  | { readonly allowed: true; readonly reason: 'failed'; readonly failure: string }
  | { readonly allowed: false; readonly reason: 'over limit' }
  /** The service failed, and `denyOnFail` is set. */
  | { readonly allowed: false; readonly reason: 'failed'; readonly failure: string }
  /** The cluster of the rate-limit service is not there, or has no endpoint: every request is refused, matching or not. */
  | { readonly allowed: false; readonly reason: 'no cluster' | 'no host'; readonly cluster: string };

export interface GlobalLimiterOptions {
  /** `host:port` of every endpoint of a cluster; undefined: there is no such cluster. */
  readonly addressesOf: (cluster: string) => readonly string[] | undefined;
  /**
   * Milliseconds after which a service that does not answer counts as failed. The proxy itself sets no deadline, not even
   * the rule's `requestTimeout`; this bound only keeps requests from waiting for ever.
   */
  readonly longestWait?: number;
}

const defaultLongestWait = 20_000;
const channelOptions = {
  // The proxy makes a new channel for every request, so a service that is back is found at once; ours tries this often.
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // An endpoint of the mesh is called as it is, whatever HTTP_PROXY says.
  'grpc.enable_http_proxy': 0,
  'grpc.service_config_disable_resolution': 1,
};

/** The method's path, which `methodPath` makes of the generated description. */
const path = methodPath(RateLimitService, RateLimitService.method.shouldRateLimit);

/**
 * The global rate limit of one service (data-plane.md): asks `envoy.service.ratelimit.v3.RateLimitService` about every
 * request that the limit's match takes, one descriptor for each of the rule's.
 */
export class GlobalLimiter {
  readonly #cluster: string;
  readonly #denyOnFail: boolean;
  readonly #limits;
  readonly #clients = new Map<string, Client>();
  #next = 0;

  constructor(
    readonly config: GlobalRateLimit,
    readonly options: GlobalLimiterOptions,
  ) {
    this.#cluster = config.rateLimitService?.grpcService?.envoyGrpc?.clusterName ?? '';
    this.#denyOnFail = config.failureModeDeny ?? false;
    this.#limits = compileLimits('', undefined, config);
  }

  /** Settles with the verdict, never raises. */
  async check(attributes: Attributes, spelt?: Attributes): Promise<GlobalVerdict> {
    // The proxy looks for the cluster before it looks at the match.
    const addresses = this.options.addressesOf(this.#cluster);
    if (addresses === undefined) return { allowed: false, reason: 'no cluster', cluster: this.#cluster };
    const address = addresses[this.#next++ % addresses.length];
    if (address === undefined) return { allowed: false, reason: 'no host', cluster: this.#cluster };
    const [limit] = this.#limits.applying(attributes, spelt);
    if (limit?.type !== 'global') return { allowed: true, reason: 'not asked' };
    try {
      const { overallCode } = await this.#ask(address, limit.domain, limit.descriptors);
      const over = overallCode === RateLimitResponse_Code.OVER_LIMIT;
      return over ? { allowed: false, reason: 'over limit' } : { allowed: true, reason: 'ok' };
    } catch (error) {
      const failure = failureText(error, address);
      return this.#denyOnFail
        ? { allowed: false, reason: 'failed', failure }
        : { allowed: true, reason: 'failed', failure };
    }
  }

  /** Closes the connections; checks under way fail. */
  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  #ask(
    address: string,
    domain: string,
    descriptors: readonly { readonly key: string; readonly value: string }[],
  ): Promise<RateLimitResponse> {
    const request = create(RateLimitRequestSchema, {
      domain,
      descriptors: descriptors.map((entry) => ({ entries: [entry] })),
    });
    const deadline = Date.now() + (this.options.longestWait ?? defaultLongestWait);
    return new Promise((resolve, reject) => {
      this.#client(address).makeUnaryRequest(
        path,
        (message: typeof request) => Buffer.from(toBinary(RateLimitRequestSchema, message)),
        (bytes: Buffer) => fromBinary(RateLimitResponseSchema, bytes),
        request,
        { deadline },
        (error, response) => {
          if (error) reject(error);
          else if (response === undefined) reject(new Error('the service sent no answer'));
          else resolve(response);
        },
      );
    });
  }

  #client(address: string): Client {
    const known = this.#clients.get(address);
    if (known !== undefined) return known;
    const client = new Client(address, credentials.createInsecure(), channelOptions);
    this.#clients.set(address, client);
    return client;
  }
}

function failureText(error: unknown, address: string): string {
  const { code, details, message } = error as { code?: status; details?: string; message?: string };
  if (code === status.DEADLINE_EXCEEDED) return `${address} did not answer in time`;
  if (code === status.UNIMPLEMENTED) return `${address} is no rate-limit service (envoy.service.ratelimit.v3)`;
  // grpc-js wraps what the system said twice.
  const said = (details || message || String(error)).replace(/^.*Last error: (Error: )?/, '');
  return `${address}: ${said.replace(/\.? ?Resolution note:.*$/s, '')}`;
}
