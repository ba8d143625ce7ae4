import type { JsonObject } from '@bufbuild/protobuf';
import { objectOf, textOf } from '../../../envoy/proto-json.js';
import type { Json } from '../../../model/envoy.js';
import type { AdsNode } from '../../../xds/ads/client.js';
import { InputError, UsageError } from '../../shell/errors.js';
import { readRegular } from '../../shell/read-regular.js';

/** A node as istiod knows it, with what its id says. */
export interface MeshNode extends AdsNode {
  readonly ip: string;
  readonly namespace: string;
}

const MOST = 1024 * 1024;
/** The version of the proxy that istiod is told, for it leaves out what older ones do not know. */
const istioVersion = '1.30.0';

/** Reads `--node-id` and `--node-metadata`. Raises `UsageError` and `InputError`. */
export function meshNode(id: string | undefined, metadata: string | undefined): MeshNode {
  if (id === undefined) {
    throw new UsageError(
      "--xds needs --node-id: whose sidecar this is. Write for example --node-id 'sidecar~10.0.0.5~web-1.shop~shop.svc.cluster.local'.",
    );
  }
  const [, ip, pod, namespace] = /^(?:sidecar|router)~([0-9a-fA-F.:]+)~([^~]+?)\.([^~.]+)~[^~]+$/.exec(id) ?? [];
  if (ip === undefined || pod === undefined || namespace === undefined) {
    throw new UsageError(
      `--node-id ${id} is not TYPE~IP~POD.NAMESPACE~DOMAIN. Write for example --node-id 'sidecar~10.0.0.5~web-1.shop~shop.svc.cluster.local'.`,
    );
  }
  const given = metadata === undefined ? {} : readMetadata(metadata);
  const own = { NAME: pod, NAMESPACE: namespace, CLUSTER_ID: 'Kubernetes', INTERCEPTION_MODE: 'REDIRECT' };
  const whole = { ...own, ISTIO_VERSION: istioVersion, INSTANCE_IPS: ip, ...given };
  return { id, ip, namespace, cluster: `${pod}.${namespace}`, metadata: whole };
}

/** What Istio's agent calls a workload in traces: its label `app`, and its namespace. */
export function traceName({ metadata, namespace, cluster }: MeshNode): string {
  const app = textOf(objectOf(metadata.LABELS as Json | undefined).app);
  return app === undefined ? cluster : `${app}.${namespace}`;
}

/** The collector of Zipkin's that the proxy config in the metadata names; '': none. */
export function collectorOf({ metadata }: MeshNode): string {
  const tracing = objectOf(objectOf(metadata.PROXY_CONFIG as Json | undefined).tracing);
  return textOf(objectOf(tracing.zipkin).address) ?? '';
}

/** JSON, or the path of a file with it. */
function readMetadata(given: string): JsonObject {
  const inline = given.trimStart().startsWith('{');
  const text = inline ? given : contentOf(given);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {}
  const what = inline ? '--node-metadata' : `The file ${given} of --node-metadata`;
  throw new InputError(`${what} is no JSON object. Write for example --node-metadata '{"LABELS": {"app": "web"}}'.`);
}

function contentOf(path: string): string {
  try {
    return readRegular(path, MOST);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : message;
    throw new InputError(
      `Cannot read ${path} of --node-metadata: ${reason}. Name a JSON file, or write the JSON itself.`,
    );
  }
}
