import type { Loaded } from '../../load/loaded.js';
import { FailureError } from '../errors.js';
import type { InputFlags } from '../inputs.js';

/** The flags that say which rules are served, and how they are translated. */
export interface RulesFlags extends InputFlags {
  readonly 'cluster-domain': string;
  readonly fixed: boolean;
  readonly service: readonly string[];
}

/** True when a path that was named is not there or cannot be read: then there is nothing to start with. */
export function namedPathFails({ findings }: Loaded, paths: readonly string[]): boolean {
  const named = new Set(paths);
  const fatal = new Set<string>(['AER0001', 'AER0002']);
  return findings.some(({ code, file }) => fatal.has(code) && file !== undefined && named.has(file));
}

/** What goes wrong with an address or a file of TLS, as the user can mend it. */
export function startFailure(what: string, flag: string, error: unknown): FailureError {
  const code = (error as NodeJS.ErrnoException).code;
  const message = error instanceof Error ? error.message : String(error);
  const reason = code === 'EADDRINUSE' || /EADDRINUSE/.test(message) ? 'the address is in use' : message;
  return new FailureError(`Cannot ${what}: ${reason}. Name another one with ${flag}.`);
}
