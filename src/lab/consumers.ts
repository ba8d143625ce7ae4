import { fits } from '../model/labels.js';
import { type Mesh, scopeOf } from '../scope/scope.js';
import type { Workloads } from '../traffic/workloads.js';
import type { LabService } from './plan.js';

/** A workload that calls others: a proxy that listens for the services that it sees. */
export interface Consumer {
  /** `namespace/name`, or `client` where the rules name none. */
  readonly name: string;
  readonly services: readonly LabService[];
}

/** Who calls where the rules name no consumer: it sees everything. */
export const anyClient = 'client';

/** So many consumers are started at most. */
const mostConsumers = 16;

/**
 * The workloads of the inputs that serve none of the services, each with what its Sidecar lets it see; without any, one
 * that sees everything.
 */
export function consumersOf(mesh: Mesh, workloads: Workloads, services: readonly LabService[]): readonly Consumer[] {
  const serving = services.flatMap(({ host }) => mesh.byHost.get(host) ?? []);
  const isProvider = (labels: Readonly<Record<string, string>>, namespace: string): boolean =>
    serving.some(({ selector, namespace: of }) => of === namespace && selector !== undefined && fits(selector, labels));
  const consumers = workloads.all
    .filter(({ labels, namespace }) => !isProvider(labels, namespace))
    .slice(0, mostConsumers)
    .map(({ id, name, namespace, labels }) => {
      const seen = new Map(scopeOf(mesh, { name, namespace, labels }).services.map((each) => [each.host, each]));
      const visible = services.filter(
        ({ host, port }) => seen.get(host)?.ports.some(({ number }) => number === port) === true,
      );
      return { name: id, services: visible };
    })
    .filter((consumer) => consumer.services.length > 0);
  return consumers.length > 0 ? consumers : [{ name: anyClient, services }];
}
