import { setTimeout as sleep } from 'node:timers/promises';
import { applyCall } from '../cluster/control/apply.js';
import type { BackOffOptions } from '../cluster/control/back-off.js';
import type { ApiClient } from '../cluster/control/client.js';
import type { Kept, Stood } from '../cluster/control/kept.js';
import { Later, WorkQueue } from '../cluster/control/work-queue.js';
import { timeText } from '../cluster/json.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { isAerakiGroup, kindNamed } from '../model/kinds.js';
import type { Resource } from '../model/resource.js';

/** Who owns the conditions: not who owns the spec. */
export const conditionManager = 'aeraki-controller';

type Condition = Omit<Stood, 'observedGeneration' | 'lastTransitionTime'>;

export interface ConditionWriterOptions {
  readonly client: ApiClient;
  readonly mayWrite: () => boolean;
  /** Undefined: it is not there. */
  readonly standingOf: (resource: Resource) => Pick<Kept, 'generation' | 'conditions'> | undefined;
  readonly now: () => Date;
  readonly failed: (reason: string) => void;
  readonly backOff?: BackOffOptions | undefined;
}

/** A message may say so much, in characters; the API conventions allow 32,768. */
const longest = 2_000;
/** Between two writes, in milliseconds: etcd is not there for us alone. */
const pace = 20;

const warned = 'Warnings';

/** Whether conditions are written on resources of this kind: those of Aeraki have a status for whoever acts on them. */
export function hasConditions(kind: string): boolean {
  return isAerakiGroup(kindNamed(kind)?.group ?? '');
}

/**
 * What there is to be said of a resource as conditions in its status. One that has nothing wrong and never had is left
 * alone, so that a start writes nothing; one that is mended says so.
 */
export class ConditionWriter {
  readonly #queue: WorkQueue;
  #wanted: ReadonlyMap<string, { readonly resource: Resource; readonly conditions: readonly Condition[] }> = new Map();

  constructor(readonly options: ConditionWriterOptions) {
    this.#queue = new WorkQueue({
      workers: 1,
      work: (key) => this.#work(key),
      failed: (_, error) => options.failed(error instanceof Error ? error.message : String(error)),
      backOff: options.backOff ?? { least: 1_000, most: 60_000 },
    });
    this.#queue.open();
  }

  get depth(): number {
    return this.#queue.depth;
  }

  stop(): Promise<void> {
    return this.#queue.stop();
  }

  /** @param waiting by resource: why what was made of it is not written */
  want(resources: readonly Resource[], findings: readonly Finding[], waiting: ReadonlyMap<object, string>): void {
    const found = new Map<object, Finding[]>();
    for (const each of findings) {
      if (each.resource === undefined || each.severity === 'info') continue;
      const list = found.get(each.resource.object);
      if (list === undefined) found.set(each.resource.object, [each]);
      else list.push(each);
    }
    const wanted = new Map<string, { resource: Resource; conditions: readonly Condition[] }>();
    for (const resource of resources) {
      if (!hasConditions(resource.kind)) continue;
      const conditions = conditionsOf(found.get(resource.object) ?? [], waiting.get(resource.object));
      const key = `${resource.kind} ${resource.namespace}/${resource.name}`;
      wanted.set(key, { resource, conditions });
      if (this.#differs(resource, conditions)) this.#queue.add(key);
    }
    this.#wanted = wanted;
  }

  #differs(resource: Resource, conditions: readonly Condition[]): boolean {
    const there = this.options.standingOf(resource);
    if (there === undefined) return false;
    if (there.conditions.length === 0)
      return conditions.some((each) => each.status === 'False' || each.reason === warned);
    return conditions.some((each) => {
      const stood = there.conditions.find(({ type }) => type === each.type);
      return (
        stood?.status !== each.status ||
        stood.reason !== each.reason ||
        stood.message !== each.message ||
        stood.observedGeneration !== there.generation
      );
    });
  }

  async #work(key: string): Promise<void> {
    const wanted = this.#wanted.get(key);
    if (wanted === undefined || !this.options.mayWrite() || !this.#differs(wanted.resource, wanted.conditions)) return;
    const { resource, conditions } = wanted;
    const there = this.options.standingOf(resource);
    const time = timeText(this.options.now());
    const stand = conditions.map((each): Stood => {
      const stood = there?.conditions.find(({ type }) => type === each.type);
      const since = stood?.status === each.status ? stood.lastTransitionTime : time;
      return { ...each, observedGeneration: there?.generation ?? 0, lastTransitionTime: since };
    });
    const { apiVersion, kind, namespace, name } = resource;
    const within = namespace === '' ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
    const path = `/apis/${apiVersion}${within}/${kindNamed(kind)?.resource}/${encodeURIComponent(name)}/status`;
    const metadata = { name, ...(namespace !== '' && { namespace }) };
    const object = { apiVersion, kind, metadata, status: { conditions: stand } };
    const answer = await this.options.client.call('PATCH', path, applyCall(object, { manager: conditionManager }));
    // Gone, or of a CustomResourceDefinition that has no status.
    if (answer.status === 404) return;
    if (answer.status >= 300) throw new Later(answer.reason, answer.retryAfterMs ?? 0);
    await sleep(pace, undefined, { ref: false });
  }
}

/** Errors are why it is not accepted; with warnings alone it is, and they are said. */
function conditionsOf(findings: readonly Finding[], waiting: string | undefined): readonly Condition[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const worst = errors.length > 0 ? errors : findings;
  const accepted: Condition =
    errors.length > 0
      ? { type: 'Accepted', status: 'False', reason: worst[0]?.code ?? '', message: textOf(worst) }
      : {
          ...{ type: 'Accepted', status: 'True' },
          ...(worst.length > 0
            ? { reason: warned, message: textOf(worst) }
            : { reason: 'Accepted', message: 'Nothing is wrong with it.' }),
        };
  const programmed: Condition =
    waiting === undefined
      ? { type: 'Programmed', status: 'True', reason: 'Programmed', message: 'What was made of it is written.' }
      : { type: 'Programmed', status: 'False', reason: 'NotWritten', message: waiting.slice(0, longest) };
  return [accepted, programmed];
}

function textOf(findings: readonly Finding[]): string {
  const lines = findings.map(({ code, pointer, message }) => `[${code}] ${pointer ? `${pointer}: ` : ''}${message}`);
  const text = [...new Set(lines)].sort().join('; ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
