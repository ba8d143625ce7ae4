import { diagnose } from '../diagnostics/diagnose.js';
import { finding } from '../diagnostics/diagnostic.js';
import type { WatcherOptions } from '../load/watcher.js';
import { printDiagnostics, type Terminal } from './terminal.js';

/** Where the system refuses to watch files, they are looked at so often, in milliseconds. */
const lookInterval = 500;
/** Milliseconds without a further change after which a command runs again. */
const quiet = 100;

/** How a command watches its files; that the system refuses, so that they are looked at instead, is said on stderr. */
export function watchOptions(exclude: readonly string[], { stderr }: Terminal): WatcherOptions {
  const onRefused = (reason: string): void => {
    void printDiagnostics(stderr, diagnose([finding('AER0504', { reason, interval: lookInterval }, {})]));
  };
  return { exclude, poll: false, interval: lookInterval, quiet, onRefused };
}
