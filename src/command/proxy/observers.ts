import { hostname } from 'node:os';
import { traitsOf } from '../../behaviour/traits.js';
import { AccessLogWriter } from '../../proxy/access-log/writer.js';
import type { Listener, RequestLog } from '../../proxy/config.js';
import type { RequestRecord } from '../../proxy/downstream/record.js';
import { ProxyStats } from '../../proxy/stats/proxy-stats.js';
import { Stats } from '../../proxy/stats/registry.js';
import { RouteHits } from '../../proxy/stats/route-hits.js';
import type { Tracer } from '../../proxy/trace/tracer.js';
import type { Terminal } from '../shell/terminal.js';
import type { ProxyFlags } from './flags.js';
import { RequestLines } from './lines.js';
import { startTracer, type Tracing } from './tracing.js';

/**
 * Everything that is told of a request when it is over: the line for people, the mesh's access log, the
 * statistics, the span of its trace.
 */
export class Observers {
  readonly stats: ProxyStats;
  readonly hits = new RouteHits();
  readonly #lines: RequestLines | undefined;
  readonly #logs: AccessLogWriter;
  readonly #tracer: Tracer | undefined;
  readonly #loggers = new Map<Listener, (request: RequestLog) => void>();

  private constructor(stats: ProxyStats, lines: RequestLines | undefined, logs: AccessLogWriter, tracer?: Tracer) {
    this.stats = stats;
    this.#lines = lines;
    this.#logs = logs;
    this.#tracer = tracer;
  }

  static async make(
    flags: ProxyFlags,
    { stdout, stderr }: Terminal,
    now: () => number,
    trouble: (message: string) => void,
    tracing?: Tracing,
  ): Promise<Observers> {
    const lines = flags.quiet ? undefined : new RequestLines(flags.output, stdout, await stdout.style());
    // With -o json standard output holds the lines of requests and nothing else.
    const logged = flags.output === 'json' && lines !== undefined ? stderr : stdout;
    const logs = new AccessLogWriter({
      stdout: (text) => void logged.write(text),
      stderr: (text) => void stderr.write(text),
      trouble,
      hostname: hostname(),
      environment: (name) => process.env[name],
    });
    const stats = new Stats(now);
    const tracer = tracing && (await startTracer(tracing, stats, trouble));
    return new Observers(new ProxyStats(stats, traitsOf(flags['proxy-version']).ownTelemetry), lines, logs, tracer);
  }

  readonly observe = (record: RequestRecord): void => {
    this.#lines?.add(record);
    this.stats.observe(record);
    this.#tracer?.observe(record);
    this.hits.observe(record);
    const { listener } = record;
    if (listener.accessLogs.length === 0 || !record.logged) return;
    let log = this.#loggers.get(listener);
    if (log === undefined) {
      log = this.#logs.logger(listener.accessLogs);
      this.#loggers.set(listener, log);
    }
    log(record);
  };

  /** Settles when everything is written. */
  async close(): Promise<void> {
    await this.#tracer?.close();
    await this.#logs.close();
    await this.#lines?.flush();
  }
}
