import type { Loaded } from '../../load/loaded.js';
import { type Translated, translateLoaded } from '../../pipeline.js';
import { defaultTranslateOptions } from '../../translate/options.js';
import { FailureError } from '../errors.js';
import { type InputFlags, readInputs, rootNamespace } from '../inputs.js';

/** The flags that say which rules are served, and how they are translated. */
export interface RulesFlags extends InputFlags {
  readonly 'cluster-domain': string;
  readonly fixed: boolean;
  readonly service: readonly string[];
}

/** Reads the inputs and translates them, as `aeraki translate` does. */
export async function readRules(paths: readonly string[], flags: RulesFlags): Promise<Translated> {
  return translateLoaded(await readInputs(paths, flags), {
    ...defaultTranslateOptions,
    rootNamespace: rootNamespace(flags),
    clusterDomain: flags['cluster-domain'],
    fixed: flags.fixed,
    services: flags.service,
  });
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
