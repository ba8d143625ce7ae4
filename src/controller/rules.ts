import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { MetaRouter } from '../model/aeraki.js';
import { kindNamed } from '../model/kinds.js';
import type { KubernetesObject, Resource } from '../model/resource.js';
import type { Hub } from '../xds/hub.js';
import { clientView } from '../xds/views.js';

/** How far one rule has come. */
export interface RuleState {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly generation: number;
  /** Hosts that it is about. */
  readonly hosts: readonly string[];
  /** What was made for these hosts. */
  readonly objects: readonly ObjectState[];
  /** Route configurations for these hosts, and what proxies said to them. */
  readonly routes: readonly RouteState[];
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
}

export interface ObjectState {
  /** `EnvoyFilter NAMESPACE/NAME`. */
  readonly object: string;
  readonly state: 'written' | 'waiting';
  /** Why it waits, in the words of the API server; '' where there are none. */
  readonly reason: string;
}

export interface RouteState {
  readonly name: string;
  readonly version: string;
  readonly accepted: number;
  readonly waiting: number;
  readonly refused: readonly { readonly node: string; readonly error: string }[];
  /** How long the slowest of those took who were told of this version as a change; left out: nobody was. */
  readonly seconds?: number;
}

export interface RuleInput {
  readonly resources: readonly Resource[];
  readonly objects: readonly KubernetesObject[];
  readonly diagnostics: readonly Diagnostic[];
  readonly hub: Hub;
  readonly generationOf: (resource: Resource) => number;
  /** What of an object is there; '' where all of it is. */
  readonly waitingFor: (object: KubernetesObject) => string | undefined;
}

/** The state of every rule. What was made is found by the hosts that a rule names, as proxies find it. */
export function ruleStates(input: RuleInput): readonly RuleState[] {
  const rules = input.resources.filter(({ kind }) => kindNamed(kind)?.ruleFor !== undefined);
  const objects = byHost(input.objects, ({ metadata }) => metadata?.name ?? '');
  const routes = routeStates(input.hub);
  const findings = new Map<string, Diagnostic[]>();
  for (const each of input.diagnostics) {
    if (each.resource === undefined) continue;
    const id = idOf(each.resource);
    findings.set(id, [...(findings.get(id) ?? []), each]);
  }
  return rules.map((rule) => {
    const hosts = hostsOf(rule);
    return {
      ...{ kind: rule.kind, namespace: rule.namespace, name: rule.name, hosts },
      generation: input.generationOf(rule),
      objects: hosts.flatMap((host) =>
        (objects.get(host) ?? []).map((object) => {
          const reason = input.waitingFor(object);
          const name = `${object.kind} ${object.metadata?.namespace ?? ''}/${object.metadata?.name ?? ''}`;
          return {
            object: name,
            state: reason === undefined ? ('written' as const) : ('waiting' as const),
            reason: reason ?? '',
          };
        }),
      ),
      routes: hosts.flatMap((host) => routes.get(host) ?? []),
      findings: (findings.get(idOf(rule)) ?? []).map(({ code, severity, message }) => ({ code, severity, message })),
    };
  });
}

/** By rule, why what was made for its hosts is not written; only where the API server said why. */
export function waitingReasons({
  resources,
  objects: all,
  waitingFor,
}: Pick<RuleInput, 'resources' | 'objects' | 'waitingFor'>): ReadonlyMap<object, string> {
  const waiting = all.filter((object) => (waitingFor(object) ?? '') !== '');
  const reasons = new Map<object, string>();
  if (waiting.length === 0) return reasons;
  const objects = byHost(waiting, ({ metadata }) => metadata?.name ?? '');
  for (const rule of resources) {
    if (kindNamed(rule.kind)?.ruleFor === undefined) continue;
    const [first] = hostsOf(rule).flatMap((host) => objects.get(host) ?? []);
    if (first === undefined) continue;
    const name = `${first.kind} ${first.metadata?.namespace ?? ''}/${first.metadata?.name ?? ''}`;
    reasons.set(rule.object, `${name}: ${waitingFor(first)}`);
  }
  return reasons;
}

/** `aeraki-outbound-HOST-ADDRESS-PORT` and `aeraki-inbound-HOST-PORT`. */
function byHost(
  objects: readonly KubernetesObject[],
  nameOf: (object: KubernetesObject) => string,
): ReadonlyMap<string, readonly KubernetesObject[]> {
  const found = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const [, outbound, inbound] = /^aeraki-(?:outbound-(.+)-[^-]+-\d+|inbound-(.+)-\d+)$/.exec(nameOf(object)) ?? [];
    const host = outbound ?? inbound;
    if (host !== undefined) found.set(host, [...(found.get(host) ?? []), object]);
  }
  return found;
}

function routeStates(hub: Hub): ReadonlyMap<string, readonly RouteState[]> {
  const counts = new Map<string, { accepted: number; waiting: number; refused: { node: string; error: string }[] }>();
  for (const subscriber of hub.subscribers) {
    const { node, client, resources } = clientView(subscriber, hub.snapshotOf(subscriber));
    for (const { name, state, refused } of resources) {
      const count = counts.get(name) ?? { accepted: 0, waiting: 0, refused: [] };
      counts.set(name, count);
      if (state === 'accepted') count.accepted += 1;
      else if (state === 'waiting') count.waiting += 1;
      else if (state === 'refused') count.refused.push({ node: node ?? client, error: refused?.error ?? '' });
    }
  }
  const states = new Map<string, RouteState[]>();
  for (const { name, version } of hub.snapshot.resources.values()) {
    const host = name.replace(/_\d+$/, '');
    const took = hub.pushes.of(name, version);
    const state = {
      ...{ name, version, ...(counts.get(name) ?? { accepted: 0, waiting: 0, refused: [] }) },
      ...(took !== undefined && { seconds: Math.round(took) / 1000 }),
    };
    states.set(host, [...(states.get(host) ?? []), state]);
  }
  return states;
}

function hostsOf({ kind, object }: Resource): readonly string[] {
  const spec = (object as MetaRouter & { readonly spec?: { readonly host?: unknown } }).spec as
    | { readonly hosts?: unknown; readonly host?: unknown }
    | undefined;
  const named = kind === 'DestinationRule' || kind.startsWith('Redis') ? spec?.host : spec?.hosts;
  const all = Array.isArray(named) ? named : [named];
  return all.filter((each): each is string => typeof each === 'string');
}

function idOf({
  kind,
  namespace,
  name,
}: {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}): string {
  return `${kind} ${namespace}/${name}`;
}
