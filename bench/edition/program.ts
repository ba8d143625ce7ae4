import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');
/** On SIGUSR2 what is live on the heap and beside it, after a collection, is written to standard error in bytes. */
const tellMemory =
  "process.on('SIGUSR2',()=>{gc();gc();const{heapUsed:h,external:e}=process.memoryUsage();console.error('live '+(h+e))})";

/** The built program, as it runs in a terminal of somebody who watches. */
export class Program {
  out = '';
  readonly child: ChildProcess;

  constructor(...args: readonly string[]) {
    const node = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(tellMemory)}`];
    this.child = spawn(process.execPath, [...node, join(root, 'bin', 'run.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.out += part.toString();
      });
    }
  }

  async until(pattern: RegExp): Promise<RegExpExecArray> {
    const end = Date.now() + 300_000;
    for (;;) {
      const found = pattern.exec(this.out);
      if (found !== null) return found;
      if (Date.now() > end || this.child.exitCode !== null)
        throw new Error(`no ${pattern} in ${this.out.slice(-2_000)}`);
      await sleep(1);
    }
  }

  /** Megabytes that are live: what a collection leaves, and what is held outside of the heap. */
  async live(): Promise<number> {
    this.out = '';
    this.child.kill('SIGUSR2');
    return Number((await this.until(/^live (\d+)$/m))[1]) / 1e6;
  }

  end(): void {
    this.child.kill('SIGKILL');
  }
}
