import type { JsonObject } from '../../model/envoy.js';
import type { Held, Refused, Resources } from '../mesh/state.js';
import { jsonFields } from './json-fields.js';
import type { MeshView } from './view.js';

const prefix = 'type.googleapis.com/';
const admin = `${prefix}envoy.admin.v3.`;
/** `[redacted]`, as Envoy prints a key. */
const REDACTED = Buffer.from('[redacted]').toString('base64');

/** What came from the control plane, as it came: a proxy shows its listeners by their own addresses, wherever they are here. */
export function meshSections(view: MeshView, withEndpoints: boolean): readonly JsonObject[] {
  return [
    clusters(view),
    ...(withEndpoints ? [endpoints(view)] : []),
    listeners(view),
    ...(view.certificates().length > 0 ? [secrets(view)] : []),
  ];
}

function clusters({ state }: MeshView): JsonObject {
  return jsonFields({
    '@type': `${admin}ClustersConfigDump`,
    version_info: state.clusters.version,
    dynamic_active_clusters: entries(state.clusters).map(([name, held]) =>
      jsonFields({
        version_info: held.version,
        cluster: state.printed(held.content),
        last_updated: timestamp(held.lastUpdated),
        error_state: errorState(state.clusters.refused.get(name)),
      }),
    ),
  });
}

function endpoints({ state }: MeshView): JsonObject {
  return jsonFields({
    '@type': `${admin}EndpointsConfigDump`,
    dynamic_endpoint_configs: entries(state.endpoints).map(([, held]) => ({
      version_info: held.version,
      endpoint_config: state.printed(held.content),
      last_updated: timestamp(held.lastUpdated),
    })),
  });
}

function listeners({ state }: MeshView): JsonObject {
  const { held, refused } = state.listeners;
  const names = [...new Set([...held.keys(), ...refused.keys()])].sort();
  return jsonFields({
    '@type': `${admin}ListenersConfigDump`,
    version_info: state.listeners.version,
    dynamic_listeners: names.map((name) => {
      const active = held.get(name);
      return jsonFields({
        name,
        active_state: active && {
          version_info: active.version,
          listener: state.printed(active.content),
          last_updated: timestamp(active.lastUpdated),
        },
        error_state: errorState(refused.get(name)),
      });
    }),
  });
}

function secrets({ certificates }: MeshView): JsonObject {
  return {
    '@type': `${admin}SecretsConfigDump`,
    dynamic_active_secrets: certificates().map(({ name, certificates: pem }) => {
      const inline = { inline_bytes: Buffer.from(pem).toString('base64') };
      const own = { certificate_chain: inline, private_key: { inline_bytes: REDACTED } };
      return {
        name,
        secret: {
          '@type': `${prefix}envoy.extensions.transport_sockets.tls.v3.Secret`,
          name,
          ...(name === 'ROOTCA' ? { validation_context: { trusted_ca: inline } } : { tls_certificate: own }),
        },
      };
    }),
  };
}

function entries<T extends object>({ held }: Resources<T>): readonly (readonly [string, Held<T>])[] {
  return [...held].sort(([one], [other]) => (one < other ? -1 : 1));
}

function errorState(refused: Refused | undefined): JsonObject | undefined {
  if (refused === undefined) return undefined;
  return { last_update_attempt: timestamp(refused.at), details: refused.reason, version_info: refused.version };
}

function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
