import type { Finding } from '../diagnostics/diagnostic.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { sameEnds, withBetween } from '../patch/ends.js';
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

/** Of a resource of which there is nothing to say: always the same object. */
export const faultless: Judgement = { findings: [], sound: true };

/**
 * What the layers that look at one resource say of resources, as `validate` says it; of an object that was judged before
 * it is known. A resource with an error is one that the API server or a webhook would refuse.
 */
export class Judge {
  readonly #known = new WeakMap<KubernetesObject, Judgement>();
  readonly #kinds = new Set<string>();
  #schema: Awaited<ReturnType<typeof loadSchemaCheck>> | undefined;
  #resources: readonly Resource[] = [];
  #judgements: readonly Judgement[] = [];

  /** @param layers those whose findings count; the schema says whether an object is sound all the same */
  constructor(readonly layers: ReadonlySet<string>) {}

  /**
   * One for each resource, in their order; `faultless` of which there is nothing to say. The findings may be about an
   * older `Resource` of the same object, which stood elsewhere (`Teller`).
   */
  async judge(resources: readonly Resource[]): Promise<readonly Judgement[]> {
    const [head, tail] = sameEnds(this.#resources, resources, sameObject);
    const between = resources.slice(head, resources.length - tail);
    const fresh = between.filter(({ object }) => !this.#known.has(object));
    if (fresh.length > 0) await this.#look(fresh);
    this.#resources = resources;
    const judgements = between.map(({ object }) => this.#known.get(object) ?? faultless);
    this.#judgements = withBetween(this.#judgements, head, judgements, tail);
    return this.#judgements;
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
      this.#known.set(resource.object, findings.length === 0 && sound ? faultless : { findings, sound });
    }
  }
}

function sameObject(a: Resource, b: Resource): boolean {
  return a.object === b.object;
}

async function loadIstio(resources: readonly Resource[]): Promise<CheckIstio> {
  const { loadIstioCheck } = await import('./istio/check.js');
  return loadIstioCheck(resources);
}
