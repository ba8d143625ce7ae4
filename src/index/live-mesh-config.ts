import type { Resource } from '../model/resource.js';
import { sameEnds } from '../patch/ends.js';
import { type FoundMeshConfig, meshConfigOf, type ParseYaml } from './mesh-config.js';

/** `meshConfigOf` again and again: the same result while nothing that may hold a mesh config came, changed or went. */
export class LiveMeshConfig {
  #resources: readonly Resource[] = [];
  #found: FoundMeshConfig | undefined;

  /** As `meshConfigOf`, each time with the same `rootNamespace` and `parseYaml`. */
  update(resources: readonly Resource[], rootNamespace: string, parseYaml: ParseYaml): FoundMeshConfig {
    const before = this.#resources;
    this.#resources = resources;
    const [head, tail] = sameEnds(before, resources, (a, b) => a.object === b.object);
    const changed = [...before.slice(head, before.length - tail), ...resources.slice(head, resources.length - tail)];
    if (this.#found === undefined || changed.some(mayHold)) {
      this.#found = meshConfigOf(resources, rootNamespace, parseYaml);
    }
    return this.#found;
  }
}

function mayHold({ kind }: Resource): boolean {
  return kind === 'ConfigMap' || kind === 'IstioOperator';
}
