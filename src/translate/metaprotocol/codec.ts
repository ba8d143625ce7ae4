import { routeConfigurationName } from '../../envoy/route-configuration-name.js';
import type { MeshIndex } from '../../index/mesh-index.js';
import { parsePortName } from '../shared/port-name.js';

const builtIn: ReadonlyMap<string, string> = new Map([
  ['dubbo', 'aeraki.meta_protocol.codec.dubbo'],
  ['thrift', 'aeraki.meta_protocol.codec.thrift'],
]);

/**
 * The codec of an application protocol (translation.md section 3): the last ApplicationProtocol that names it, else the
 * built-in one, else undefined. Names are compared as they are written. One without a codec replaces what was there
 * with nothing: ''.
 */
export function codecOf(
  applicationProtocol: string,
  index: Pick<MeshIndex, 'applicationProtocols'>,
): string | undefined {
  const own = index.applicationProtocols.get(applicationProtocol)?.at(-1);
  return own === undefined ? builtIn.get(applicationProtocol) : (own.object.spec?.codec ?? '');
}

/** Every application protocol that has a codec, sorted. */
export function knownApplicationProtocols(index: MeshIndex): string[] {
  return [...new Set([...builtIn.keys(), ...index.applicationProtocols.keys()])].sort();
}

/** The codec behind every route configuration, by its name; ports whose application protocol has none are left out. */
export function codecsByRoute(
  index: Pick<MeshIndex, 'services' | 'applicationProtocols'>,
): ReadonlyMap<string, string> {
  const codecs = new Map<string, string>();
  for (const { hosts, ports } of index.services) {
    for (const { name, number } of ports) {
      const { l7, application } = parsePortName(name);
      const codec = l7 === 'metaprotocol' && application !== undefined ? codecOf(application, index) : undefined;
      if (codec !== undefined) codecs.set(routeConfigurationName(hosts[0] ?? '', number), codec);
    }
  }
  return codecs;
}
