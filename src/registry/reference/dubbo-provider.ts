import type { NacosService } from '../dump/dump.js';
import { atoi, toUint32 } from './go.js';

/** A provider as dubbo2istio sees it, whichever registry it comes from. */
export interface DubboProvider {
  readonly ip: string;
  /** As a uint32: whatever was too large has wrapped around. */
  readonly port: number;
  readonly interface: string;
  /** Nacos only: namespace id and group. */
  readonly registryNamespace: string;
  readonly registryGroup: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Greedy and unanchored, upper-case escapes only (spec/registry.md, 1.2). Go's `.` is everything but a line feed. */
const providerPattern = /dubbo%3A%2F%2F([^\n]*)%3A([0-9]+)%2F([^\n]*)%3F([^\n]*)/;

/**
 * The provider that the name of a ZooKeeper node or an etcd key says, or undefined where the reference drops it. The
 * parameters share one map with address and port, so that one named `ip` or `port` replaces them.
 */
export function parseProvider(name: string): DubboProvider | undefined {
  const [, ip = '', port = '', service = '', parameters] = providerPattern.exec(name) ?? [];
  if (parameters === undefined) return undefined;
  const attributes = new Map<string, string>([
    ['ip', ip],
    ['port', port],
    ['service', service],
  ]);
  for (const parameter of parameters.split('%26')) {
    const [key = '', value, ...more] = parameter.split('%3D');
    if (value === undefined || more.length > 0) continue;
    attributes.set(key, value.replaceAll('%2C', '-'));
  }
  const address = attributes.get('ip') ?? '';
  const number = atoi(attributes.get('port') ?? '');
  const named = attributes.get('interface') ?? '';
  if (named === '' || address === '' || number === undefined) return undefined;
  return {
    ip: address,
    port: toUint32(number),
    interface: named,
    registryNamespace: '',
    registryGroup: '',
    attributes,
  };
}

/** The instances of a Nacos service that dubbo2istio takes: all that name an interface, consumers too. */
export function nacosProviders(service: NacosService): readonly DubboProvider[] {
  return service.hosts.flatMap(({ ip, port, metadata }) => {
    const named = metadata.interface ?? '';
    if (named === '') return [];
    return [
      {
        ip,
        port: toUint32(port),
        interface: named,
        registryNamespace: service.namespaceId,
        registryGroup: service.groupName,
        attributes: new Map(Object.entries(metadata)),
      },
    ];
  });
}
