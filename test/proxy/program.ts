import { type ChildProcess, spawn } from 'node:child_process';
import type { RequestLine } from '../../src/proxy/request-line.js';
import { bin, cleanEnvironment, root } from '../cli/program.js';
import { until } from '../xds/serve.js';

/** A running `aeraki proxy -o json`, the built program. */
export interface RunningProxy {
  readonly pid: number;
  /** Ports of the listeners, by host of the service. */
  readonly ports: ReadonlyMap<string, number>;
  /** `127.0.0.1:<port>` of the admin port; empty without one. */
  readonly admin: string;
  /** The lines of requests so far. */
  readonly lines: readonly RequestLine[];
  stdout(): string;
  stderr(): string;
  /** Waits until standard error has this. */
  says(text: RegExp): Promise<void>;
  /** Waits until there are so many lines. */
  line(count: number): Promise<void>;
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number | null>;
}

/** CI's machine may be slow. */
const patience = 30_000;
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the proxy on free ports and waits until it takes requests. */
export async function startProxy(args: readonly string[]): Promise<RunningProxy> {
  const admin = args.includes('--admin') ? [] : ['--admin', '127.0.0.1:0'];
  // Most tests are about what the proxy should do; those about the mesh name a version.
  const version = args.includes('--proxy-version') ? [] : ['--proxy-version', 'ideal'];
  const all = [bin, 'proxy', '-o', 'json', ...version, ...admin, ...args];
  const child = spawn(process.execPath, all, { cwd: root, env: cleanEnvironment() });
  running.add(child);
  child.once('close', () => running.delete(child));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = () =>
    /^(Admin port on|No admin port)/m.test(stderr) || (args.includes('off') && / for .*:\d+/.test(stderr));
  await until(
    () => ready() || child.exitCode !== null,
    patience,
    () => `not ready: ${stderr}`,
  );
  if (child.exitCode !== null) throw new Error(`aeraki proxy ended: ${stderr}`);
  const lines = () =>
    stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as RequestLine);
  const listening = stderr.matchAll(/^Listening on \S+:(\d+) for (\S+):\d+ /gm);
  return {
    pid: child.pid ?? -1,
    ports: new Map([...listening].map(([, port, host = '']) => [host, Number(port)])),
    admin: /^Admin port on http:\/\/(\S+)\//m.exec(stderr)?.[1] ?? '',
    get lines() {
      return lines();
    },
    stdout: () => stdout,
    stderr: () => stderr,
    says: (text) =>
      until(
        () => text.test(stderr),
        patience,
        () => `no ${text} in ${stderr}`,
      ),
    line: (count) =>
      until(
        () => lines().length >= count,
        patience,
        () => `${count} lines are not in ${stdout}`,
      ),
    stop: async () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}
