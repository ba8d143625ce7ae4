import { readFileSync } from 'node:fs';

/** A JSON file of the package itself. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
