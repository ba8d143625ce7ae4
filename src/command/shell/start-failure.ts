import { FailureError } from './errors.js';

/** What goes wrong with an address or a file of TLS, as the user can mend it. */
export function startFailure(what: string, flag: string, error: unknown): FailureError {
  const code = (error as NodeJS.ErrnoException).code;
  const message = error instanceof Error ? error.message : String(error);
  const reason = code === 'EADDRINUSE' || /EADDRINUSE/.test(message) ? 'the address is in use' : message;
  return new FailureError(`Cannot ${what}: ${reason}. Name another one with ${flag}.`);
}
