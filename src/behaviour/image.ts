import type { ProxyVersion } from './version.js';

/** The image of a sidecar. */
export interface ProxyImage {
  /** As its Pod, or the annotation of it, has it. */
  readonly name: string;
  /** The line of releases whose behaviour it has; undefined: its name does not say. */
  readonly line: ProxyVersion | undefined;
}

/** `…/meta-protocol-proxy:1.4.2`, `…/meta-protocol-proxy-debug:v1.3.0@sha256:…`: the tag of a release, and no port. */
const release = /meta-?protocol-proxy[^:@/]*:v?(\d+)\.(\d+)(?:[.\-@]|$)/i;

/** What the name of a sidecar's image says of its behaviour. */
export function proxyImage(name: string): ProxyImage {
  const [, major, minor] = release.exec(name) ?? [];
  if (major !== '1' || minor === undefined) return { name, line: undefined };
  return { name, line: Number(minor) < 4 ? '1.3' : '1.4' };
}
