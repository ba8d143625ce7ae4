import { type Code, catalogue } from '../diagnostics/catalogue.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { KubernetesObject } from '../model/resource.js';
import { Chosen } from '../patch/chosen.js';
import { isConsequenceIn } from './causes.js';

/**
 * What the API server's schema says of a field is not said once more by istiod: of findings at the same place, the one
 * of the layer istio is left out unless it is the graver one. Nor is said that a filter stands nowhere where a finding names
 * the mistake that it comes from.
 */
export function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  return saidOnceIn([findings])[0] ?? findings;
}

/** The same of several lists, each of which stays the same list where nothing is left out of it. */
export function saidOnceIn(lists: readonly (readonly Finding[])[]): readonly (readonly Finding[])[] {
  const said = new Map<KubernetesObject, Map<string, boolean>>();
  for (const list of lists) {
    for (const { code, resource } of list) {
      if (resource !== undefined && layerOf(code) === 'istio') said.set(resource.object, new Map());
    }
  }
  if (said.size === 0) return lists;
  for (const list of lists) {
    for (const { code, resource, pointer = '', severity } of list) {
      const places = resource && said.get(resource.object);
      if (places === undefined || layerOf(code) !== 'schema') continue;
      places.set(pointer, severity === 'error' || places.get(pointer) === true);
    }
  }
  const isRepeated = ({ code, resource, pointer = '', severity }: Finding): boolean => {
    if (resource === undefined || layerOf(code) !== 'istio') return false;
    const gravely = said.get(resource.object)?.get(pointer);
    return gravely !== undefined && (severity !== 'error' || gravely);
  };
  const isConsequence = isConsequenceIn(lists);
  const isLeftOut = (found: Finding) => isRepeated(found) || isConsequence(found);
  return lists.map((list) => (list.some(isLeftOut) ? list.filter((found) => !isLeftOut(found)) : list));
}

/** `saidOnceIn` again and again: where istiod says nothing, which is so mostly, a finding is looked at once. */
export class SaidOnce {
  /** Of each list. */
  readonly #ofIstio: Chosen<Finding>[] = [];

  in(lists: readonly (readonly Finding[])[]): readonly (readonly Finding[])[] {
    while (this.#ofIstio.length < lists.length) this.#ofIstio.push(new Chosen(isOfIstio));
    const said = lists.map((list, at) => this.#ofIstio[at]?.of(list) ?? []);
    return said.some((each) => each.length > 0) ? saidOnceIn(lists) : lists;
  }
}

/** Whether istiod would say it of a resource. */
function isOfIstio({ code, resource }: Finding): boolean {
  return resource !== undefined && layerOf(code) === 'istio';
}

function layerOf(code: Code): string {
  return catalogue[code].layer;
}
