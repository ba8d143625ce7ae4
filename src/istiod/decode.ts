import { fromBinary, toJson } from '@bufbuild/protobuf';
import { type Any, timestampDate } from '@bufbuild/protobuf/wkt';
import { listAt, timeText } from '../cluster/json.js';
import type { Json, JsonObject } from '../model/envoy.js';
import { ResourceSchema } from './generated/mcp/v1alpha1/resource_pb.js';
import { istiodKinds } from './kinds.js';

/** What istiod puts before the name of a service that is no ServiceEntry. */
const synthetic = 'synthetic-';

/**
 * An object as the API server would give it, of a `mcp.Resource` of istiod. A Kubernetes Service comes as a ServiceEntry that
 * was made of it (translation.md section 2); where its host is that of a Service, it is given as the Service that it was.
 * Raises an error where the message cannot be read.
 *
 * @param typeUrl `networking.istio.io/VERSION/KIND`, under which it was asked for
 */
export function objectOf(typeUrl: string, content: Any, clusterDomain: string): JsonObject {
  const [group = '', version = '', kind = ''] = typeUrl.split('/');
  const schema = istiodKinds[kind];
  const { metadata, body } = fromBinary(ResourceSchema, content.value);
  if (schema === undefined || body === undefined) throw new Error(`${metadata?.name ?? 'a resource'} has no content`);
  const message = schema.typeName;
  if (!body.typeUrl.endsWith(`/${message}`))
    throw new Error(`${metadata?.name} is a ${body.typeUrl}, not a ${message}`);
  const spec = toJson(schema, fromBinary(schema, body.value)) as JsonObject;
  const [namespace = '', name = ''] = (metadata?.name ?? '').split('/');
  const meta: JsonObject = {
    ...{ namespace, name, resourceVersion: metadata?.version ?? '' },
    ...(metadata?.createTime !== undefined && {
      creationTimestamp: timeText(timestampDate(metadata.createTime)),
    }),
    ...filled('labels', metadata?.labels),
    ...filled('annotations', metadata?.annotations),
  };
  const service = kind === 'ServiceEntry' ? serviceOf(meta, spec, clusterDomain) : undefined;
  return service ?? { apiVersion: `${group}/${version}`, kind, metadata: meta, spec };
}

function filled(name: string, values: Readonly<Record<string, string>> | undefined): JsonObject {
  return values === undefined || Object.keys(values).length === 0 ? {} : { [name]: { ...values } };
}

/** Undefined: it is a ServiceEntry. */
function serviceOf(metadata: JsonObject, spec: JsonObject, clusterDomain: string): JsonObject | undefined {
  const full = String(metadata.name);
  if (!full.startsWith(synthetic)) return undefined;
  const name = full.slice(synthetic.length);
  const [host] = listAt(spec, 'hosts');
  if (host !== `${name}.${metadata.namespace}.svc.${clusterDomain}`) return undefined;
  const addresses = listAt(spec, 'addresses').filter((each) => each !== '0.0.0.0');
  const isExternal = spec.location !== 'MESH_INTERNAL';
  // A headless one has no resolution.
  const [first = spec.resolution === undefined ? 'None' : ''] = addresses;
  const selector = (spec.workloadSelector as JsonObject | undefined)?.labels;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, name },
    spec: {
      ...(isExternal ? { type: 'ExternalName' } : { clusterIP: first, clusterIPs: addresses }),
      ...(selector !== undefined && { selector }),
      ports: listAt(spec, 'ports').map(portOf),
    },
  };
}

/** istiod names the protocol that it has found out; what a Service has is the transport. */
function portOf(port: Json): JsonObject {
  const { number, name, protocol } = port as JsonObject;
  return {
    ...(name !== undefined && { name }),
    ...(number !== undefined && { port: number }),
    protocol: protocol === 'UDP' ? 'UDP' : 'TCP',
  };
}
