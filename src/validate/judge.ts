import type { Finding } from '../diagnostics/diagnostic.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { isStructural, loadSchemaCheck } from '../schema/check.js';
import type { CheckIstio } from './istio/check.js';
import { isIstioKind } from './istio/kinds.js';
import { loadWebhookCheck } from './webhook/check.js';

/** What the layers that look at one resource say of it. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Whether the object can be decoded by who reads it, so that its spec has the types of its kind. */
  readonly sound: boolean;
}

/**
 * What the layers that look at one resource say of resources, as `validate` says it; of an object that was judged before
 * it is known. A resource with an error is one that the API server or a webhook would refuse.
 */
export class Judge {
  readonly #known = new WeakMap<KubernetesObject, Judgement>();
  readonly #kinds = new Set<string>();
  #schema: Awaited<ReturnType<typeof loadSchemaCheck>> | undefined;

  /** @param layers those whose findings count; the schema says whether an object is sound all the same */
  constructor(readonly layers: ReadonlySet<string>) {}

  /**
   * By resource; those of which there is nothing to say are left out. The findings may be about an older `Resource` of the
   * same object, which stood elsewhere (`Teller`).
   */
  async judge(resources: readonly Resource[]): Promise<ReadonlyMap<Resource, Judgement>> {
    const fresh = resources.filter(({ object }) => !this.#known.has(object));
    if (fresh.length > 0) await this.#look(fresh);
    const said = new Map<Resource, Judgement>();
    for (const resource of resources) {
      const known = this.#known.get(resource.object);
      if (known === undefined || (known.sound && known.findings.length === 0)) continue;
      said.set(resource, known);
    }
    return said;
  }

  async #look(fresh: readonly Resource[]): Promise<void> {
    const kinds = this.#kinds.size;
    for (const { kind } of fresh) this.#kinds.add(kind);
    if (this.#schema === undefined || this.#kinds.size > kinds) this.#schema = await loadSchemaCheck(this.#kinds);
    const schema = this.#schema;
    const webhook = this.layers.has('webhook') ? await loadWebhookCheck(fresh) : undefined;
    const istio = this.layers.has('istio') && fresh.some(isIstioKind) ? await loadIstio(fresh) : undefined;
    for (const resource of fresh) {
      const own = schema(resource);
      const findings: Finding[] = this.layers.has('schema') ? [...own] : [];
      const sound = !own.some(isStructural);
      if (sound) {
        for (const found of webhook?.(resource) ?? []) findings.push(found);
        for (const found of istio?.(resource) ?? []) findings.push(found);
      }
      this.#known.set(resource.object, findings.length === 0 && sound ? nothing : { findings, sound });
    }
  }
}

const nothing: Judgement = { findings: [], sound: true };

async function loadIstio(resources: readonly Resource[]): Promise<CheckIstio> {
  const { loadIstioCheck } = await import('./istio/check.js');
  return loadIstioCheck(resources);
}
