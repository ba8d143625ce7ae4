import type { Finding } from '../diagnostics/diagnostic.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import { isStructural, loadSchemaCheck } from './schema/check.js';
import { withoutSuppressed } from './suppress.js';
import { loadWebhookCheck } from './webhook/check.js';

/** What the layers that look at one resource say of it. */
export interface Judgement {
  readonly findings: readonly Finding[];
  /** Whether the object can be decoded by who reads it, so that its spec has the types of its kind. */
  readonly sound: boolean;
}

/**
 * What the schema and the webhook layer say of resources, as `validate` says it; of an object that was judged before it
 * is known. A resource with an error is one that the API server or the webhook would refuse.
 */
export class Judge {
  readonly #known = new WeakMap<KubernetesObject, Judgement>();
  readonly #kinds = new Set<string>();
  #schema: Awaited<ReturnType<typeof loadSchemaCheck>> | undefined;

  /** By resource; those of which there is nothing to say are left out. */
  async judge(resources: readonly Resource[]): Promise<ReadonlyMap<Resource, Judgement>> {
    const fresh = resources.filter(({ object }) => !this.#known.has(object));
    if (fresh.length > 0) await this.#look(fresh);
    const said = new Map<Resource, Judgement>();
    for (const resource of resources) {
      const known = this.#known.get(resource.object);
      if (known === undefined || (known.sound && known.findings.length === 0)) continue;
      said.set(resource, rebound(known, resource));
    }
    return said;
  }

  async #look(fresh: readonly Resource[]): Promise<void> {
    const kinds = this.#kinds.size;
    for (const { kind } of fresh) this.#kinds.add(kind);
    if (this.#schema === undefined || this.#kinds.size > kinds) this.#schema = await loadSchemaCheck(this.#kinds);
    const schema = this.#schema;
    const webhook = await loadWebhookCheck(fresh);
    for (const resource of fresh) {
      const own = schema(resource);
      const sound = !own.some(isStructural);
      const all = sound ? [...own, ...webhook(resource)] : own;
      this.#known.set(resource.object, { findings: withoutSuppressed(all, []), sound });
    }
  }
}

/** The same, said of the resource as it stands now: on another line, for example. */
function rebound(known: Judgement, resource: Resource): Judgement {
  if (known.findings.every((each) => each.resource === resource)) return known;
  return { ...known, findings: known.findings.map((each) => ({ ...each, resource })) };
}
