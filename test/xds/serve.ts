import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { XdsEvent } from '../../src/xds/event.js';
import { bin, cleanEnvironment, root } from '../cli/program.js';

/** A running `aeraki rds serve -o json`, the built program. */
export interface Serving {
  readonly port: number;
  /** `http://127.0.0.1:<port>`; empty without an admin page. */
  readonly admin: string;
  readonly process: ChildProcess;
  readonly events: readonly XdsEvent[];
  stderr(): string;
  /** Waits until an event like this comes, also among those that came before. */
  event(like: Partial<XdsEvent>, from?: number): Promise<XdsEvent>;
  /** Sends SIGTERM and gives the exit code. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the server on free ports, unless the arguments name others, and waits until it serves. */
export async function startServe(
  args: readonly string[],
  command?: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const free = ['--listen', '--admin'].flatMap((flag) => (args.includes(flag) ? [] : [flag, '127.0.0.1:0']));
  const all = [bin, 'rds', 'serve', '-o', 'json', ...free, ...args];
  const [program = process.execPath, ...before] = command ?? [process.execPath];
  const child = spawn(program, [...before, ...all], { cwd: root, env: cleanEnvironment(environment) });
  running.add(child);
  child.once('close', () => running.delete(child));
  let stderr = '';
  let rest = '';
  const events: XdsEvent[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map((line) => JSON.parse(line) as XdsEvent));
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = () => /^Admin page on |^No admin page/m.test(stderr) || args.includes('off');
  await until(() => (/ on \S+:\d+$/m.test(stderr) && ready()) || child.exitCode !== null, 120_000);
  if (child.exitCode !== null) throw new Error(`rds serve ended: ${stderr}`);
  return {
    port: Number(/^Serving .* on \S+:(\d+)$/m.exec(stderr)?.[1]),
    admin: /^Admin page on (\S+)\/$/m.exec(stderr)?.[1] ?? '',
    process: child,
    events,
    stderr: () => stderr,
    event: async (like, from = 0) => {
      const fits = (event: XdsEvent) =>
        Object.entries(like).every(
          ([key, value]) => JSON.stringify(event[key as keyof XdsEvent]) === JSON.stringify(value),
        );
      await until(
        () => events.slice(from).some(fits),
        20_000,
        () => `no ${JSON.stringify(like)} in ${JSON.stringify(events)}`,
      );
      return events.slice(from).find(fits) as XdsEvent;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}

/** Waits until something is true; fails after `ms` milliseconds. */
export async function until(
  true_: () => boolean | Promise<boolean>,
  ms: number,
  complaint: () => string = () => 'it did not come true in time',
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await true_())) {
    if (Date.now() > end) throw new Error(complaint());
    await sleep(5);
  }
}
