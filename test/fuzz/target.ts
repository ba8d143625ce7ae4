import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Random } from './random.js';

/** What is fuzzed: a file in `targets/` whose default export is one of these. Its name is the file's. */
export interface Target<Input = string | Uint8Array> {
  /** One line, for the list. */
  readonly about: string;
  /** `parser`: a million inputs are few; `run`: whole runs over documents, a hundred thousand; `history`: a second each. */
  readonly kind: 'parser' | 'run' | 'history';
  /** An input, the same for the same chance. */
  make(random: Random): Input;
  /** Tries it. Raises what is wrong: any error is a fault, and so is an input that takes over two seconds of computing. */
  check(input: Input): void | Promise<void>;
}

const folder = new URL('./targets/', import.meta.url);

/** The names of all targets. */
export async function targetNames(): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** `name`: that of a target, or a path to a file that has one. */
export async function loadTarget(name: string): Promise<Target> {
  const place = name.includes('/') ? pathToFileURL(resolve(name)) : new URL(`${name}.ts`, folder);
  const { default: target } = (await import(place.href)) as { default: Target };
  return target;
}

/** The seed of one input, so that one number is enough to make it again. */
export function seedOf(seed: number, index: number): number {
  return (Math.imul(seed, 0x9e3779b1) + Math.imul(index, 0x85ebca6b)) >>> 0;
}
