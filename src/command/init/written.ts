import { stat } from 'node:fs/promises';
import { reasonOf } from '../../diagnostics/reason.js';
import { printable } from '../../output/printable.js';
import { FailureError } from '../shell/errors.js';

export interface InitReport {
  readonly directory: string;
  /** Files that were written, sorted. */
  readonly created: readonly string[];
  /** Files that were there already and were left as they are, sorted. */
  readonly kept: readonly string[];
}

export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** Runs what writes into `directory`; an error of the system becomes a `FailureError` that says what to do. */
export async function reported(directory: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError(
      `Cannot write to ${printable(directory)}: ${reasonOf(error)}. Name another directory, or mend this one.`,
    );
  }
}

/** What is printed: the files, and what to type now. */
export function initText(
  { directory, created, kept }: InitReport,
  commands: readonly { readonly command: string; readonly purpose: string }[],
): string {
  const width = Math.max(...commands.map(({ command }) => command.length));
  const lines = [
    ...created.map((path) => `created  ${printable(path)}`),
    ...kept.map((path) => `kept     ${printable(path)}  (was there already)`),
    '',
    directory === '.' ? 'Now:' : `Now, in ${printable(directory)}:`,
    '',
    ...commands.map(({ command, purpose }) => `  ${command.padEnd(width)}   ${purpose}`),
  ];
  return `${lines.join('\n')}\n`;
}
