import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { PartName } from '../parts/cache.js';
import { freePort } from '../parts/place.js';
import { partProgram } from '../parts/require-part.js';
import { say } from '../parts/say.js';

/** The peers that are programs around a real implementation; script/real-parts.sh builds them. */
export type PeerName = Extract<PartName, 'dubbo-java' | 'dubbo-registry' | 'dubbo-old' | 'brpc-java' | 'trpc-go'>;

/** A request as a server saw it. */
export interface SeenRequest {
  /** The name that the server was started with. */
  readonly server: string;
  readonly method: string;
  /** Dubbo: attachments; tRPC: trans_info, as text. */
  readonly attachments: Readonly<Record<string, string>>;
  readonly [more: string]: unknown;
}

export interface Servers {
  readonly pid: number;
  /** Loopback ports by the servers' names. */
  readonly ports: Readonly<Record<string, number>>;
  /** Every request that came, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Settles when a request is there that `which` wants; rejects after 30 s. */
  seen(which: (request: SeenRequest) => boolean): Promise<SeenRequest>;
  /** Ends it as a crash would; nothing of it is worth saving. */
  stop(): Promise<void>;
}

export interface Call {
  /** The port to call on 127.0.0.1. */
  readonly port: number;
  readonly method: string;
  readonly args?: readonly unknown[];
  readonly attachments?: Readonly<Record<string, string>>;
  /** Milliseconds; 20,000 when left out. */
  readonly timeout?: number;
  /** Connections that the client may open to this port; 1 when left out. */
  readonly connections?: number;
  /** Calls with another one never share a connection. */
  readonly client?: string;
  readonly [more: string]: unknown;
}

/** What an application would have got. */
export interface CallResult {
  readonly value?: unknown;
  readonly attachments: Readonly<Record<string, string>>;
  readonly exception?: {
    /** The exception's class, or in Go the error's type. */
    readonly class: string;
    readonly message: string;
    readonly code?: number;
    readonly cause?: string;
  };
}

export interface Caller {
  /** Calls that are made without waiting for each other are under way together. */
  call(call: Call): Promise<CallResult>;
  stop(): Promise<void>;
}

const patience = 60_000;

/** Starts one process with a server for each name. */
export async function startServers(peer: PeerName, names: readonly string[]): Promise<Servers> {
  const requests: SeenRequest[] = [];
  const waiting = new Set<() => void>();
  // Its own choice of a port is another one's before it listens: a JVM takes seconds in between.
  const free: number[] = [];
  while (free.length < names.length) free.push(await freePort());
  const process_ = start(peer, ['serve', ...names], { ...process.env, PORTS: free.join(',') });
  const ports = await process_.first<Record<string, number>>('listening', (line) => {
    if (line.request === undefined) return;
    requests.push(line.request as SeenRequest);
    for (const look of [...waiting]) look();
  });
  say(`started servers ${names.join(', ')} of ${peer} (process ${process_.pid})`);
  return {
    pid: process_.pid,
    ports,
    requests,
    seen: (which) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = requests.find(which);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`no such request came, only ${JSON.stringify(requests.slice(-5))}`));
        }, 30_000);
        waiting.add(look);
        look();
      }),
    stop: process_.stop,
  };
}

/** Starts a client, which makes all calls of a test. */
export async function startCaller(peer: PeerName): Promise<Caller> {
  const open = new Map<number, (result: CallResult | Error) => void>();
  let last = 0;
  const process_ = start(peer, ['call']);
  void process_.ended.then((output) => {
    for (const done of open.values()) done(new Error(`the client ended\n${output}`));
  });
  await process_.first('ready', (line) => {
    const done = open.get(Number(line.id));
    open.delete(Number(line.id));
    done?.(line as unknown as CallResult);
  });
  say(`started a client of ${peer} (process ${process_.pid})`);
  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        last += 1;
        open.set(last, (result) => (result instanceof Error ? reject(result) : resolve(result)));
        process_.write(`${JSON.stringify({ id: last, args: [], ...call })}\n`);
      }),
    stop: process_.stop,
  };
}

interface Started {
  readonly pid: number;
  /** What it wrote to stderr, when it is gone. */
  readonly ended: Promise<string>;
  /** The value of the first line with this key; all later lines go to `others`. */
  first<Value>(key: string, others: (line: Record<string, unknown>) => void): Promise<Value>;
  write(text: string): void;
  stop(): Promise<void>;
}

const running = new Set<ChildProcessWithoutNullStreams>();
// Mocha may leave by process.exit after a failed hook.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

function start(peer: PeerName, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Started {
  const child = spawn(partProgram(peer), args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-20_000);
  });
  // It may be gone already when something is written to it; then `ended` tells.
  child.stdin.on('error', () => {});
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(output));
  });
  void ended.then(() => running.delete(child));
  return {
    pid: child.pid ?? -1,
    ended,
    first: <Value>(key: string, others: (line: Record<string, unknown>) => void) =>
      new Promise<Value>((resolve, reject) => {
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          reject(new Error(`${peer} was not ready in time\n${output}`));
        }, patience);
        void ended.then((words) => {
          clearTimeout(timer);
          reject(new Error(`${peer} ended before it was ready\n${words}`));
        });
        createInterface(child.stdout).on('line', (text) => {
          const line = JSON.parse(text) as Record<string, unknown>;
          if (!(key in line)) return others(line);
          clearTimeout(timer);
          resolve(line[key] as Value);
        });
      }),
    write: (text) => child.stdin.write(text),
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
