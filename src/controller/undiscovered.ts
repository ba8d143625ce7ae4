import { type Finding, finding } from '../diagnostics/diagnostic.js';
import type { Resource } from '../model/resource.js';

export interface UndiscoveredInput {
  /** What the mesh sees. */
  readonly resources: readonly Resource[];
  /** What it does not. */
  readonly left: readonly Resource[];
  /** The namespaces that it looks at. */
  readonly selected: ReadonlySet<string>;
  readonly rootNamespace: string;
  readonly clusterDomain: string;
  readonly namespaceScoped: boolean;
}

/** Kinds whose rules count for their own namespace alone (translation.md sections 5 and 6). */
const ownNamespace: ReadonlySet<string> = new Set(['RedisService', 'RedisDestination']);

/** Which rules of Aeraki do nothing, since what they are for is in a Namespace that the mesh does not discover. */
export function undiscovered(input: UndiscoveredInput): readonly Finding[] {
  const { resources, left, selected, rootNamespace, clusterDomain, namespaceScoped } = input;
  const findings: Finding[] = [];
  const hosts = new Map<string, string>();
  for (const each of left) for (const host of hostsOf(each, clusterDomain)) hosts.set(host, each.namespace);
  // One that is seen by the same host is what the rule is for.
  if (hosts.size > 0) for (const each of resources) for (const host of hostsOf(each, clusterDomain)) hosts.delete(host);
  for (const resource of resources) {
    const { kind, namespace } = resource;
    if (kind === 'MetaRouter') {
      for (const [at, host] of textsOf(resource.object.spec, 'hosts').entries()) {
        const place = hosts.get(host);
        if (place === undefined) continue;
        const args = { what: `${host} is a service`, namespace: place, kind };
        findings.push(finding('AER1500', args, { resource, pointer: `/spec/hosts/${at}` }));
      }
    } else if (ownNamespace.has(kind) && !selected.has(namespace)) {
      findings.push(finding('AER1500', { what: 'It is for services', namespace, kind }, { resource }));
    }
  }
  if (!namespaceScoped && !selected.has(rootNamespace)) {
    const resource = resources.find(({ kind }) => kind === 'ConfigMap');
    findings.push(finding('AER1501', { namespace: rootNamespace }, { resource, pointer: '/data/mesh' }));
  }
  return findings;
}

function hostsOf({ kind, name, namespace, object }: Resource, clusterDomain: string): readonly string[] {
  if (kind === 'Service') return [`${name}.${namespace}.svc.${clusterDomain}`];
  return kind === 'ServiceEntry' ? textsOf(object.spec, 'hosts') : [];
}

/** The texts of a list in a spec of which nothing is known. */
function textsOf(spec: unknown, field: string): readonly string[] {
  const list = (spec as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}
