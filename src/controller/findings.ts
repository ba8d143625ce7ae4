import type { Finding } from '../diagnostics/diagnostic.js';
import { LiveValidation } from '../edition/validation.js';
import type { Resource } from '../model/resource.js';
import { Judge } from '../validate/judge.js';
import type { ValidateOptions } from '../validate/validate.js';

/**
 * What `validate` says of everything in the cluster, and of one object as if it were there. One validation that is brought
 * from state to state, a turn each, so that nothing is kept twice.
 */
export class LiveFindings {
  readonly #judge = new Judge(new Set(['schema', 'webhook']));
  readonly #live: LiveValidation;
  #turn: Promise<unknown> = Promise.resolve();
  #own: Promise<unknown> = Promise.resolve();
  #base: readonly Resource[] = [];

  constructor(options: Omit<ValidateOptions, 'layers'>) {
    this.#live = new LiveValidation({ ...options, layers: new Set(['schema', 'webhook', 'istio', 'analysis']) });
  }

  /** What reviews look around in from now on. */
  know(resources: readonly Resource[]): void {
    this.#base = resources;
  }

  /** All findings of what the cluster has. */
  of(resources: readonly Resource[]): Promise<readonly Finding[]> {
    return this.#next(async () => {
      this.#base = resources;
      return (await this.#live.next({ judged: resources, known: [] })).flat();
    });
  }

  /** What is to be said of one object by itself. */
  async own(resource: Resource): Promise<readonly Finding[]> {
    const act = async (): Promise<readonly Finding[]> => (await this.#judge.judge([resource]))[0]?.findings ?? [];
    const next = this.#own.then(act, act);
    this.#own = next.catch(() => undefined);
    return next;
  }

  /**
   * What is to be said of one object among all others, were it there; nothing where `wanted` says no when its turn comes.
   */
  around(resource: Resource, wanted: () => boolean = () => true): Promise<readonly Finding[]> {
    return this.#next(async () => {
      if (!wanted()) return [];
      const all = (await this.#live.next({ judged: withOne(this.#base, resource), known: [] })).flat();
      return all.filter((each) => each.resource?.object === resource.object);
    });
  }

  #next<T>(act: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(act, act);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

/** In the place of the one that it replaces, or behind all others. */
function withOne(all: readonly Resource[], one: Resource): readonly Resource[] {
  const at = all.findIndex(
    ({ kind, namespace, name }) => kind === one.kind && namespace === one.namespace && name === one.name,
  );
  return at < 0 ? [...all, one] : all.with(at, one);
}
