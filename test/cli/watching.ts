import { type ChildProcess, spawn } from 'node:child_process';
import { bin, cleanEnvironment, root } from './program.js';

/** A run that goes on, and a way to wait for what it prints. */
export class Watching {
  text = '';
  readonly child: ChildProcess;

  /**
   * @param timeout milliseconds after which it is ended in any case
   * @param env what the environment has besides
   */
  constructor(args: readonly string[], timeout = 60_000, env: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, env: cleanEnvironment(env), timeout });
    child.stdin?.end();
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        this.text += part.toString();
      });
    }
    this.child = child;
  }

  /** What it printed since the last call, once that matches; raises after so many seconds. */
  async until(pattern: RegExp, seconds = 15): Promise<string> {
    for (let left = seconds * 20; left > 0; left--) {
      if (pattern.test(this.text)) {
        const seen = this.text;
        this.text = '';
        return seen;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`did not print ${pattern}, but:\n${this.text}`);
  }
}
