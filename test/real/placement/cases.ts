import { existsSync, readdirSync } from 'node:fs';

/** Where istiod 1.30 is known to do something else than is predicted, or nothing says that a filter has no place. */
export const known: ReadonlyMap<string, string> = new Map([
  ['feature-service-external-name', 'since Istio 1.21 an ExternalName is an alias and has no listener; 1.18 had one'],
]);

/** The inputs of the shared cases that have EnvoyFilters to place, in order. */
export function sharedCases(): readonly string[] {
  return ['../shared/cases', '../shared/cases-reference'].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder).sort() : [])
      .filter((name) => !known.has(name))
      .map((name) => `${folder}/${name}/input.yaml`)
      .filter((file) => existsSync(file)),
  );
}
