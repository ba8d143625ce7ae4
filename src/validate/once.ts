import { type Code, catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';

/**
 * What the API server's schema says of a field is not said once more by istiod: of findings at the same place, the one
 * of the layer istio is left out unless it is the graver one.
 */
export function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  const said = new Map<Resource, Map<string, boolean>>();
  for (const { code, resource, pointer = '', severity } of findings) {
    if (resource === undefined || layerOf(code) !== 'schema') continue;
    const places = said.get(resource) ?? new Map<string, boolean>();
    places.set(pointer, severity === 'error' || places.get(pointer) === true);
    said.set(resource, places);
  }
  if (said.size === 0) return findings;
  return findings.filter(({ code, resource, pointer = '', severity }) => {
    if (resource === undefined || layerOf(code) !== 'istio') return true;
    const gravely = said.get(resource)?.get(pointer);
    return gravely === undefined || (severity === 'error' && !gravely);
  });
}

function layerOf(code: Code): string {
  return catalogue[code].layer;
}
