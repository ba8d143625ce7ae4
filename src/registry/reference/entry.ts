import type { ServiceEntry, ServiceEntrySpec } from '../../model/istio.js';

export type Endpoint = NonNullable<ServiceEntrySpec['endpoints']>[number];

/** An endpoint as Kubernetes' JSON holds it: what is empty is left out. `ports` keep a zero. */
export function endpoint(fields: Endpoint): Endpoint {
  const { address, ports, labels, locality, serviceAccount, weight } = fields;
  return {
    ...(address && { address }),
    ...(labels && Object.keys(labels).length > 0 && { labels }),
    ...(locality && { locality }),
    ...(ports && { ports }),
    ...(serviceAccount && { serviceAccount }),
    ...(weight && { weight }),
  };
}

/** A port as Kubernetes' JSON holds it: port 0 has no number. */
export function port(name: string, number: number, protocol: string): NonNullable<ServiceEntrySpec['ports']>[number] {
  return { name, ...(number !== 0 && { number }), protocol, ...(number !== 0 && { targetPort: number }) };
}

export interface EntryMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A ServiceEntry of the reference; empty lists are left out. */
export function serviceEntry(metadata: EntryMetadata, spec: ServiceEntrySpec): ServiceEntry {
  const { endpoints, hosts, location, ports, resolution } = spec;
  return {
    apiVersion: 'networking.istio.io/v1alpha3',
    kind: 'ServiceEntry',
    metadata,
    spec: {
      ...(endpoints && endpoints.length > 0 && { endpoints }),
      ...(hosts && { hosts }),
      ...(location && { location }),
      ...(ports && ports.length > 0 && { ports }),
      ...(resolution && { resolution }),
    },
  };
}

export function keyOf(entry: ServiceEntry): string {
  return `${entry.metadata?.namespace ?? ''}/${entry.metadata?.name ?? ''}`;
}
