import type { MeshIndex } from '../../index/mesh-index.js';

const builtIn: ReadonlyMap<string, string> = new Map([
  ['dubbo', 'aeraki.meta_protocol.codec.dubbo'],
  ['thrift', 'aeraki.meta_protocol.codec.thrift'],
]);

/**
 * The codec of an application protocol (translation.md section 3): the last ApplicationProtocol that names it, else the
 * built-in one, else undefined. Names are compared as they are written.
 */
export function codecOf(applicationProtocol: string, index: MeshIndex): string | undefined {
  return (
    index.applicationProtocols.get(applicationProtocol)?.at(-1)?.object.spec?.codec ?? builtIn.get(applicationProtocol)
  );
}

/** Every application protocol that has a codec, sorted. */
export function knownApplicationProtocols(index: MeshIndex): string[] {
  return [...new Set([...builtIn.keys(), ...index.applicationProtocols.keys()])].sort();
}
