import { writeSync } from 'node:fs';
import { type LogEntry, logLine } from '../../controller/log.js';
import { reasonOf } from '../../diagnostics/reason.js';
import { outputFailed } from '../shell/output-failed.js';
import type { Terminal } from '../shell/terminal.js';

/**
 * The log of a process that stays: lines, written together once a turn. A log that cannot be written (a full disk) ends no
 * control plane: it is said once on standard error, what is lost is counted, and it goes on as soon as there is room.
 */
export class LogLines {
  #lines: string[] = [];
  #lost = 0;
  #broken = false;

  constructor(
    readonly terminal: Terminal,
    readonly format: 'log' | 'json',
  ) {
    // Ours ends the process; that of oclif throws.
    process.stdout.removeAllListeners('error');
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read it has gone, as with `| head`.
      if (error.code === 'EPIPE') outputFailed(error);
      this.#fails(error);
    });
  }

  readonly log = (entry: LogEntry): void => {
    if (this.#lines.length === 0) setImmediate(() => void this.flush());
    this.#lines.push(logLine(entry, this.format, new Date()));
  };

  async flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length === 0) return;
    if (!this.#broken) {
      // A file fails at once, a pipe later; in both cases the lines are tried once more.
      await this.terminal.stdout.write(lines.join('')).catch((error: NodeJS.ErrnoException) => this.#fails(error));
      if (!this.#broken) return;
    }
    // A stream of Node is over with its first error; the file behind it is not.
    try {
      if (this.#lost > 0) writeSync(1, logLine(lostEntry(this.#lost), this.format, new Date()));
      this.#lost = 0;
      writeSync(1, lines.join(''));
    } catch {
      this.#lost += lines.length;
    }
  }

  #fails(error: NodeJS.ErrnoException): void {
    if (this.#broken) return;
    this.#broken = true;
    const text = `Warning: the log cannot be written: ${reasonOf(error)}. The controller goes on without it.\n`;
    try {
      writeSync(2, text);
    } catch {
      // Standard error is as full.
    }
  }
}

function lostEntry(lines: number): LogEntry {
  const message = `The log could not be written for a while: ${lines} lines are lost.`;
  return { level: 'warning', event: 'lost', message, lines };
}
