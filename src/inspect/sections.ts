import { messageName } from '../envoy/proto-json.js';
/** The sections of a config dump that we read, by their message name: what follows the last `/` of `@type`. */
export const sectionTypes = {
  bootstrap: ['envoy.admin.v3.BootstrapConfigDump', 'envoy.admin.v2alpha.BootstrapConfigDump'],
  clusters: ['envoy.admin.v3.ClustersConfigDump', 'envoy.admin.v2alpha.ClustersConfigDump'],
  endpoints: ['envoy.admin.v3.EndpointsConfigDump'],
  listeners: ['envoy.admin.v3.ListenersConfigDump', 'envoy.admin.v2alpha.ListenersConfigDump'],
  httpRoutes: ['envoy.admin.v3.RoutesConfigDump', 'envoy.admin.v2alpha.RoutesConfigDump'],
  metaRoutes: ['aeraki.meta_protocol_proxy.admin.v1alpha.RoutesConfigDump'],
  scopedRoutes: ['envoy.admin.v3.ScopedRoutesConfigDump', 'envoy.admin.v2alpha.ScopedRoutesConfigDump'],
  secrets: ['envoy.admin.v3.SecretsConfigDump', 'envoy.admin.v2alpha.SecretsConfigDump'],
  extensions: ['envoy.admin.v3.EcdsConfigDump'],
} as const satisfies Record<string, readonly string[]>;

export type SectionKind = keyof typeof sectionTypes;

/** How messages call what a section holds. */
export const kindNames: Readonly<Record<SectionKind, string>> = {
  bootstrap: 'the bootstrap',
  clusters: 'clusters',
  endpoints: 'endpoints',
  listeners: 'listeners',
  httpRoutes: 'HTTP routes',
  metaRoutes: 'MetaProtocol routes',
  scopedRoutes: 'scoped routes',
  secrets: 'secrets',
  extensions: 'extension configurations',
};

const kinds = new Map<string, SectionKind>(
  Object.entries(sectionTypes).flatMap(([kind, types]) => types.map((type) => [type, kind as SectionKind])),
);

/** The kind of a section from its `@type`; undefined for one that we do not know. */
export function sectionKind(type: string): SectionKind | undefined {
  return kinds.get(messageName(type));
}
