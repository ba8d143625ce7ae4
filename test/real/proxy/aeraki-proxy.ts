import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProxyVersion } from '../../../src/behaviour/version.js';
import type { RequestLine } from '../../../src/proxy/request-line.js';
import { bin, cleanEnvironment, root } from '../../cli/program.js';
import { host } from '../../proxy/rules.js';
import { temporaryFolder } from '../parts/place.js';
import { say } from '../parts/say.js';

export interface ProxyOptions {
  /** The inputs, as YAML. */
  readonly rules: string;
  /** Loopback ports by cluster name. */
  readonly upstreams: Readonly<Record<string, readonly number[]>>;
  /** Further flags. */
  readonly flags?: readonly string[];
  /** Whose behaviour; default: ideal. */
  readonly version?: ProxyVersion;
  /** Another build than this one, from before there were versions: the path of its `bin/run.js`. */
  readonly earlier?: string | undefined;
  /** The service to listen for; default: that of test/proxy/rules.ts. */
  readonly service?: string;
  /** Whether there is an admin page. */
  readonly admin?: boolean;
  /** False: what it prints for each request is thrown away. */
  readonly lines?: boolean;
}

/** A running `aeraki proxy -o json`, the built program. */
export interface AerakiProxy {
  readonly pid: number;
  /** Where it listens for the service of test/proxy/rules.ts, on 127.0.0.1. */
  readonly port: number;
  /** `127.0.0.1:<port>` of the admin page. */
  readonly admin: string;
  /** The file that the rules are in. */
  readonly file: string;
  /** A line for each request that is over. */
  readonly lines: readonly RequestLine[];
  stderr(): string;
  /** Waits until so many requests are over, or for 30 s. */
  ended(requests: number): Promise<readonly RequestLine[]>;
  /** Counters and gauges of the admin page by name. */
  stats(): Promise<ReadonlyMap<string, number>>;
  /** Sends a signal, and waits until the process is gone; gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();
// Mocha may leave by process.exit after a failed hook.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts it on free ports and waits until it listens. Throws with its own words when it does not. */
export async function startAerakiProxy({
  rules,
  upstreams,
  flags = [],
  version = 'ideal',
  earlier,
  service = host,
  admin = false,
  lines: kept = true,
}: ProxyOptions): Promise<AerakiProxy> {
  const folder = await temporaryFolder('proxy');
  const file = join(folder.path, 'rules.yaml');
  await writeFile(file, rules);
  const endpoints = Object.entries(upstreams).flatMap(([cluster, ports]) => [
    '--upstream',
    `${cluster}=${ports.map((port) => `127.0.0.1:${port}`).join(',')}`,
  ]);
  const args = [
    earlier ?? bin,
    'proxy',
    file,
    '-o',
    'json',
    ...(earlier === undefined ? ['--proxy-version', version] : []),
    '--listen',
    `${service}=127.0.0.1:0`,
    '--admin',
    admin ? '127.0.0.1:0' : 'off',
  ];
  const child = spawn(process.execPath, [...args, ...endpoints, ...flags], { cwd: root, env: cleanEnvironment() });
  running.add(child);
  const lines: RequestLine[] = [];
  const output = new Output(child, kept ? lines : undefined);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  void closed.then(() => running.delete(child));
  const listening = new RegExp(`^Listening on \\S+:(\\d+) for ${service}:`, 'm');
  const page = /^Admin \w+ on http:\/\/([^\s/]+)\//m;
  try {
    await output.until(() => listening.test(output.stderr) && (!admin || page.test(output.stderr)), 'listen');
  } catch (error) {
    child.kill('SIGKILL');
    await folder.remove();
    throw error;
  }
  const address = page.exec(output.stderr)?.[1] ?? '';
  say(`started aeraki proxy (process ${child.pid})`);
  return {
    pid: child.pid ?? -1,
    port: Number(listening.exec(output.stderr)?.[1]),
    ...{ admin: address, file, lines },
    stderr: () => output.stderr,
    ended: async (requests) => {
      await output.until(() => lines.length >= requests, `end ${requests} requests, but only ${lines.length}`);
      return lines;
    },
    stats: async () => {
      const answer = await fetch(`http://${address}/stats?format=json`);
      const { stats } = (await answer.json()) as { stats: { name?: string; value?: number }[] };
      return new Map(stats.map(({ name = '', value = 0 }) => [name, value]));
    },
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const code = await closed;
      await folder.remove();
      return code;
    },
  };
}

/** What the program prints, and who waits for it. */
class Output {
  stderr = '';
  readonly #waiting = new Set<() => void>();
  #ended = false;

  constructor(child: ReturnType<typeof spawn>, lines: RequestLine[] | undefined) {
    let rest = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      this.#look();
    });
    if (lines === undefined) child.stdout?.resume();
    else
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        const parts = (rest + text).split('\n');
        rest = parts.pop() ?? '';
        lines.push(...parts.map((part) => JSON.parse(part) as RequestLine));
        this.#look();
      });
    child.once('close', () => {
      this.#ended = true;
      this.#look();
    });
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Settles when `is` is true; rejects when the program ends before, or after 30 s. */
  until(is: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error?: Error) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        if (error === undefined) resolve();
        else reject(error);
      };
      const look = () => {
        if (is()) done();
        else if (this.#ended) done(new Error(`aeraki proxy ended before it would ${what}\n${this.stderr}`));
      };
      const timer = setTimeout(() => done(new Error(`aeraki proxy did not ${what}\n${this.stderr}`)), 30_000);
      this.#waiting.add(look);
      look();
    });
  }
}
