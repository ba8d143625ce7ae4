import { hostname } from 'node:os';
import { traitsOf } from '../../behaviour/traits.js';
import { AccessLogWriter } from '../../proxy/access-log/writer.js';
import type { Listener, RequestLog } from '../../proxy/config.js';
import type { RequestRecord } from '../../proxy/downstream/record.js';
import { ProxyStats } from '../../proxy/stats/proxy-stats.js';
import { Stats } from '../../proxy/stats/registry.js';
import type { Terminal } from '../shell/terminal.js';
import type { ProxyFlags } from './flags.js';
import { RequestLines } from './lines.js';

/** Everything that is told of a request when it is over: the line for people, the mesh's access log, the statistics. */
export class Observers {
  readonly stats: ProxyStats;
  readonly #lines: RequestLines | undefined;
  readonly #logs: AccessLogWriter;
  readonly #loggers = new Map<Listener, (request: RequestLog) => void>();

  private constructor(stats: ProxyStats, lines: RequestLines | undefined, logs: AccessLogWriter) {
    this.stats = stats;
    this.#lines = lines;
    this.#logs = logs;
  }

  static async make(
    flags: ProxyFlags,
    { stdout, stderr }: Terminal,
    now: () => number,
    trouble: (message: string) => void,
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
    return new Observers(new ProxyStats(new Stats(now), traitsOf(flags['proxy-version']).ownTelemetry), lines, logs);
  }

  readonly observe = (record: RequestRecord): void => {
    this.#lines?.add(record);
    this.stats.observe(record);
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
    await this.#logs.close();
    await this.#lines?.flush();
  }
}
