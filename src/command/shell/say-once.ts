import { SourceFailure } from '../../source/source.js';
import { CommandError } from './errors.js';
import { showFailure } from './failure.js';

/**
 * Shows why a round of a watch failed, the same thing once while it lasts, and again when it comes back; what is a fault of
 * the program ends the watch.
 */
export function sayOnce(program: string): (error: unknown, again: boolean) => Promise<void> {
  let last = '';
  return async (error, again) => {
    if (!(error instanceof CommandError || error instanceof SourceFailure)) throw error;
    if (again && error.message === last) return;
    last = error.message;
    await showFailure(error, program);
  };
}
