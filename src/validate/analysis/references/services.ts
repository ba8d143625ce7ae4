import { traitsOf } from '../../../behaviour/traits.js';
import { nearest } from '../../../diagnostics/nearest.js';
import type { MeshIndex, MeshPort, MeshService } from '../../../index/mesh-index.js';
import { codecOf } from '../../../translate/metaprotocol/codec.js';
import { isMetaProtocol, parsePortName } from '../../../translate/shared/port-name.js';

/** A metaprotocol port of a service. */
export interface MetaPort {
  readonly service: MeshService;
  readonly port: MeshPort;
}

/** The metaprotocol ports of all services that Aeraki knows by this host. */
export function metaPortsOf(host: string, index: MeshIndex): readonly MetaPort[] {
  return (index.servicesByFirstHost.get(host) ?? []).flatMap((service) =>
    service.ports.filter(({ name }) => isMetaProtocol(name)).map((port) => ({ service, port })),
  );
}

/** The codecs of a host's metaprotocol ports; undefined for an application protocol that has none. */
export function codecsOf(host: string, index: MeshIndex): ReadonlySet<string | undefined> {
  return new Set(
    metaPortsOf(host, index).map(({ port }) => {
      const { application } = parsePortName(port.name);
      return application === undefined ? undefined : codecOf(application, index);
    }),
  );
}

/** Whether a proxy since 1.4.0 writes nothing where it should tell a client of the host that a request failed. */
export function losesErrors(host: string, index: MeshIndex): boolean {
  const { emptyErrors } = traitsOf('1.4');
  return [...codecsOf(host, index)].some((codec) => codec !== undefined && emptyErrors.has(codec));
}

/** ` Did you mean "…"?` with a host of the inputs: the full form of a short name, or one that differs little. */
export function hostHint(host: string, namespace: string, index: MeshIndex, clusterDomain: string): string {
  const expanded = [
    `${host}.${namespace}.svc.${clusterDomain}`,
    `${host}.svc.${clusterDomain}`,
    `${host}.${clusterDomain}`,
  ];
  const full = expanded.find((name) => index.servicesByHost.has(name)) ?? fold(host, index);
  return full === undefined ? '' : ` Did you mean "${full}"?`;
}

/** Only the hosts of the same length or so are compared, and no more than a few hundred: this is a hint, not a rule. */
function fold(host: string, index: MeshIndex): string | undefined {
  const near: string[] = [];
  for (const name of index.servicesByHost.keys()) {
    if (Math.abs(name.length - host.length) < 3) near.push(name);
    if (near.length === 300) break;
  }
  return nearest(host, near);
}
