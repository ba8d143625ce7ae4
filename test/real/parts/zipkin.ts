import { freePort } from './place.js';
import { startProcess } from './process.js';
import { partProgram } from './require-part.js';

/** A span as Zipkin's API gives it back. */
export interface ZipkinSpan {
  readonly traceId: string;
  readonly id: string;
  readonly parentId?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly timestamp?: number;
  readonly duration?: number;
  readonly localEndpoint?: { readonly serviceName?: string; readonly ipv4?: string; readonly port?: number };
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Zipkin {
  readonly port: number;
  /** The traces that it has now. */
  traces(): Promise<readonly (readonly ZipkinSpan[])[]>;
  stop(): Promise<void>;
}

/** Starts a Zipkin server that keeps its traces in memory. */
export async function startZipkin(): Promise<Zipkin> {
  const port = await freePort();
  const at = `http://127.0.0.1:${port}`;
  const started = await startProcess(partProgram('zipkin'), [], {
    name: 'zipkin',
    env: { ...process.env, QUERY_PORT: String(port), STORAGE_TYPE: 'mem', SELF_TRACING_ENABLED: 'false' },
    ready: async () => (await fetch(`${at}/health`)).ok,
    timeout: 180_000,
  });
  return {
    port,
    traces: async () => {
      const answer = await fetch(`${at}/api/v2/traces?limit=100`);
      return (await answer.json()) as readonly (readonly ZipkinSpan[])[];
    },
    stop: () => started.stop(),
  };
}
