import { jsonLine } from '../output/json.js';
import { printable } from '../output/printable.js';

/** One line of the controller's log. */
export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error';
  /** What happened, in one word that scripts can wait for. */
  readonly event: string;
  /** The same for people. */
  readonly message: string;
  readonly [field: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

/** The line of an entry, for people or for scripts. */
export function logLine(entry: LogEntry, format: 'log' | 'json', now: Date): string {
  const time = now.toISOString();
  if (format === 'json') return `${jsonLine({ time, ...entry })}\n`;
  const level = entry.level === 'info' ? '' : `${entry.level === 'error' ? 'Error' : 'Warning'}: `;
  return `${time} ${printable(`${level}${entry.message}`)}\n`;
}
