import { qualifiedHost } from '../../../index/host.js';
import type { MeshIndex, MeshService } from '../../../index/mesh-index.js';
import type { VirtualService } from '../../../model/istio.js';
import type { Resource } from '../../../model/resource.js';
import { parsePortName } from '../../../translate/shared/port-name.js';
import { items } from '../../webhook/rule.js';
import type { AnalysisRule } from '../rule.js';

/** What a VirtualService cannot do to a port of these protocols, and what does it in its place. */
const instead: Readonly<Record<string, string>> = {
  metaprotocol: 'Write a MetaRouter for this host.',
  redis: 'Write a RedisService for this host.',
};

/** A VirtualService for a service whose ports all have a filter of Aeraki that does not read VirtualServices. */
export const virtualServiceIgnored: AnalysisRule = {
  codes: ['AER0341'],
  byEntry: true,
  check({ index, report }) {
    for (const rule of index.virtualServices) {
      for (const [host, pointer] of items(rule.object.spec?.hosts, '/spec/hosts')) {
        const found = ignoredFor(rule, host, index);
        if (found !== undefined) report('AER0341', rule, pointer, found);
      }
    }
  },
};

/** Why a VirtualService does nothing for one of its hosts; undefined where it does, or where that is not known. */
export function ignoredFor(
  rule: Resource<VirtualService>,
  host: string,
  index: MeshIndex,
): { readonly host: string; readonly port: string; readonly cure: string } | undefined {
  const { gateways = [] } = rule.object.spec ?? {};
  const forGateway = gateways.length > 0 && !gateways.includes('mesh');
  if (forGateway || rule.object.metadata?.labels?.manager === 'Aeraki') return undefined;
  const services =
    index.servicesByHost.get(host) ?? index.servicesByHost.get(qualifiedHost(host, rule.namespace)) ?? [];
  const ports = services.flatMap((service: MeshService) => service.ports);
  const [first] = ports;
  if (first === undefined) return undefined;
  const cure = instead[parsePortName(first.name).l7];
  const all = ports.every(({ name }) => Object.hasOwn(instead, parsePortName(name).l7));
  return cure === undefined || !all ? undefined : { host, port: first.name, cure };
}
