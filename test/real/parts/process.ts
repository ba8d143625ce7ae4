import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.js';

/** A program that a test started. `stop` ends it, by its own id, and waits until it is gone. */
export interface StartedProcess {
  readonly pid: number;
  /** What it printed so far, both streams together. */
  output(): string;
  /** True until it has ended. */
  running(): boolean;
  stop(): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

export interface StartOptions {
  /** Shown in messages. */
  readonly name: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Asked every 25 ms until it is true; an exception counts as "not yet". */
  ready(output: string): Promise<boolean> | boolean;
  /** How long it may take to be ready, in milliseconds; 30 s when left out. */
  readonly timeout?: number;
  /** Asked when it was not ready in time, before it is ended: what it waits for, in its own words. */
  waitsFor?(): Promise<string>;
}

const started = new Set<ChildProcess>();
// Mocha may leave by process.exit after a failed hook: whatever still runs goes with it.
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** Starts a program and waits until it is ready. Throws with what it printed when it ends or takes too long. */
export async function startProcess(
  program: string,
  args: readonly string[],
  options: StartOptions,
): Promise<StartedProcess> {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      failure = error;
      resolve();
    });
  });
  started.add(child);
  // A part that a failed test left behind must not keep mocha from ending.
  child.unref();
  let asked = false;
  void ended.then(() => {
    started.delete(child);
    // Else the test fails somewhere else, and nobody knows why.
    if (!asked) say(`${options.name} (process ${child.pid}) ended by itself:\n${output.slice(-2_000)}`);
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream instanceof Socket) stream.unref();
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const running = () => failure === undefined && child.exitCode === null && child.signalCode === null;
  const process_: StartedProcess = {
    pid: child.pid ?? -1,
    output: () => output,
    running,
    stop: () => {
      asked = true;
      return end(child, ended, running);
    },
    kill: async () => {
      asked = true;
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
  };
  const deadline = Date.now() + (options.timeout ?? 30_000);
  for (;;) {
    if (!running()) {
      await ended;
      throw new Error(`${options.name} ended before it was ready${failure ? `: ${failure.message}` : ''}\n${output}`);
    }
    if (await isReady(options, output)) {
      say(`started ${options.name} (process ${process_.pid})`);
      return process_;
    }
    if (Date.now() > deadline) {
      const words = (await options.waitsFor?.().catch(String)) ?? '';
      await process_.stop();
      throw new Error(`${options.name} was not ready in time\n${words}\n${output}`);
    }
    await sleep(25);
  }
}

async function isReady(options: StartOptions, output: string): Promise<boolean> {
  try {
    return await options.ready(output);
  } catch {
    return false;
  }
}

async function end(child: ChildProcess, ended: Promise<void>, running: () => boolean): Promise<void> {
  // Its end is waited for, though nothing else may be.
  child.ref();
  if (running()) {
    child.kill('SIGTERM');
    // A program that does not listen to SIGTERM within five seconds is killed.
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }
}
