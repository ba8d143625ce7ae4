import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * Processor time of a process so far, in milliseconds, as the scheduler counts it (/proc/PID/task/…/schedstat, first
 * field): what other work on the machine does not change. Threads that ended are not in it.
 */
export const worked = (pid: number | undefined): number => scheduled(pid, 0);

/** How long its threads were ready to run and did not, in milliseconds: with other work on the machine this makes the tail. */
export const waited = (pid: number | undefined): number => scheduled(pid, 1);

/** Processor time of a process so far, in milliseconds, with threads that ended, by the kernel's ticks of 10 ms. NaN: no /proc. */
export function ticked(pid: number | undefined): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Processor time of all children of this process that ended, in milliseconds, by the same ticks. NaN: no /proc. */
export function tickedByChildren(): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function scheduled(pid: number | undefined, field: 0 | 1): number {
  let sum = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    sum += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[field]) / 1e6;
  }
  return sum;
}

/** Megabytes that a process has in memory now (`VmRSS`), or had at most (`VmHWM`). */
export function megabytes(pid: number | undefined, field: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
