import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, temporaryFolder } from './place.js';
import { startProcess } from './process.js';
import { partProgram } from './require-part.js';

export interface RateLimitService {
  /** `127.0.0.1:port` of its gRPC service. */
  readonly address: string;
  output(): string;
  stop(): Promise<void>;
}

/** Starts Envoy's own rate-limit service over a Redis on loopback; `config` is its configuration in YAML. */
export async function startRateLimit(redisPort: number, config: string): Promise<RateLimitService> {
  const folder = await temporaryFolder('ratelimit');
  const [port, grpcPort, debugPort] = [await freePort(), await freePort(), await freePort()];
  try {
    await mkdir(join(folder.path, 'ratelimit', 'config'), { recursive: true });
    await writeFile(join(folder.path, 'ratelimit', 'config', 'config.yaml'), config);
    const started = await startProcess(partProgram('ratelimit'), [], {
      name: 'ratelimit',
      env: {
        ...process.env,
        ...{ HOST: '127.0.0.1', PORT: String(port), GRPC_HOST: '127.0.0.1', GRPC_PORT: String(grpcPort) },
        ...{ DEBUG_HOST: '127.0.0.1', DEBUG_PORT: String(debugPort), USE_STATSD: 'false', LOG_LEVEL: 'warn' },
        ...{ REDIS_SOCKET_TYPE: 'tcp', REDIS_URL: `127.0.0.1:${redisPort}` },
        ...{ RUNTIME_ROOT: folder.path, RUNTIME_SUBDIRECTORY: 'ratelimit', RUNTIME_WATCH_ROOT: 'false' },
      },
      ready: async () => (await fetch(`http://127.0.0.1:${port}/healthcheck`)).status === 200,
    });
    return {
      ...{ address: `127.0.0.1:${grpcPort}`, output: started.output },
      stop: async () => {
        await started.stop();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
