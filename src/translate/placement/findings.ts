import type { Code } from '../../diagnostics/catalogue.js';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { Severity } from '../../diagnostics/entry.js';
import type { MeshService } from '../../index/mesh-index.js';
import type { Resource } from '../../model/resource.js';
import type { NotPlaced, Placement } from './placement.js';

/**
 * The codes of what the translation does not say itself: a range is AER0429 (D29), a target port AER0428 (D28), a
 * Service without a selector AER0416.
 */
const codes: Readonly<Partial<Record<NotPlaced, Code>>> = {
  'no-address': 'AER1170',
  http: 'AER1171',
  detected: 'AER1172',
  'second-address': 'AER1173',
  'other-address': 'AER1174',
  'external-name': 'AER1176',
  'other-namespace': 'AER1177',
  hidden: 'AER1178',
  'no-port': 'AER1179',
  'no-pods': 'AER1181',
};

/** A finding, and by what it is said once of a service. */
type Keyed = readonly [key: string, found: Finding];

/** What AER1183 says of a port of a service that a Sidecar keeps from every proxy. */
export function hiddenArgs({ hosts, namespace }: MeshService, port: number, sidecar: Resource) {
  const [host = ''] = hosts;
  return { host, port, sidecar: `${sidecar.namespace}/${sidecar.name}`, entry: `${namespace}/${host}` };
}

/**
 * What is of the mesh and not of the service: once for a service, and for a Sidecar at the Sidecar. Where no severity is
 * asked for (`validate`), rules of the analysis say it.
 */
function meshFinding(placement: Placement, service: MeshService, severity?: Severity): Keyed | undefined {
  const { why, sidecar, listener } = placement;
  if (severity === undefined) return undefined;
  const at = { resource: service.resource, pointer: '/spec', severity };
  if (why === 'not-intercepted') return byMessage(finding('AER1182', {}, at));
  if (why !== 'sidecar' || sidecar === undefined) return undefined;
  const args = hiddenArgs(service, portOf(listener), sidecar);
  return byMessage(finding('AER1183', args, { ...at, resource: sidecar, pointer: '/spec/egress' }));
}

function byMessage(found: Finding): Keyed {
  return [found.message, found];
}

function portOf(listener: string): number {
  return Number(/\d+$/.exec(listener)?.[0] ?? 0);
}

/** Outbound and inbound filter of a port often fail for the same reason: the key is the same then. */
function portFinding(placement: Placement, service: MeshService, severity?: Severity): Keyed | undefined {
  const { envoyFilter: filter, why, listener } = placement;
  const code = why === undefined ? undefined : codes[why];
  if (code === undefined) return undefined;
  const number = portOf(listener);
  const port = service.ports.find((each) => each.number === number) ?? service.ports[0];
  const args = { filter, listener, host: service.hosts[0] ?? '', port: number, name: port?.name ?? '' };
  const pointer = port?.pointer ?? '/spec';
  return [`${code} ${pointer}`, finding(code, args, { resource: service.resource, pointer, severity })];
}

/** A finding for each port whose filters istiod does not place, where nothing else says so; the first of several is named. */
export function placementFindings(placements: readonly Placement[], severity?: Severity): readonly Finding[] {
  const findings = new Map<MeshService, Map<string, Finding>>();
  for (const placement of placements) {
    const { service } = placement;
    if (service === undefined) continue;
    const found = meshFinding(placement, service, severity) ?? portFinding(placement, service, severity);
    if (found === undefined) continue;
    const own = findings.get(service) ?? new Map<string, Finding>();
    if (!own.has(found[0])) own.set(...found);
    findings.set(service, own);
  }
  return [...findings.values()].flatMap((own) => [...own.values()]);
}
