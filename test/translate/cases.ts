import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A set of resources, and what the reference made of it. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly input: string;
  /** Extra flags of the command. */
  readonly flags: readonly string[];
  readonly expected: Expected;
}

export interface Expected {
  readonly envoyFilters: readonly unknown[];
  readonly virtualServices: readonly unknown[];
  readonly routeConfigurations: readonly { readonly name: string }[];
}

const golden = fileURLToPath(new URL('../golden/translate', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/cases', import.meta.url));
/** A later set, which replaces two cases of the first. */
const mended = fileURLToPath(new URL('../../../shared/cases-reference', import.meta.url));

/** The demo and end-to-end cases lie beside the checkout; CI must have them. */
export const hasSharedCases = existsSync(shared);

/** The goldens of the project, and the shared cases where they are there. */
export function readCases(): Case[] {
  if (!hasSharedCases && process.env.CI) {
    throw new Error(`CI needs the shared cases in ${shared}`);
  }
  const folders = [golden, ...[mended, shared].filter((folder) => existsSync(folder))];
  const cases = new Map<string, Case>();
  for (const each of folders.flatMap(casesIn)) {
    if (!cases.has(each.name)) cases.set(each.name, each);
  }
  return [...cases.values()];
}

/** The cases in a folder: each subfolder with an `expected.json`. */
export function casesIn(folder: string): Case[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'expected.json')))
    .map((name) => {
      const path = join(folder, name);
      const flags = join(path, 'flags');
      return {
        name,
        folder: path,
        input: readFileSync(join(path, 'input.yaml'), 'utf8'),
        flags: existsSync(flags) ? readFileSync(flags, 'utf8').split(/\s+/).filter(Boolean) : [],
        expected: JSON.parse(readFileSync(join(path, 'expected.json'), 'utf8')) as Expected,
      };
    });
}
