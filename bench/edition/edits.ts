import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, waited, worked } from '../process.js';

export interface Edits {
  readonly pid: number | undefined;
  readonly path: string;
  /** Some before those that count, for what runs often is compiled. */
  readonly before: number;
  readonly count: number;
  /** Between two, in milliseconds. */
  readonly pause: number;
  /** @param round negative for those that do not count */
  readonly text: (round: number) => string;
  /** Settles when the edit shows. */
  readonly shown: () => Promise<unknown>;
  readonly after?: (round: number) => Promise<void>;
}

/** Edits a file again and again; says how long each took to show, and what it cost the process. */
export async function edited({ pid, path, before, count, pause, text, shown, after }: Edits): Promise<string> {
  const [times, costs, waits]: [number[], number[], number[]] = [[], [], []];
  for (let round = -before; round < count; round++) {
    const now = text(round);
    const [spent, stood] = [worked(pid), waited(pid)];
    const began = performance.now();
    writeFileSync(path, now);
    await shown();
    if (round >= 0) {
      times.push(performance.now() - began);
      costs.push(worked(pid) - spent);
      waits.push(waited(pid) - stood);
    }
    await after?.(round);
    await sleep(pause);
  }
  return (
    `${median(times).toFixed(0)} ms median (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}), ` +
    `${median(costs).toFixed(1)} ms of processor time, waited ${median(waits).toFixed(1)} ms for a processor`
  );
}
