import { diagnose } from '../../diagnostics/diagnose.js';
import { finding } from '../../diagnostics/diagnostic.js';
import type { Editions } from '../../edition/editions.js';
import type { Following } from '../../edition/follow.js';
import type { RemovalLimits } from '../../edition/hold.js';
import { printDiagnostics, type Terminal } from '../shell/terminal.js';
import type { RemovalFlags } from './removal-flags.js';

export function removalLimits(flags: RemovalFlags): RemovalLimits {
  return { accept: flags['accept-removals'], share: flags['max-removals'] / 100 };
}

/** SIGHUP is the second look that confirms removals which are held back; without it the signal would end the process. */
export function onHangUp(editions: Editions, following: Following, { stderr }: Terminal): void {
  const look = (): void => {
    const count = editions.confirmRemovals();
    if (count > 0) void printDiagnostics(stderr, diagnose([finding('AER0036', { count }, {})]));
    following.run();
  };
  process.on('SIGHUP', look);
  const forget = () => process.off('SIGHUP', look);
  following.ended.then(forget, forget);
}
