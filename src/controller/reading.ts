import type { KindState } from '../cluster/control/source.js';
import type { Log } from './log.js';

/** Says why a kind cannot be read, the same reason once until it is another one. */
export class ReadFailures {
  readonly #told = new Map<string, string>();

  constructor(readonly log: Log) {}

  /** @param kind as messages call it */
  tell(kind: string, reason: string, status: number | undefined): void {
    const isQuiet = status === 410 || reason === 'the connection was reset';
    if (isQuiet || this.#told.get(kind) === reason) return;
    this.#told.set(kind, reason);
    const message = `Cannot read ${kind}: ${reason}. It is tried again; what is known stays.`;
    this.log({ level: 'warning', event: 'unread', message, kind, reason, status });
  }
}

/** The text of `/readyz`. @param state of the process, in a few words */
export function readinessText(state: string, kinds: readonly KindState[]): string {
  const lines = kinds.map(({ kind, synced, silent, objects }) => {
    const heard = silent === undefined ? 'never heard' : `heard ${Math.round(silent / 1000)} s ago`;
    return `${synced ? 'synced    ' : 'not synced'} ${kind}: ${objects}, ${heard}\n`;
  });
  return `${state}\n${lines.join('')}`;
}
