import { existsSync, readdirSync } from 'node:fs';

/** The inputs of the shared cases that have EnvoyFilters to place, in order. */
export function sharedCases(): readonly string[] {
  return ['../shared/cases', '../shared/cases-reference'].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder).sort() : [])
      .map((name) => `${folder}/${name}/input.yaml`)
      .filter((file) => existsSync(file)),
  );
}
