import { writeSync } from 'node:fs';
import { reasonOf } from '../../diagnostics/reason.js';
import { exit } from './exit.js';

/**
 * What happens when standard output cannot be written. A reader that closes its end (`| head`) ends the program quietly,
 * with whatever code it has by then; anything else (a full disk) is said in one line. `process.exit` is right here alone:
 * nothing that is still to be printed could arrive.
 */
export function outputFailed(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit();
  const line = `Error: standard output cannot be written: ${reasonOf(error)}. Check where it is redirected to.\n`;
  try {
    writeSync(2, line);
  } catch {
    // Standard error is as full.
  }
  process.exit(exit.failure);
}
