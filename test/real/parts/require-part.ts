import type { Context } from 'mocha';
import { findPart, type PartName } from './cache.js';
import { crdFolder, hasSharedCrds } from './crds.js';
import { say } from './say.js';

/**
 * The program of a real part, for a mocha `before` hook or test: `requirePart(this, 'envoy')`. Without the part the suite
 * or test is skipped and the reason printed; where `CI` is set it fails instead, so that nothing goes unseen there.
 */
export function requirePart(context: Context, name: PartName): string {
  if (name === 'apiserver' && !hasSharedCrds()) {
    return skipOutLoud(context, `the CustomResourceDefinitions for the API server are not here: ${crdFolder.pathname}`);
  }
  const program = findPart(name);
  if (program !== undefined) return program;
  return skipOutLoud(context, `the real ${name} is not here; get it with: script/real-parts.sh ${name}`);
}

/** The path of a program that a start helper needs; throws when the part is not here (tests ask requirePart first). */
export function partProgram(name: PartName): string {
  const program = findPart(name);
  if (program === undefined) throw new Error(`the real ${name} is not here; get it with: script/real-parts.sh ${name}`);
  return program;
}

/** Skips the running test or suite with its reason on stderr, or fails it where `CI` is set. */
export function skipOutLoud(context: Context, reason: string): never {
  if (process.env.CI) throw new Error(`${reason} (CI is set, so this test must not be skipped)`);
  say(`skipped: ${reason}`);
  return context.skip();
}
